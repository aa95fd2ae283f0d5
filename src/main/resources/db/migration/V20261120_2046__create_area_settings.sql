-- The numbers of an area, who sits on its panel, and the days on which it does or does not work. Rows are only added:
-- of several for one thing the one with the latest day that has come counts, and of those the one recorded last.

create table area_setting (
    id uuid primary key,
    area_code text not null references area,
    setting text not null,
    value text not null,
    from_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null references user_account
);
create index area_setting_area_code_idx on area_setting (area_code, setting, from_on, recorded_at);

create table panel_seat (
    id uuid primary key,
    area_code text not null references area,
    seat text not null,
    holder_id uuid references user_account,
    deputy_id uuid references user_account,
    from_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null references user_account,
    constraint panel_seat_deputy_is_another check (holder_id <> deputy_id)
);
create index panel_seat_area_code_idx on panel_seat (area_code, seat, from_on, recorded_at);

create table working_day_override (
    id uuid primary key,
    area_code text not null references area,
    day date not null,
    working boolean not null,
    reason text not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null references user_account,
    constraint working_day_override_has_reason check (reason <> '')
);
create index working_day_override_area_code_idx on working_day_override (area_code, day, recorded_at);

-- Open to read for everybody in the service; written only in one's own area.
alter table area_setting enable row level security;
create policy area_setting_is_public on area_setting for select using (true);
create policy area_setting_of_own_area on area_setting for insert with check (may_write_in(area_code));
alter table panel_seat enable row level security;
create policy panel_seat_is_public on panel_seat for select using (true);
create policy panel_seat_of_own_area on panel_seat for insert with check (may_write_in(area_code));
alter table working_day_override enable row level security;
create policy working_day_override_is_public on working_day_override for select using (true);
create policy working_day_override_of_own_area on working_day_override for insert with check (may_write_in(area_code));

grant select, insert on area_setting, panel_seat, working_day_override to mappa_app;
grant select on area_setting, panel_seat, working_day_override to mappa_reporter;
