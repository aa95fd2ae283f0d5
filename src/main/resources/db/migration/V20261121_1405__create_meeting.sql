-- One row for each stay at Level 2 or 3; what the next meeting is due by is kept here, so that lists
-- need not compute it.
create table meeting_cycle (
    id uuid primary key,
    version integer not null,
    case_id uuid not null references mappa_case,
    person_id uuid not null references person,
    area text not null references area,
    reference text not null,
    level integer not null,
    accepted_on date,
    round integer not null,
    meetings integer not null,
    last_held_on date,
    chairs_date date,
    chairs_reason text,
    due_on date,
    due_basis text not null,
    due_rule text not null,
    ended_on date,
    end_reason text,
    constraint meeting_cycle_level check (level in (2, 3)),
    constraint meeting_cycle_rounds check (round >= 1 and meetings >= 0),
    constraint meeting_cycle_ended_with_reason check ((ended_on is null) = (end_reason is null)),
    constraint mtg_05_chairs_date_has_reason check (chairs_date is null or chairs_reason is not null)
);
create unique index meeting_cycle_one_open on meeting_cycle (case_id) where ended_on is null;
create index meeting_cycle_due_on_idx on meeting_cycle (area, due_on, id) where ended_on is null;

-- A deadline acts once for its day, however often the engine says that it has come.
create table meeting_deadline (
    id uuid primary key,
    cycle_id uuid not null references meeting_cycle,
    kind text not null,
    due_on date not null,
    acted_at timestamptz not null,
    constraint meeting_deadline_acts_once unique (cycle_id, kind, due_on)
);

create table meeting (
    id uuid primary key,
    version integer not null,
    cycle_id uuid not null references meeting_cycle,
    case_id uuid not null references mappa_case,
    person_id uuid not null references person,
    area text not null references area,
    reference text not null,
    number integer not null,
    level integer not null,
    type text not null,
    state text not null,
    round integer not null,
    starts_at timestamptz not null,
    minutes_long integer not null,
    mode text not null,
    place text,
    chair_id uuid not null references user_account,
    minute_taker_id uuid references user_account,
    returns_due_on date not null,
    limit_on date,
    limit_rule text,
    changes integer not null,
    arranged_at timestamptz not null,
    invited_at timestamptz,
    started_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    constraint meeting_numbered_in_cycle unique (cycle_id, number),
    constraint meeting_round_is_one_meeting unique (cycle_id, round),
    constraint meeting_level check (level in (2, 3)),
    constraint meeting_type_known check (type in ('INITIAL', 'REVIEW', 'EXTRAORDINARY')),
    constraint meeting_mode_known check (mode in ('TEAMS', 'IN_PERSON', 'HYBRID')),
    constraint meeting_state_known check (state in ('PLANNED', 'INVITED', 'STARTED', 'CLOSED', 'ADJOURNED', 'CALLED_OFF')),
    constraint meeting_times check (
        (state in ('PLANNED', 'CALLED_OFF') or invited_at is not null)
        and (state not in ('STARTED', 'CLOSED', 'ADJOURNED') or started_at is not null)
        and (state in ('CLOSED', 'ADJOURNED', 'CALLED_OFF')) = (ended_at is not null)),
    constraint meeting_length check (minutes_long between 15 and 480)
);
create unique index meeting_one_ahead on meeting (cycle_id) where state in ('PLANNED', 'INVITED', 'STARTED');
create index meeting_starts_at_idx on meeting (area, starts_at);
create index meeting_case_id_idx on meeting (case_id);

create table meeting_invitation (
    id uuid primary key,
    version integer not null,
    meeting_id uuid not null references meeting,
    agency_id uuid not null references agency,
    person_id uuid references user_account,
    relevance text not null,
    reasons varchar[] not null,
    sent_at timestamptz not null,
    taken_off_at timestamptz,
    taken_off_reason text,
    answer text,
    answered_at timestamptz,
    answered_by uuid references user_account,
    deputy_name text,
    grade text,
    systems_checked text,
    checked_on date,
    told boolean not null,
    constraint meeting_invitation_relevance check (relevance in ('CORE', 'CASE_SPECIFIC', 'OBSERVER')),
    constraint meeting_invitation_answer check (answer in ('ATTENDS', 'DEPUTY', 'REPORT_FOLLOWS', 'NOTHING_KNOWN', 'CANNOT_SAY')),
    constraint meeting_invitation_answered_by_somebody check ((answer is null) = (answered_at is null)),
    constraint mtg_07_taken_off_with_reason check ((taken_off_at is null) = (taken_off_reason is null)),
    constraint mtg_10_nothing_known_was_checked check (answer <> 'NOTHING_KNOWN'
        or (systems_checked is not null and checked_on is not null)),
    constraint mtg_06_deputy_has_grade check (answer <> 'DEPUTY' or (deputy_name is not null and grade is not null))
);
create unique index meeting_invitation_once on meeting_invitation (meeting_id, agency_id) where taken_off_at is null;

