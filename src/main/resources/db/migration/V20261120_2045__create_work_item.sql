-- The one list of everything anyone is asked to do.
create table work_item (
    id uuid primary key,
    version integer not null,
    thing_id uuid not null,
    element text not null,
    round integer not null,
    seat text,
    process text,
    kind text not null,
    candidate_role text,
    area_code text not null references area,
    case_id uuid,
    reference text,
    path text,
    audience varchar[] not null,
    holder_id uuid references user_account,
    agency_id uuid references agency,
    due_on date,
    due_basis text,
    opened_at timestamptz not null,
    state text not null,
    outcome text,
    note text,
    closed_by uuid references user_account,
    closed_at timestamptz,
    constraint work_item_identity unique nulls not distinct (thing_id, element, round, seat),
    constraint work_item_state_known check (state in ('OPEN', 'COMPLETED', 'WITHDRAWN')),
    constraint work_item_closed_once check ((state = 'OPEN') = (closed_at is null)),
    constraint work_item_asked_of_somebody check (cardinality(audience) > 0)
);
comment on column work_item.process is 'null for work that no process asks for';
comment on column work_item.path is 'page where it is done; null for a kind that no page knows';
create index work_item_open_audience_idx on work_item using gin (audience) where state = 'OPEN';
create index work_item_open_due_idx on work_item (area_code, due_on, id) where state = 'OPEN';
create index work_item_open_holder_idx on work_item (holder_id, due_on, id) where state = 'OPEN';
create index work_item_done_audience_idx on work_item using gin (audience) where state = 'COMPLETED';
create index work_item_done_by_idx on work_item (closed_by, closed_at) where state = 'COMPLETED';

create table work_item_event (
    id uuid primary key,
    work_item_id uuid not null references work_item,
    at timestamptz not null,
    change text not null,
    actor_id uuid references user_account,
    holder_id uuid references user_account,
    due_on date,
    outcome text,
    constraint work_item_event_change_known check (change in ('OPENED', 'TAKEN', 'PUT_BACK', 'GIVEN', 'REASSIGNED',
        'DUE_CHANGED', 'COMPLETED', 'WITHDRAWN', 'ASKED_AGAIN'))
);
create index work_item_event_work_item_id_idx on work_item_event (work_item_id, at);

-- R-ACC-03: overrides every relation and every role, for work as for records.
create function is_excluded(thing uuid, case_file uuid) returns boolean stable parallel safe language sql
    return exists (
        select 1 from case_exclusion x
        where x.user_id = (select current_person())
          and x.subject_id in (thing, case_file)
          and (x.until_at is null or x.until_at > now()));

-- Those it is asked of, the one who holds it, and those who may see what it is about.
alter table work_item enable row level security;
create policy work_item_of_its_audience on work_item for select to mappa_app
    using ((select is_system())
        or ((audience && (select current_principals())::varchar[]
                or holder_id = (select current_person())
                or thing_id in (select subject_id from readable_subject))
            and not is_excluded(thing_id, case_id)));
create policy work_item_opened_in_area on work_item for insert to mappa_app with check (may_write_in(area_code));
create policy work_item_changed_in_area on work_item for update to mappa_app
    using (may_write_in(area_code)) with check (may_write_in(area_code));
create policy work_item_counted on work_item for select to mappa_relay using (true);
alter table work_item_event enable row level security;
create policy work_item_event_of_readable_item on work_item_event for select to mappa_app
    using (work_item_id in (select id from work_item));
create policy work_item_event_added on work_item_event for insert to mappa_app with check (true);

grant select, insert, update on work_item to mappa_app;
grant select, insert on work_item_event to mappa_app;
grant select (kind, state) on work_item to mappa_relay;
