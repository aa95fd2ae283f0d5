-- A policy is asked of each row that a query looks at. `in (select ...)` gathers all that somebody may
-- see before the first row is looked at, and with an `or` in the view that was a walk over all grants
-- of the country; `exists` looks one grant up by its index, or gathers them where that is cheaper.

-- What the actor of the transaction has been granted, and how. The system has everything.
create view readable_grant as
select g.subject_id, g.relation
from case_grant g
where g.principal = any ((select current_principals())::text[])
  and (g.until_at is null or g.until_at > now())
  and not exists (
      select 1 from case_exclusion x
      where x.subject_id = g.subject_id
        and x.user_id = (select current_person())
        and (x.until_at is null or x.until_at > now()))
union all
select g.subject_id, g.relation
from case_grant g
where (select is_system())
  and (g.until_at is null or g.until_at > now());

create or replace view readable_subject as
select subject_id from readable_grant;

grant select on readable_grant to mappa_app;

alter policy action_answer_of_readable_action on action_answer
    using ((select is_system())
        or exists (select 1 from agreed_action r where r.id = action_answer.action_id));
alter policy agency_return_of_readable_invitation on agency_return
    using ((select is_system())
        or exists (select 1 from meeting_invitation r where r.id = agency_return.invitation_id));
alter policy agreed_action_changed on agreed_action
    using ((select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = agreed_action.case_id and r.relation in ('UNIT', 'CHAIR'))
        or exists (select 1 from readable_grant r where r.subject_id = agreed_action.id and r.relation = 'RESPONSIBLE'));
alter policy agreed_action_new on agreed_action
    with check ((select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = agreed_action.meeting_id and r.relation in ('UNIT', 'CHAIR')));
alter policy agreed_action_of_relation on agreed_action
    using ((select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = agreed_action.case_id and r.relation in ('UNIT', 'CHAIR', 'OWNER', 'KEPT'))
        or exists (select 1 from readable_grant r where r.subject_id = agreed_action.id and r.relation = 'RESPONSIBLE'));
alter policy attendance_of_readable_meeting on attendance
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = attendance.meeting_id));
alter policy circumstance_of_case on circumstance
    using (exists (select 1 from readable_subject r where r.subject_id = circumstance.case_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = circumstance.case_id) and may_write_in(area));
alter policy departure_detail_added on departure_detail
    with check (may_write_in(area_code)
        and ((select is_system())
            or thing_id is null
            or exists (select 1 from readable_subject r where r.subject_id = departure_detail.thing_id)));
alter policy departure_detail_read on departure_detail
    using ((select is_system())
        or (thing_id is null and may_read_in(area_code))
        or exists (select 1 from readable_subject r where r.subject_id = departure_detail.thing_id));
alter policy left_out_agency_of_relation on left_out_agency
    using ((select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = left_out_agency.meeting_id and r.relation in ('UNIT', 'CHAIR', 'OWNER')));
alter policy level_spell_of_case on level_spell
    using (exists (select 1 from readable_subject r where r.subject_id = level_spell.case_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = level_spell.case_id) and may_write_in(area));
alter policy location_spell_of_case on location_spell
    using (exists (select 1 from readable_subject r where r.subject_id = location_spell.case_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = location_spell.case_id) and may_write_in(area));
alter policy mappa_case_changeable on mappa_case
    using (exists (select 1 from readable_subject r where r.subject_id = mappa_case.id));
alter policy mappa_case_readable on mappa_case
    using (exists (select 1 from readable_subject r where r.subject_id = mappa_case.id));
alter policy mappa_eligibility_of_case on mappa_eligibility
    using (exists (select 1 from readable_subject r where r.subject_id = mappa_eligibility.case_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = mappa_eligibility.case_id) and may_write_in(area));
alter policy meeting_changed on meeting
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = meeting.id));
alter policy meeting_of_relation on meeting
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = meeting.id));
alter policy meeting_cycle_changed on meeting_cycle
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = meeting_cycle.id));
alter policy meeting_cycle_of_relation on meeting_cycle
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = meeting_cycle.id));
alter policy meeting_deadline_of_cycle on meeting_deadline
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = meeting_deadline.cycle_id));
alter policy meeting_invitation_of_relation on meeting_invitation
    using ((select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = meeting_invitation.meeting_id and r.relation in ('UNIT', 'CHAIR', 'OWNER'))
        or ('AGENCY:' || agency_id = any ((select current_principals())::text[])
            and exists (select 1 from readable_subject r where r.subject_id = meeting_invitation.meeting_id)));
alter policy minutes_changed on minutes
    using ((select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = minutes.id and r.relation in ('UNIT', 'CHAIR')));
alter policy minutes_of_relation on minutes
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = minutes.id));
alter policy minutes_addendum_of_writers on minutes_addendum
    with check ((select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = minutes_addendum.minutes_id and r.relation in ('UNIT', 'CHAIR')));
