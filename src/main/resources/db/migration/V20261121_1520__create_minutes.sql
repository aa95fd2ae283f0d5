-- The minutes of one closed meeting about one case.
create table minutes (
    id uuid primary key,
    version integer not null,
    meeting_id uuid not null references meeting,
    cycle_id uuid not null references meeting_cycle,
    case_id uuid not null references mappa_case,
    person_id uuid not null references person,
    area text not null references area,
    reference text not null,
    round integer not null,
    level integer not null,
    held_on date not null,
    chair_id uuid not null references user_account,
    draft_due_on date not null,
    due_on date not null,
    state text not null,
    draft integer not null,
    sent_by uuid references user_account,
    sent_at timestamptz,
    approved_by uuid references user_account,
    approved_at timestamptz,
    distributed_at timestamptz,
    constraint minutes_one_of_a_meeting unique (meeting_id),
    constraint minutes_state_known check (state in ('DRAFT', 'CHAIR_REVIEW', 'APPROVED', 'DISTRIBUTED')),
    constraint minutes_drafts check (draft >= 1),
    constraint minutes_sent_by_somebody check ((sent_by is null) = (sent_at is null)),
    constraint minutes_approved_by_somebody check ((approved_by is null) = (approved_at is null)),
    constraint minutes_approved check ((state in ('APPROVED', 'DISTRIBUTED')) = (approved_at is not null)),
    constraint minutes_distributed check ((state = 'DISTRIBUTED') = (distributed_at is not null))
);
create index minutes_due_on_idx on minutes (area, due_on) where distributed_at is null;
create index minutes_case_id_idx on minutes (case_id);

-- The draft's own words, one row a section: what was recorded is not copied.
create table minutes_text (
    id uuid primary key,
    minutes_id uuid not null references minutes,
    section text not null,
    text text not null,
    saves integer not null,
    saved_by uuid not null references user_account,
    saved_at timestamptz not null,
    constraint minutes_text_once unique (minutes_id, section)
);

create table minutes_return (
    id uuid primary key,
    minutes_id uuid not null references minutes,
    draft integer not null,
    notes text not null,
    returned_by uuid not null references user_account,
    returned_at timestamptz not null,
    constraint minutes_return_once_a_draft unique (minutes_id, draft),
    constraint minutes_return_has_notes check (notes <> '')
);

-- What was approved, one row a section, so that one can be held back from an agency.
create table minutes_section (
    id uuid primary key,
    minutes_id uuid not null references minutes,
    position integer not null,
    key text not null,
    heading text not null,
    content jsonb not null,
    constraint min_11_section_approved_once unique (minutes_id, key)
);

create table minutes_recipient (
    id uuid primary key,
    minutes_id uuid not null references minutes,
    agency_id uuid not null references agency,
    person_id uuid references user_account,
    reason text not null,
    held_back varchar[] not null,
    sent_at timestamptz not null,
    sent_by uuid not null references user_account,
    constraint minutes_recipient_once unique nulls not distinct (minutes_id, agency_id, person_id),
    constraint minutes_recipient_reason check (reason in ('ATTENDED', 'REPORTED', 'INVITED'))
);

create table minutes_addendum (
    id uuid primary key,
    minutes_id uuid not null references minutes,
    number integer not null,
    section text,
    what text not null,
    why text not null,
    added_by uuid not null references user_account,
    added_at timestamptz not null,
    constraint minutes_addendum_numbered unique (minutes_id, number),
    constraint min_11_addendum_says_what_and_why check (what <> '' and why <> '')
);

-- R-MIN-11: once approved nothing of it changes, whoever tries.
create function min_11_keep_approved() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - array['version', 'state', 'distributed_at']
            <> to_jsonb(old) - array['version', 'state', 'distributed_at']
        or (new.state <> old.state and new.state <> 'DISTRIBUTED')
        or (old.distributed_at is not null and new.distributed_at is distinct from old.distributed_at) then
        raise exception 'min_11: approved minutes are corrected by an addendum';
    end if;
    return new;
end $$;
create trigger min_11_keep_approved before update on minutes
    for each row when (old.approved_at is not null) execute function min_11_keep_approved();

create function min_11_only_before_approval() returns trigger language plpgsql as $$
begin
    if exists (select 1 from minutes where id = new.minutes_id and approved_at is not null) then
        raise exception 'min_11: approved minutes are corrected by an addendum';
    end if;
    return new;
end $$;
create trigger min_11_text_only_before_approval before insert or update on minutes_text
    for each row execute function min_11_only_before_approval();
create trigger min_11_section_only_before_approval before insert or update on minutes_section
    for each row execute function min_11_only_before_approval();

-- The second wall. Unit and chair read all; an agency reads what was given to it, without what is held back.
alter table minutes enable row level security;
create policy minutes_of_relation on minutes for select to mappa_app
    using ((select is_system()) or id in (select subject_id from readable_subject));
create policy minutes_new on minutes for insert to mappa_app with check (may_write_in(area));
create policy minutes_changed on minutes for update to mappa_app
    using ((select is_system()) or has_relation(id, array['UNIT', 'CHAIR'])) with check (may_write_in(area));

alter table minutes_text enable row level security;
create policy minutes_text_of_writers on minutes_text to mappa_app
    using ((select is_system()) or has_relation(minutes_id, array['UNIT', 'CHAIR']));

alter table minutes_return enable row level security;
create policy minutes_return_of_writers on minutes_return to mappa_app
    using ((select is_system()) or has_relation(minutes_id, array['UNIT', 'CHAIR']));

alter table minutes_recipient enable row level security;
create policy minutes_recipient_of_readers on minutes_recipient for select to mappa_app
    using ((select is_system()) or minutes_id in (select subject_id from readable_subject));
create policy minutes_recipient_of_writers on minutes_recipient for insert to mappa_app
    with check ((select is_system()) or has_relation(minutes_id, array['UNIT']));

create function may_read_section(of_minutes uuid, named text) returns boolean stable parallel safe language sql
    return (select is_system()) or (
        of_minutes in (select subject_id from readable_subject)
        and (has_relation(of_minutes, array['UNIT', 'CHAIR'])
            or exists (
                select 1 from minutes_recipient r
                where r.minutes_id = of_minutes
                  and 'AGENCY:' || r.agency_id = any ((select current_principals())::text[])
                  and (named is null or not named = any (r.held_back)))));

alter table minutes_section enable row level security;
create policy minutes_section_of_readers on minutes_section for select to mappa_app
    using (may_read_section(minutes_id, key));
create policy minutes_section_of_chair on minutes_section for insert to mappa_app
    with check ((select is_system()) or has_relation(minutes_id, array['CHAIR']));

alter table minutes_addendum enable row level security;
create policy minutes_addendum_of_readers on minutes_addendum for select to mappa_app
    using (may_read_section(minutes_id, section));
create policy minutes_addendum_of_writers on minutes_addendum for insert to mappa_app
    with check ((select is_system()) or has_relation(minutes_id, array['UNIT', 'CHAIR']));

grant select, insert, update on minutes, minutes_text to mappa_app;
grant select, insert on minutes_return, minutes_section, minutes_recipient, minutes_addendum to mappa_app;
