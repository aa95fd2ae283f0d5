-- Mails that were, or are to be, sent: keyed by what each is, so that neither a job delivered again nor an
-- instance built again sends one twice (QUALITY 2.1). A reference, a day and a path; never a word about a person.
create table notice (
    id uuid primary key,
    thing_id uuid not null,
    kind text not null,
    occasion text not null,
    recipient_id uuid not null references user_account,
    reference text,
    due_on date,
    path text not null,
    state text not null default 'PENDING',
    problem text,
    attempts integer not null default 0,
    uncertain_attempts integer not null default 0,
    created_at timestamptz not null,
    due_at timestamptz not null,
    leased_until timestamptz,
    sent_at timestamptz,
    constraint notice_once unique (thing_id, kind, occasion, recipient_id),
    constraint notice_state_known check (state in ('PENDING', 'SENT', 'FAILED')),
    constraint notice_problem_known check (problem in ('NO_ADDRESS', 'REFUSED', 'UNREACHABLE')),
    constraint notice_sent_has_a_moment check ((state = 'SENT') = (sent_at is not null)),
    constraint notice_reference_is_a_number check (reference ~ '^[A-Z]{2,4}-[0-9]{2}-[0-9]{4,9}(/R[0-9]+)?$'),
    constraint notice_path_is_one check (path ~ '^/[A-Za-z0-9/_-]*$')
);
create index notice_unsent_idx on notice (due_at) where state <> 'SENT';

grant insert on notice to mappa_app;
grant select, update on notice to mappa_relay;
alter table notice enable row level security;
create policy notice_is_written_with_its_cause on notice for insert to mappa_app with check (true);
create policy notice_is_sent_by_the_relay on notice to mappa_relay using (true);
