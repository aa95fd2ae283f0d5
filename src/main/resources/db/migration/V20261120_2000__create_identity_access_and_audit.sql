-- Who somebody is, what they may, what they may see, and what was done.

create table area (
    code text primary key,
    name text not null,
    constraint area_code_shape check (code ~ '^[A-Z]{2,3}$')
);

create table agency (
    id uuid primary key,
    area_code text not null references area,
    name text not null,
    kind text not null,
    constraint agency_kind_known check (kind in ('RESPONSIBLE_AUTHORITY', 'DUTY_TO_COOPERATE', 'INVITED'))
);

create table user_account (
    id uuid primary key,
    issuer text not null,
    subject text not null,
    display_name text not null,
    email text,
    constraint user_account_identity_key unique (issuer, subject)
);

-- What somebody may: read on each request, so that an ended one acts at once (ARCHITECTURE 9).
create table appointment (
    id uuid primary key,
    user_id uuid not null references user_account,
    role text not null,
    area_code text references area,
    agency_id uuid references agency,
    from_at timestamptz not null,
    until_at timestamptz,
    constraint appointment_ends_after_start check (until_at is null or until_at >= from_at)
);
create index appointment_user_id_idx on appointment (user_id);
create index appointment_area_code_role_idx on appointment (area_code, role);

-- Tokens never leave the server: the browser holds an opaque number, of which only the hash stands here.
create table web_session (
    id_hash bytea primary key,
    user_id uuid references user_account,
    tokens bytea not null,
    acting_appointment_id uuid references appointment,
    search_reason text,
    created_at timestamptz not null,
    used_at timestamptz not null,
    refreshed_at timestamptz not null
);
create index web_session_user_id_idx on web_session (user_id);

-- Who may see which person, case or referral. A principal is PERSON:<uuid>, UNIT:<area>, ROLE:<area>:<role> or AGENCY:<uuid>.
create table case_grant (
    id uuid primary key,
    principal text not null,
    subject_id uuid not null,
    relation text not null,
    from_at timestamptz not null,
    until_at timestamptz,
    constraint case_grant_once unique (principal, subject_id, relation, from_at)
);
create index case_grant_principal_idx on case_grant (principal, subject_id);
create index case_grant_subject_id_idx on case_grant (subject_id);

-- R-ACC-03: overrides every relation and every role.
create table case_exclusion (
    id uuid primary key,
    subject_id uuid not null,
    user_id uuid not null references user_account,
    reason text not null,
    from_at timestamptz not null,
    until_at timestamptz
);
create index case_exclusion_user_id_idx on case_exclusion (user_id, subject_id);

-- The actor of the running transaction. Empty outside one: then nothing is readable.
create function current_principals() returns text[] stable parallel safe language sql
    return string_to_array(nullif(current_setting('mappa.principals', true), ''), ',');
create function current_person() returns uuid stable parallel safe language sql
    return nullif(current_setting('mappa.person', true), '')::uuid;
create function current_areas() returns text[] stable parallel safe language sql
    return string_to_array(nullif(current_setting('mappa.areas', true), ''), ',');
create function is_system() returns boolean stable parallel safe language sql
    return coalesce(current_setting('mappa.system', true), '') = 'true';

-- What the actor of the transaction may see: the one source for the queries' predicate and for row-level security.
create view readable_subject as
select g.subject_id
from case_grant g
where ((select is_system()) or g.principal = any ((select current_principals())::text[]))
  and (g.until_at is null or g.until_at > now())
  and not exists (
      select 1 from case_exclusion x
      where x.subject_id = g.subject_id
        and x.user_id = (select current_person())
        and (x.until_at is null or x.until_at > now()));

-- Writing is open to the areas one is appointed in, and to the system.
create function may_write_in(area text) returns boolean stable parallel safe language sql
    return (select is_system()) or area = any ((select current_areas())::text[]);

-- One row an answer; insert only; chained by area (ARCHITECTURE 10). Ids and codes only, never a name or a text.
create table audit_event (
    area_code text not null,
    sequence bigint not null,
    at timestamptz not null,
    actor_id uuid,
    system_job text,
    agency_id uuid,
    role text not null,
    operation text not null,
    event text not null,
    subject_ids uuid[] not null,
    purpose text,
    route text,
    correlation_id text,
    detail jsonb not null,
    previous_hash bytea not null,
    hash bytea not null,
    constraint audit_event_pkey primary key (area_code, sequence),
    constraint audit_event_has_an_actor check ((actor_id is null) <> (system_job is null)),
    constraint audit_event_operation_known check (operation in
        ('COLLECT', 'ALTER', 'CONSULT', 'DISCLOSE', 'COMBINE', 'ERASE', 'SIGN_IN', 'PERMISSION', 'BREAK_GLASS'))
);
create index audit_event_subject_ids_idx on audit_event using gin (subject_ids);
create index audit_event_actor_id_idx on audit_event (actor_id, at);

