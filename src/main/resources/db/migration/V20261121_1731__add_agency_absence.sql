-- Days on which an agency has said that it cannot come to meetings; one that was a mistake is ended, never deleted.
create table agency_absence (
    id uuid primary key,
    version integer not null,
    area_code text not null references area,
    agency_id uuid not null references agency,
    from_on date not null,
    to_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null references user_account,
    ended_at timestamptz,
    ended_by uuid references user_account,
    constraint agency_absence_ends_after_start check (to_on >= from_on),
    constraint agency_absence_ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
create index agency_absence_area_code_idx on agency_absence (area_code, to_on) where ended_at is null;

alter table agency_absence enable row level security;
create policy agency_absence_read_in_area on agency_absence for select to mappa_app using (may_read_in(area_code));
create policy agency_absence_added_in_area on agency_absence for insert to mappa_app with check (may_write_in(area_code));
create policy agency_absence_ended_in_area on agency_absence for update to mappa_app
    using (may_write_in(area_code)) with check (may_write_in(area_code));
grant select, insert on agency_absence to mappa_app;
grant update (version, ended_at, ended_by) on agency_absence to mappa_app;
