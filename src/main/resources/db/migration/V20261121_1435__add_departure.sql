-- Departures from guidance (R-GOV-01). What the board reads stands apart from what belongs to a case: the second has its case's wall.
create table departure (
    id uuid primary key,
    version integer not null,
    area_code text not null references area,
    rule text not null,
    reason text not null,
    approved_by uuid not null references user_account,
    from_on date not null,
    to_on date not null,
    recorded_by uuid not null references user_account,
    recorded_at timestamptz not null,
    ended_on date,
    ended_by uuid references user_account,
    constraint gov_01_has_a_reason check (btrim(reason) <> ''),
    constraint departure_ends_after_start check (to_on >= from_on),
    constraint departure_rule_is_a_number check (rule ~ '^[A-Z0-9]{1,4}-[0-9]{2}$'),
    constraint departure_ended_by_somebody check ((ended_on is null) = (ended_by is null))
);
create index departure_area_code_idx on departure (area_code, recorded_at, id);

create table departure_detail (
    id uuid primary key references departure,
    area_code text not null references area,
    thing_id uuid,
    reference text,
    what text not null,
    constraint departure_detail_reference_is_a_number check (reference ~ '^[A-Z]{2,4}-[0-9]{2}-[0-9]{4,9}(/R[0-9]+)?$'),
    constraint departure_detail_thing_has_reference check ((thing_id is null) = (reference is null))
);
comment on column departure_detail.thing_id is 'null: the whole area';
create index departure_detail_thing_id_idx on departure_detail (thing_id) where thing_id is not null;

alter table departure enable row level security;
create policy departure_read_in_area on departure for select to mappa_app using (may_read_in(area_code));
create policy departure_added_in_area on departure for insert to mappa_app with check (may_write_in(area_code));
create policy departure_ended_in_area on departure for update to mappa_app
    using (may_write_in(area_code)) with check (may_write_in(area_code));
alter table departure_detail enable row level security;
create policy departure_detail_read on departure_detail for select to mappa_app
    using ((select is_system()) or (thing_id is null and may_read_in(area_code))
        or thing_id in (select subject_id from readable_subject));
create policy departure_detail_added on departure_detail for insert to mappa_app
    with check (may_write_in(area_code) and ((select is_system()) or thing_id is null
        or thing_id in (select subject_id from readable_subject)));
grant select, insert on departure, departure_detail to mappa_app;
grant update (version, ended_on, ended_by) on departure to mappa_app;
