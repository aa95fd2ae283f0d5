-- A case that is offered to another area (R-TRF-01 to R-TRF-07). The row holds the facts that the other
-- area may know before it has accepted and nothing else of the record; what it reads of the record
-- afterwards hangs on grants of the relation RECEIVING.
create table case_transfer (
    id uuid primary key,
    version integer not null,
    case_id uuid not null references mappa_case,
    person_id uuid not null references person,
    area text not null references area,
    to_area text not null references area,
    reference text not null,
    state text not null,
    initials text not null,
    category text not null,
    level text not null,
    last_met_on date,
    review_due_on date,
    contents jsonb not null,
    offered_by uuid not null references user_account,
    offered_at timestamptz not null,
    answer_due_on date not null,
    answered_by uuid references user_account,
    answered_at timestamptz,
    reason text,
    coordinator_id uuid references user_account,
    taken_case_id uuid references mappa_case,
    taken_person_id uuid references person,
    taken_on date,
    history jsonb not null,
    constraint trf_04_to_another_area check (to_area <> area),
    constraint case_transfer_state_known
        check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'RECALLED', 'LAPSED')),
    constraint case_transfer_answered check ((state = 'OFFERED') = (answered_at is null)),
    constraint trf_04_declined_with_reason check (state <> 'DECLINED' or reason is not null),
    constraint trf_04_accepted_by_a_named_coordinator check ((state = 'ACCEPTED')
        = (coordinator_id is not null and taken_on is not null)),
    constraint trf_04_taken_after_acceptance check (num_nonnulls(taken_case_id, taken_person_id) in (0, 2)
        and (state = 'ACCEPTED' or taken_case_id is null)),
    -- the record is the sending area's until then
    constraint trf_05_history_after_acceptance check (state = 'ACCEPTED' or history = '[]')
);
create unique index case_transfer_one_offer on case_transfer (case_id) where state = 'OFFERED';
create index case_transfer_taken_case_id_idx on case_transfer (taken_case_id);

alter table case_transfer enable row level security;
create policy case_transfer_of_relation on case_transfer for select to mappa_app
    using ((select is_system()) or id in (select subject_id from readable_subject));
create policy case_transfer_new on case_transfer for insert to mappa_app with check (may_write_in(area));
create policy case_transfer_changed on case_transfer for update to mappa_app
    using ((select is_system()) or id in (select subject_id from readable_subject))
    with check (may_write_in(area) or may_write_in(to_area));
grant select, insert, update on case_transfer to mappa_app;

-- An action goes along: the one of the sending area's agency ends as handed over, and stands in the case of
-- the receiving area as one that nobody was asked yet.
alter table agreed_action
    add column origin_id uuid references agreed_action,
    add column origin_agency_id uuid references agency,
    drop constraint agreed_action_state_known,
    add constraint agreed_action_state_known check (state in
        ('OPEN', 'DONE_CLAIMED', 'DONE_VERIFIED', 'NOT_DONE', 'CANCELLED', 'HANDED_OVER'));
create unique index agreed_action_handed_over_once on agreed_action (origin_id);

-- An area reads what it kept of a case that it gave away (KEPT).
drop policy agreed_action_of_relation on agreed_action;
create policy agreed_action_of_relation on agreed_action for select to mappa_app
    using ((select is_system())
        or has_relation(case_id, array['UNIT', 'CHAIR', 'OWNER', 'KEPT'])
        or has_relation(id, array['RESPONSIBLE']));

-- Minutes that came with a case are read as a whole (RECEIVING).
create or replace function may_read_section(of_minutes uuid, named text) returns boolean stable parallel safe language sql
    return (select is_system()) or (
        of_minutes in (select subject_id from readable_subject)
        and (has_relation(of_minutes, array['UNIT', 'CHAIR', 'RECEIVING'])
            or exists (
                select 1 from minutes_recipient r
                where r.minutes_id = of_minutes
                  and 'AGENCY:' || r.agency_id = any ((select current_principals())::text[])
                  and (named is null or not named = any (r.held_back)))));
