-- One row for each agency at a meeting, asked or not; who was there is known to all who read its record.
create table attendance (
    id uuid primary key,
    version integer not null,
    meeting_id uuid not null references meeting,
    agency_id uuid not null references agency,
    kind text not null,
    name text,
    grade text,
    joined_at time,
    left_at time,
    statement_read boolean not null,
    recorded_by uuid not null references user_account,
    recorded_at timestamptz not null,
    constraint attendance_once unique (meeting_id, agency_id),
    constraint attendance_kind_known check (kind in ('ATTENDED', 'DEPUTY', 'REPORT', 'NOTHING_KNOWN', 'ABSENT')),
    constraint attendance_left_after_joining check (left_at > joined_at)
);

-- What several people wrote into one field at once: each text but the one that stands.
create table record_other (
    id uuid primary key,
    entry_id uuid not null references record_entry,
    value text not null,
    written_by uuid not null references user_account,
    written_at timestamptz not null,
    settled_at timestamptz
);
create unique index record_other_once on record_other (entry_id, written_by) where settled_at is null;
insert into record_other (id, entry_id, value, written_by, written_at)
    select gen_random_uuid(), id, other_value, other_by, other_at from record_entry where other_value is not null;
alter table record_entry
    drop column other_value,
    drop column other_by,
    drop column other_at;

-- What a meeting agreed that somebody does; asked of its agency from the day of closing.
create table agreed_action (
    id uuid primary key,
    version integer not null,
    meeting_id uuid not null references meeting,
    case_id uuid not null references mappa_case,
    person_id uuid not null references person,
    area text not null references area,
    reference text not null,
    number integer not null,
    what text not null,
    agency_id uuid references agency,
    owner_id uuid references user_account,
    due_on date,
    first_due_on date,
    serves text,
    power text,
    state text not null,
    given_at timestamptz,
    result text,
    round integer not null,
    constraint agreed_action_numbered_in_case unique (case_id, number),
    constraint agreed_action_state_known check (state in ('OPEN', 'DONE_CLAIMED', 'DONE_VERIFIED', 'NOT_DONE', 'CANCELLED')),
    constraint act_01_given_with_agency_and_day check (given_at is null
        or (agency_id is not null and due_on is not null and first_due_on is not null and serves is not null)),
    constraint act_05_claimed_with_result check (state <> 'DONE_CLAIMED' or result is not null)
);
create index agreed_action_case_id_idx on agreed_action (case_id, number);

-- Insert only: what a meeting says of an earlier action; the last of a meeting counts.
create table action_answer (
    id uuid primary key,
    action_id uuid not null references agreed_action,
    meeting_id uuid not null references meeting,
    outcome text not null,
    words text not null,
    due_before date not null,
    due_on date,
    state_before text not null,
    answered_by uuid not null references user_account,
    answered_at timestamptz not null,
    constraint action_answer_outcome_known check (outcome in ('DONE', 'NOT_DONE', 'NEW_DATE', 'CANCELLED')),
    constraint act_06_new_date_has_day check ((outcome = 'NEW_DATE') = (due_on is not null))
);
create index action_answer_action_id_idx on action_answer (action_id, answered_at);

-- The second wall: an agency reads what it has to do and nothing else; those who run the meeting or own the
-- case read all.
alter table attendance enable row level security;
create policy attendance_of_readable_meeting on attendance to mappa_app
    using ((select is_system()) or meeting_id in (select subject_id from readable_subject));

alter table record_other enable row level security;
create policy record_other_of_readable_entry on record_other to mappa_app
    using ((select is_system()) or entry_id in (select id from record_entry));

alter table agreed_action enable row level security;
create policy agreed_action_of_relation on agreed_action for select to mappa_app
    using ((select is_system())
        or has_relation(case_id, array['UNIT', 'CHAIR', 'OWNER'])
        or has_relation(id, array['RESPONSIBLE']));
create policy agreed_action_new on agreed_action for insert to mappa_app
    with check ((select is_system()) or has_relation(meeting_id, array['UNIT', 'CHAIR']));
create policy agreed_action_changed on agreed_action for update to mappa_app
    using ((select is_system())
        or has_relation(case_id, array['UNIT', 'CHAIR'])
        or has_relation(id, array['RESPONSIBLE']));

alter table action_answer enable row level security;
create policy action_answer_of_readable_action on action_answer to mappa_app
    using ((select is_system()) or action_id in (select id from agreed_action));

grant select, insert, update on attendance to mappa_app;
grant select, insert, update on record_other, agreed_action to mappa_app;
grant select, insert on action_answer to mappa_app;