-- Insert only: what is sent again is another version.
create table agency_return (
    id uuid primary key,
    invitation_id uuid not null references meeting_invitation,
    number integer not null,
    kind text not null,
    answers jsonb not null,
    afterwards boolean not null,
    sent_by uuid not null references user_account,
    sent_at timestamptz not null,
    constraint agency_return_version unique (invitation_id, number),
    constraint agency_return_kind check (kind in ('INFORMATION', 'NOTHING_KNOWN', 'REFUSED'))
);

-- One row a field of the record; what two people write at once stands side by side until it is settled.
create table record_entry (
    id uuid primary key,
    meeting_id uuid not null references meeting,
    section text not null,
    field text not null,
    value text not null,
    saves integer not null,
    saved_by uuid not null references user_account,
    saved_at timestamptz not null,
    other_value text,
    other_by uuid references user_account,
    other_at timestamptz,
    constraint record_entry_once unique (meeting_id, section, field),
    constraint record_entry_other_by_somebody check (num_nonnulls(other_value, other_by, other_at) in (0, 3))
);

-- Whether the actor of the transaction has one of these relations to a thing.
create function has_relation(thing uuid, relations text[]) returns boolean stable parallel safe language sql
    return (select is_system()) or exists (
        select 1 from case_grant g
        where g.subject_id = thing
          and g.relation = any (relations)
          and g.principal = any ((select current_principals())::text[])
          and (g.until_at is null or g.until_at > now()));

-- The second wall. A cycle and a meeting are read by relation; an agency reads its own invitation and
-- its own return, those who run the meeting or own the case read all (S-46).
alter table meeting_cycle enable row level security;
create policy meeting_cycle_of_relation on meeting_cycle for select to mappa_app
    using ((select is_system()) or id in (select subject_id from readable_subject));
create policy meeting_cycle_new on meeting_cycle for insert to mappa_app with check (may_write_in(area));
create policy meeting_cycle_changed on meeting_cycle for update to mappa_app
    using ((select is_system()) or id in (select subject_id from readable_subject)) with check (may_write_in(area));

alter table meeting_deadline enable row level security;
create policy meeting_deadline_of_cycle on meeting_deadline to mappa_app
    using ((select is_system()) or cycle_id in (select subject_id from readable_subject));

alter table meeting enable row level security;
create policy meeting_of_relation on meeting for select to mappa_app
    using ((select is_system()) or id in (select subject_id from readable_subject));
create policy meeting_new on meeting for insert to mappa_app with check (may_write_in(area));
create policy meeting_changed on meeting for update to mappa_app
    using ((select is_system()) or id in (select subject_id from readable_subject)) with check (may_write_in(area));

alter table meeting_invitation enable row level security;
create policy meeting_invitation_of_relation on meeting_invitation to mappa_app
    using ((select is_system())
        or (meeting_id in (select subject_id from readable_subject)
            and (has_relation(meeting_id, array['UNIT', 'CHAIR', 'OWNER'])
                or 'AGENCY:' || agency_id = any ((select current_principals())::text[]))));

alter table agency_return enable row level security;
create policy agency_return_of_readable_invitation on agency_return to mappa_app
    using ((select is_system()) or invitation_id in (select id from meeting_invitation));

alter table record_entry enable row level security;
create policy record_entry_of_readable_meeting on record_entry to mappa_app
    using ((select is_system()) or meeting_id in (select subject_id from readable_subject));

grant select, insert, update on meeting_cycle, meeting, meeting_invitation, record_entry to mappa_app;
grant select, insert on meeting_deadline, agency_return to mappa_app;