create table audit_head (
    area_code text primary key,
    sequence bigint not null,
    hash bytea not null
);

-- The text that a row's hash covers; written again in Java, apart from this, to verify.
create function audit_text(e audit_event) returns text immutable parallel safe language sql
    return concat_ws(e'\n', e.area_code, e.sequence::text,
        to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        coalesce(e.actor_id::text, '-'), coalesce(e.system_job, '-'), coalesce(e.agency_id::text, '-'), e.role, e.operation, e.event,
        array_to_string(e.subject_ids, ','), coalesce(e.purpose, '-'), coalesce(e.route, '-'),
        coalesce(e.correlation_id, '-'), e.detail::text, encode(e.previous_hash, 'hex'));

-- Appends the events of one transaction in order: one statement, the chain's head locked until commit.
create function audit_append(area text, events jsonb) returns void
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    head audit_head;
    item jsonb;
    entry audit_event;
begin
    insert into audit_head values (area, 0, sha256(convert_to(area, 'UTF8'))) on conflict do nothing;
    select * into head from audit_head where area_code = area for update;
    for item in select * from jsonb_array_elements(events)
    loop
        entry.area_code := area;
        entry.sequence := head.sequence + 1;
        entry.at := (item ->> 'at')::timestamptz;
        entry.actor_id := (item ->> 'actorId')::uuid;
        entry.system_job := item ->> 'systemJob';
        entry.agency_id := (item ->> 'agencyId')::uuid;
        entry.role := item ->> 'role';
        entry.operation := item ->> 'operation';
        entry.event := item ->> 'event';
        entry.subject_ids := array(select jsonb_array_elements_text(item -> 'subjectIds')::uuid);
        entry.purpose := item ->> 'purpose';
        entry.route := item ->> 'route';
        entry.correlation_id := item ->> 'correlationId';
        entry.detail := item -> 'detail';
        entry.previous_hash := head.hash;
        entry.hash := sha256(convert_to(audit_text(entry), 'UTF8'));
        insert into audit_event select entry.*;
        head.sequence := entry.sequence;
        head.hash := entry.hash;
    end loop;
    update audit_head set sequence = head.sequence, hash = head.hash where area_code = area;
end
$$;

create function audit_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'audit_event is append-only'; end $$;
create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function audit_is_append_only();
create trigger audit_event_not_truncated before truncate on audit_event
    for each statement execute function audit_is_append_only();

-- The first answer to each form key or Idempotency-Key, kept 7 days (DECISIONS 8). Results hold ids and states only.
create table command_result (
    actor_id uuid not null,
    key text not null,
    request_mac bytea not null,
    result text,
    at timestamptz not null,
    constraint command_result_pkey primary key (actor_id, key, request_mac)
);
create index command_result_at_idx on command_result (at);

-- Text typed into a form whose session had ended: encrypted, for its writer only, 24 hours (D).
create table held_form (
    id uuid primary key,
    user_id uuid not null references user_account,
    path text not null,
    body bytea not null,
    at timestamptz not null
);

grant usage on schema public to mappa_app, mappa_relay, mappa_reporter, mappa_auditor;
grant select on area, agency, user_account, appointment, case_grant, case_exclusion, readable_subject to mappa_app;
grant insert, update on area, agency, user_account, appointment, case_grant to mappa_app;
grant insert on case_exclusion to mappa_app;
grant select, insert, update, delete on web_session, command_result, held_form to mappa_app;
grant select on audit_event, audit_head to mappa_app, mappa_auditor;
alter table audit_event enable row level security;
create policy audit_event_of_readable_subject on audit_event for select to mappa_app
    using ((select is_system()) or subject_ids && array(select subject_id from readable_subject));
create policy audit_event_for_verification on audit_event for select to mappa_auditor using (true);
revoke execute on function audit_append(text, jsonb) from public;
grant execute on function audit_append(text, jsonb) to mappa_app;
