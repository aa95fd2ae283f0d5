-- Files that stand beside a record: a referral, what an agency sends before a meeting (keyed by its
-- invitation), the record of a meeting. One that was a mistake is withdrawn with a reason, never deleted.
create table attached_file (
    id uuid primary key,
    version integer not null,
    area text not null references area,
    holder text not null,
    thing_id uuid not null,
    number integer not null,
    title text not null,
    name text not null,
    type text not null,
    size integer not null,
    sha256 bytea not null,
    scanned_at timestamptz,
    added_at timestamptz not null,
    added_by uuid not null references user_account,
    withdrawn_at timestamptz,
    withdrawn_by uuid references user_account,
    withdrawn_reason text,
    constraint attached_file_numbered unique (holder, thing_id, number),
    constraint attached_file_holder_known check (holder in ('referrals', 'agency-returns', 'meetings')),
    constraint attached_file_type_known check (type in ('PDF', 'WORD', 'ODT', 'JPEG', 'PNG')),
    constraint attached_file_has_title check (title <> '' and name <> ''),
    constraint attached_file_has_content check (size > 0 and length(sha256) = 32),
    constraint attached_file_withdrawn_with_reason check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 3))
);

-- Apart, so that a list reads none of it.
create table attached_file_content (
    file_id uuid primary key references attached_file,
    content bytea not null
);
alter table attached_file_content alter column content set storage external; -- packed already

-- The second wall: whoever reads the record reads its files. The policies of the records decide,
-- since a query within a policy is one of the server's role.
create function may_read_holder(holder text, thing uuid) returns boolean stable parallel safe language sql
    return (select is_system())
        or (holder = 'referrals' and thing in (select id from referral))
        or (holder = 'agency-returns' and thing in (select id from meeting_invitation))
        or (holder = 'meetings' and thing in (select id from meeting));

alter table attached_file enable row level security;
create policy attached_file_of_record on attached_file for select to mappa_app
    using (may_read_holder(holder, thing_id));
create policy attached_file_added on attached_file for insert to mappa_app
    with check (may_write_in(area) and may_read_holder(holder, thing_id));
create policy attached_file_withdrawn on attached_file for update to mappa_app
    using (may_read_holder(holder, thing_id)) with check (may_write_in(area));

alter table attached_file_content enable row level security;
create policy attached_file_content_of_file on attached_file_content for select to mappa_app
    using (file_id in (select id from attached_file where withdrawn_at is null));
create policy attached_file_content_added on attached_file_content for insert to mappa_app
    with check (file_id in (select id from attached_file));

grant select, insert on attached_file, attached_file_content to mappa_app;
grant update (version, withdrawn_at, withdrawn_by, withdrawn_reason) on attached_file to mappa_app;