alter policy minutes_recipient_of_readers on minutes_recipient
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = minutes_recipient.minutes_id));
alter policy minutes_recipient_of_writers on minutes_recipient
    with check ((select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = minutes_recipient.minutes_id and r.relation = 'UNIT'));
alter policy minutes_return_of_writers on minutes_return
    using ((select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = minutes_return.minutes_id and r.relation in ('UNIT', 'CHAIR')));
alter policy minutes_section_of_chair on minutes_section
    with check ((select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = minutes_section.minutes_id and r.relation = 'CHAIR'));
alter policy minutes_text_of_writers on minutes_text
    using ((select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = minutes_text.minutes_id and r.relation in ('UNIT', 'CHAIR')));
alter policy not_eligible_check_of_person on not_eligible_check
    using (exists (select 1 from readable_subject r where r.subject_id = not_eligible_check.person_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = not_eligible_check.person_id) and may_write_in(area));
alter policy panel_vote_of_readable_referral on panel_vote
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = panel_vote.referral_id));
alter policy person_changeable on person
    using (exists (select 1 from readable_subject r where r.subject_id = person.id));
alter policy person_readable on person
    using (exists (select 1 from readable_subject r where r.subject_id = person.id));
alter policy person_address_of_person on person_address
    using (exists (select 1 from readable_subject r where r.subject_id = person_address.person_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = person_address.person_id));
alter policy person_comparison_of_person on person_comparison
    using (exists (select 1 from readable_subject r where r.subject_id = person_comparison.person_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = person_comparison.person_id) and may_write_in(area));
alter policy person_identifier_of_person on person_identifier
    using (exists (select 1 from readable_subject r where r.subject_id = person_identifier.person_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = person_identifier.person_id));
alter policy person_name_of_person on person_name
    using (exists (select 1 from readable_subject r where r.subject_id = person_name.person_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = person_name.person_id));
alter policy record_entry_of_readable_meeting on record_entry
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = record_entry.meeting_id));
alter policy record_other_of_readable_entry on record_other
    using ((select is_system())
        or exists (select 1 from record_entry r where r.id = record_other.entry_id));
alter policy referral_changed_in_area on referral
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = referral.id));
alter policy referral_of_relation on referral
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = referral.id));
alter policy referral_check_of_readable_referral on referral_check
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = referral_check.referral_id));
alter policy referral_deadline_of_readable_referral on referral_deadline
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = referral_deadline.referral_id));
alter policy referral_question_of_readable_referral on referral_question
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = referral_question.referral_id));
alter policy referral_seat_of_readable_referral on referral_seat
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = referral_seat.referral_id));
alter policy referral_section_of_readable_referral on referral_section
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = referral_section.referral_id));
alter policy screening_decision_of_readable_referral on screening_decision
    using ((select is_system())
        or exists (select 1 from readable_subject r where r.subject_id = screening_decision.referral_id));
alter policy sentence_date_of_case on sentence_date
    using (exists (select 1 from readable_subject r where r.subject_id = sentence_date.case_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = sentence_date.case_id) and may_write_in(area));
alter policy work_item_of_its_audience on work_item
    using ((select is_system())
        or ((audience && (select current_principals())::varchar[]
                or holder_id = (select current_person())
                or exists (select 1 from readable_subject r where r.subject_id = work_item.thing_id))
            and not is_excluded(thing_id, case_id)));
alter policy work_item_event_of_readable_item on work_item_event
    using (exists (select 1 from work_item r where r.id = work_item_event.work_item_id));
alter policy category_expiry_of_case on category_expiry
    using (exists (select 1 from readable_subject r where r.subject_id = category_expiry.case_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = category_expiry.case_id) and may_write_in(area));
alter policy expiry_decision_of_case on expiry_decision
    using (exists (select 1 from readable_subject r where r.subject_id = expiry_decision.case_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = expiry_decision.case_id) and may_write_in(area));
alter policy level_one_stay_of_case on level_one_stay
    using (exists (select 1 from readable_subject r where r.subject_id = level_one_stay.id) or exists (select 1 from readable_subject r where r.subject_id = level_one_stay.case_id));
alter policy level_one_review_of_case on level_one_review
    using (exists (select 1 from readable_subject r where r.subject_id = level_one_review.stay_id) or exists (select 1 from readable_subject r where r.subject_id = level_one_review.case_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = level_one_review.stay_id) and may_write_in(area));
alter policy refer_up_prompt_of_case on refer_up_prompt
    using (exists (select 1 from readable_subject r where r.subject_id = refer_up_prompt.stay_id) or exists (select 1 from readable_subject r where r.subject_id = refer_up_prompt.case_id))
    with check (exists (select 1 from readable_subject r where r.subject_id = refer_up_prompt.stay_id) and may_write_in(area));
alter policy case_transfer_of_relation on case_transfer
    using ((select is_system()) or exists (select 1 from readable_subject r where r.subject_id = case_transfer.id));
alter policy case_transfer_changed on case_transfer
    using ((select is_system()) or exists (select 1 from readable_subject r where r.subject_id = case_transfer.id));
