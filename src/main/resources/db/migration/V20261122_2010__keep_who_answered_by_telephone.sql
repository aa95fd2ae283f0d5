-- An answer that the unit wrote down for an agency says from whom it was heard, and when.
alter table meeting_invitation
    add column told_by text,
    add constraint meeting_invitation_told_with_answer check (told_by is null or answer is not null);
