-- A role is given by two people (SEC-32): one proposes, another confirms; and who signed in without a role can be found.
alter table user_account
    add column sign_in_name text,
    add column signed_in_at timestamptz;

alter table appointment
    add column grade text,
    add constraint appointment_grade_known check (grade in ('MIDDLE_MANAGER', 'SENIOR_MANAGER'));
create index appointment_agency_id_idx on appointment (agency_id) where agency_id is not null;

create table appointment_proposal (
    id uuid primary key,
    version integer not null,
    user_id uuid not null references user_account,
    role text not null,
    area_code text references area,
    agency_id uuid references agency,
    grade text,
    from_on date not null,
    until_on date,
    state text not null,
    appointment_id uuid references appointment,
    proposed_by uuid not null references user_account,
    proposed_at timestamptz not null,
    decided_by uuid references user_account,
    decided_at timestamptz,
    constraint appointment_proposal_state_known check (state in ('WAITING', 'ALONE', 'CONFIRMED', 'REFUSED')),
    constraint appointment_proposal_grade_known check (grade in ('MIDDLE_MANAGER', 'SENIOR_MANAGER')),
    constraint appointment_proposal_ends_after_start check (until_on >= from_on),
    constraint sec_32_not_for_oneself check (proposed_by <> user_id and decided_by <> user_id),
    constraint sec_32_confirmed_by_another check (state <> 'CONFIRMED' or (decided_by is not null and decided_by <> proposed_by)),
    constraint sec_32_effective_when_confirmed check ((state in ('ALONE', 'CONFIRMED')) <= (appointment_id is not null))
);
create index appointment_proposal_user_id_idx on appointment_proposal (user_id, proposed_at);
create index appointment_proposal_open_idx on appointment_proposal (area_code, proposed_at) where state in ('WAITING', 'ALONE');

create function administers_the_installation() returns boolean stable parallel safe language sql
    return (select is_system())
        or exists (select 1 from appointment a where a.user_id = (select current_person()) and a.role = 'SYSTEM_ADMIN'
            and a.from_at <= now() and (a.until_at is null or a.until_at > now()));

-- A proposal for no area, that of a system administrator, is for whoever may have to confirm it.
alter table appointment_proposal enable row level security;
create policy appointment_proposal_readable on appointment_proposal for select to mappa_app
    using (may_read_in(area_code) or (area_code is null and (select current_areas()) is not null));
create policy appointment_proposal_made on appointment_proposal for insert to mappa_app
    with check ((select administers_the_installation()));
create policy appointment_proposal_decided on appointment_proposal for update to mappa_app
    using (may_read_in(area_code) or area_code is null) with check (may_read_in(area_code) or area_code is null);
grant select, insert, update on appointment_proposal to mappa_app;
