-- What belongs to one thing is read by it: without these, five years of meetings were walked through.
create index meeting_invitation_meeting_id_idx on meeting_invitation (meeting_id);
create index meeting_cycle_case_id_idx on meeting_cycle (case_id);
create index meeting_cycle_person_id_idx on meeting_cycle (person_id);
create index meeting_person_id_idx on meeting (person_id);
create index record_other_entry_id_idx on record_other (entry_id);
create index agreed_action_meeting_id_idx on agreed_action (meeting_id);
create index action_answer_meeting_id_idx on action_answer (meeting_id);
create index minutes_cycle_id_idx on minutes (cycle_id);