alter policy quality_audit_of_relation on quality_audit
    using ((select is_system()) or exists (select 1 from readable_subject r where r.subject_id = quality_audit.id));
alter policy quality_audit_changed on quality_audit
    using ((select is_system()) or exists (select 1 from readable_grant r where r.subject_id = quality_audit.id and r.relation in ('UNIT', 'SCORER', 'OVERSIGHT')));
alter policy quality_population_of_unit on quality_population
    using (exists (select 1 from readable_grant r where r.subject_id = quality_population.audit_id and r.relation = 'UNIT'));
alter policy quality_sample_of_audit on quality_sample
    using ((select is_system()) or exists (select 1 from readable_subject r where r.subject_id = quality_sample.audit_id));
alter policy quality_sample_new on quality_sample
    with check (exists (select 1 from readable_grant r where r.subject_id = quality_sample.audit_id and r.relation = 'UNIT'));
alter policy quality_sample_thing_of_readers on quality_sample_thing
    using (exists (select 1 from readable_grant r where r.subject_id = quality_sample_thing.audit_id and r.relation = 'UNIT')
        or (exists (select 1 from readable_grant r where r.subject_id = quality_sample_thing.audit_id and r.relation = 'SCORER') and exists (select 1 from readable_subject r where r.subject_id = quality_sample_thing.case_id)));
alter policy quality_sample_thing_new on quality_sample_thing
    with check (exists (select 1 from readable_grant r where r.subject_id = quality_sample_thing.audit_id and r.relation = 'UNIT'));
alter policy quality_scoring_of_scorer on quality_scoring
    with check (scorer_id = (select current_person()) and exists (select 1 from readable_grant r where r.subject_id = quality_scoring.audit_id and r.relation = 'SCORER'));
alter policy quality_action_of_audit on quality_action
    using ((select is_system()) or exists (select 1 from readable_subject r where r.subject_id = quality_action.audit_id))
    with check (exists (select 1 from readable_grant r where r.subject_id = quality_action.audit_id and r.relation in ('UNIT', 'OVERSIGHT')));
alter policy observation_of_relation on observation
    using ((select is_system()) or exists (select 1 from readable_subject r where r.subject_id = observation.id)
        or exists (select 1 from readable_subject r where r.subject_id = observation.meeting_id));
alter policy observation_new on observation
    with check (may_write_in(area_code) and exists (select 1 from readable_grant r where r.subject_id = observation.meeting_id and r.relation = 'UNIT'));
alter policy observation_changed on observation
    using (exists (select 1 from readable_grant r where r.subject_id = observation.id and r.relation in ('UNIT', 'OBSERVER')) or exists (select 1 from readable_grant r where r.subject_id = observation.meeting_id and r.relation in ('UNIT', 'CHAIR')));
alter policy observation_notes_of_board_and_writer on observation_notes
    using (exists (select 1 from readable_grant r where r.subject_id = observation_notes.observation_id and r.relation in ('UNIT', 'OVERSIGHT', 'OBSERVER')));
alter policy observation_notes_of_observer on observation_notes
    with check (written_by = (select current_person()) and exists (select 1 from readable_grant r where r.subject_id = observation_notes.observation_id and r.relation = 'OBSERVER'));
alter policy involvement_of_readable_meeting on involvement
    using ((select is_system()) or exists (select 1 from readable_subject r where r.subject_id = involvement.meeting_id));
alter policy involvement_recorded on involvement
    with check ((select is_system()) or exists (select 1 from readable_grant r where r.subject_id = involvement.meeting_id and r.relation in ('UNIT', 'CHAIR', 'OWNER')));
alter policy attached_file_content_of_file on attached_file_content
    using (exists (select 1 from attached_file f where f.id = attached_file_content.file_id and f.withdrawn_at is null));
alter policy attached_file_content_added on attached_file_content
    with check (exists (select 1 from attached_file f where f.id = attached_file_content.file_id));

create or replace function may_read_holder(holder text, thing uuid) returns boolean stable parallel safe language sql
    return (select is_system())
        or (holder = 'referrals' and exists (select 1 from referral r where r.id = thing))
        or (holder = 'agency-returns' and exists (select 1 from meeting_invitation r where r.id = thing))
        or (holder = 'meetings' and exists (select 1 from meeting r where r.id = thing));

create or replace function may_read_section(of_minutes uuid, named text) returns boolean stable parallel safe language sql
    return (select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = of_minutes
            and r.relation in ('UNIT', 'CHAIR', 'SAMPLE', 'RECEIVING'))
        or (exists (select 1 from readable_subject r where r.subject_id = of_minutes)
            and exists (
                select 1 from minutes_recipient r
                where r.minutes_id = of_minutes
                  and 'AGENCY:' || r.agency_id = any ((select current_principals())::text[])
                  and (named is null or not named = any (r.held_back))));

create or replace function has_relation(thing uuid, relations text[]) returns boolean stable parallel safe language sql
    return (select is_system())
        or exists (select 1 from readable_grant r where r.subject_id = thing and r.relation = any (relations));
