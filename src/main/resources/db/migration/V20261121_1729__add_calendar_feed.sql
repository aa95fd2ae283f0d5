-- A personal address at which calendar programs read one person's meetings, in one of their appointments. Of the
-- secret in the address only a hash is kept; an address is withdrawn, never deleted.
create table calendar_feed (
    id uuid primary key,
    version integer not null,
    user_id uuid not null references user_account,
    appointment_id uuid not null references appointment,
    secret_hash bytea not null,
    made_at timestamptz not null,
    withdrawn_at timestamptz,
    used_at timestamptz,
    counted_from timestamptz,
    reads integer not null,
    audited_on date,
    audited_hash bytea,
    constraint calendar_feed_secret_key unique (secret_hash)
);
create unique index calendar_feed_one_open on calendar_feed (appointment_id) where withdrawn_at is null;

alter table calendar_feed enable row level security;
create policy calendar_feed_of_its_reader on calendar_feed to mappa_app
    using ((select is_system()) or user_id = (select current_person()))
    with check ((select is_system()) or user_id = (select current_person()));
grant select, insert on calendar_feed to mappa_app;
grant update (version, withdrawn_at, used_at, counted_from, reads, audited_on, audited_hash) on calendar_feed to mappa_app;
