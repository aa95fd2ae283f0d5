-- Partners of an area: who has the duty to co-operate, who speaks for an agency, what was agreed with it, and whom
-- each level always asks. Rows of what was said are only added; of several for one thing the last counts.

-- Whom the law names, as data: an order can change the list (MG-3.5).
create table statutory_body (
    code text primary key,
    kind text not null,
    name text not null,
    valid_from date,
    valid_to date,
    constraint statutory_body_kind_known check (kind in ('RESPONSIBLE_AUTHORITY', 'DUTY_TO_COOPERATE')),
    constraint statutory_body_ends_after_start check (valid_to >= valid_from)
);
comment on column statutory_body.valid_from is 'null since the arrangements began';
insert into statutory_body (code, kind, name, valid_from, valid_to) values
    ('POLICE', 'RESPONSIBLE_AUTHORITY', 'Police', null, null),
    ('PROBATION', 'RESPONSIBLE_AUTHORITY', 'Probation Service', null, null),
    ('PRISON', 'RESPONSIBLE_AUTHORITY', 'HM Prison Service', null, null),
    ('YOUTH_OFFENDING', 'DUTY_TO_COOPERATE', 'Youth offending team', null, null),
    ('JOBCENTRE', 'DUTY_TO_COOPERATE', 'Department for Work and Pensions (Jobcentre Plus)', null, null),
    ('DEFENCE', 'DUTY_TO_COOPERATE', 'Ministry of Defence', null, null),
    ('EDUCATION', 'DUTY_TO_COOPERATE', 'Local authority: education', null, null),
    ('SOCIAL_SERVICES', 'DUTY_TO_COOPERATE', 'Local authority: social services', null, null),
    ('LOCAL_HEALTH', 'DUTY_TO_COOPERATE', 'Local authority: health', null, null),
    ('NHS_ENGLAND', 'DUTY_TO_COOPERATE', 'NHS England', date '2013-04-01', null),
    ('HEALTH_AUTHORITY', 'DUTY_TO_COOPERATE', 'Health authority', null, null),
    ('CLINICAL_COMMISSIONING', 'DUTY_TO_COOPERATE', 'Clinical commissioning group', date '2013-04-01', date '2022-06-30'),
    ('LOCAL_HEALTH_BOARD', 'DUTY_TO_COOPERATE', 'Local health board', null, null),
    ('INTEGRATED_CARE_BOARD', 'DUTY_TO_COOPERATE', 'Integrated care board', date '2022-07-01', null),
    ('NHS_TRUST', 'DUTY_TO_COOPERATE', 'NHS trust', null, null),
    ('HOUSING_AUTHORITY', 'DUTY_TO_COOPERATE', 'Local housing authority', null, null),
    ('SOCIAL_LANDLORD', 'DUTY_TO_COOPERATE', 'Provider of social housing', null, null),
    ('ELECTRONIC_MONITORING', 'DUTY_TO_COOPERATE', 'Electronic monitoring provider', null, null),
    ('IMMIGRATION', 'DUTY_TO_COOPERATE', 'Home Office visas, border and immigration enforcement', null, null);
grant select on statutory_body to mappa_app, mappa_reporter;

alter table agency
    add column version integer not null default 0,
    add column body text references statutory_body,
    add column sub_area text,
    add column ended_on date,
    add column end_reason text,
    add constraint agency_ends_with_reason check ((ended_on is null) = (end_reason is null)),
    add constraint agency_guest_without_duty check (kind <> 'INVITED' or body is null);
create index agency_area_code_idx on agency (area_code, name, id);

create table agency_event (
    id uuid primary key,
    area_code text not null references area,
    agency_id uuid not null references agency,
    change text not null,
    name text not null,
    kind text not null,
    body text references statutory_body,
    sub_area text,
    on_day date,
    reason text,
    recorded_at timestamptz not null,
    recorded_by uuid references user_account,
    constraint agency_event_change_known check (change in ('ADDED', 'CHANGED', 'ENDED', 'REOPENED'))
);
create index agency_event_agency_id_idx on agency_event (agency_id, recorded_at);

create table agency_contact (
    id uuid primary key,
    area_code text not null references area,
    agency_id uuid not null references agency,
    contact_id uuid references user_account,
    deputy_id uuid references user_account,
    escalation_id uuid references user_account,
    recorded_at timestamptz not null,
    recorded_by uuid not null references user_account,
    constraint inf_06_deputy_is_another check (contact_id <> deputy_id)
);
create index agency_contact_agency_id_idx on agency_contact (agency_id, recorded_at);

create table agreement (
    id uuid primary key,
    area_code text not null references area,
    agency_id uuid not null references agency,
    kind text not null,
    signed_on date,
    review_due_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null references user_account,
    constraint agreement_kind_known check (kind in ('MEMORANDUM', 'INFORMATION_SHARING')),
    constraint inf_05_signed_with_review check ((signed_on is null) = (review_due_on is null)),
    constraint inf_05_review_after_signature check (review_due_on > signed_on)
);
comment on column agreement.signed_on is 'null: there is none, as was found on the day it was recorded';
create index agreement_agency_id_idx on agreement (agency_id, kind, recorded_at);

create table core_agency_list (
    id uuid primary key,
    area_code text not null references area,
    level integer not null,
    agency_ids uuid[] not null,
    from_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null references user_account,
    constraint core_agency_list_level_known check (level in (2, 3))
);
create index core_agency_list_area_code_idx on core_agency_list (area_code, level, from_on, recorded_at);

-- Reading is open in the areas one is appointed in, to the system, and to those who administer the installation.
create function may_read_in(area text) returns boolean stable parallel safe language sql
    return (select is_system()) or area = any ((select current_areas())::text[])
        or exists (select 1 from appointment a where a.user_id = (select current_person()) and a.role = 'SYSTEM_ADMIN'
            and a.from_at <= now() and (a.until_at is null or a.until_at > now()));

do $$
declare
    part text;
begin
    foreach part in array array['agency_event', 'agency_contact', 'agreement', 'core_agency_list']
    loop
        execute format('alter table %I enable row level security', part);
        execute format('create policy %I on %I for select to mappa_app using (may_read_in(area_code))', part || '_read_in_area', part);
        execute format('create policy %I on %I for insert to mappa_app with check (may_write_in(area_code))', part || '_added_in_area', part);
        execute format('grant select, insert on %I to mappa_app', part);
    end loop;
end
$$;
