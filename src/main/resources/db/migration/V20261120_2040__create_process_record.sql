-- What the engine must hear, what it has asked, and what was done once. Ids, codes, numbers and dates only.
-- Times here are the database's: they order technical work and are no dates of the domain.

-- One row for each thing that talks to the engine. Its lock gives the commands of one thing their order,
-- and the relay leases it, not the single command.
create table outbox_aggregate (
    thing_id uuid primary key,
    last_sequence bigint not null default 0,
    sent_sequence bigint not null default 0,
    due_at timestamptz not null default now(),
    attempts integer not null default 0,
    lease_id uuid,
    leased_until timestamptz,
    stopped boolean not null default false,
    constraint outbox_aggregate_sent_in_order check (sent_sequence between 0 and last_sequence)
);
create index outbox_aggregate_due_at_idx on outbox_aggregate (due_at)
    where sent_sequence < last_sequence and not stopped;

create table outbox (
    id uuid primary key,
    thing_id uuid not null references outbox_aggregate,
    sequence bigint not null,
    command text not null,
    process text,
    name text not null,
    round integer,
    seat text,
    variables jsonb not null,
    created_at timestamptz not null default now(),
    attempts integer not null default 0,
    state text not null default 'PENDING',
    last_error text,
    sent_at timestamptz,
    constraint outbox_in_order unique (thing_id, sequence),
    constraint outbox_command_known check (command in ('START', 'MESSAGE', 'COMPLETE')),
    constraint outbox_state_known check (state in ('PENDING', 'SENT', 'POISON')),
    constraint outbox_process_of_start check ((command = 'START') = (process is not null)),
    constraint outbox_round_of_answer check ((command = 'COMPLETE') = (round is not null))
);
comment on column outbox.name is 'the message of START and MESSAGE, the element of COMPLETE';
-- A task is one piece of work: it is answered once.
create unique index outbox_one_answer on outbox (thing_id, name, round, seat) nulls not distinct
    where command = 'COMPLETE';
create index outbox_state_idx on outbox (state, created_at) where state <> 'SENT';

-- One live instance for a thing and its process; any other is cancelled and counted.
create table process_instance (
    instance_key bigint primary key,
    thing_id uuid not null,
    process text not null,
    claimed_at timestamptz not null default now(),
    ended_at timestamptz
);
create unique index process_instance_one_live on process_instance (thing_id, process) where ended_at is null;

-- The engine's number of a task: an attribute of the task, which changes when an instance is rebuilt.
create table engine_job (
    thing_id uuid not null,
    element text not null,
    round integer not null,
    seat text,
    job_key bigint not null,
    instance_key bigint not null,
    process text not null,
    retries integer not null,
    first_seen_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    probed_at timestamptz not null default now(),
    gone_at timestamptz,
    constraint engine_job_identity unique nulls not distinct (thing_id, element, round, seat)
);
create index engine_job_instance_key_idx on engine_job (instance_key) where gone_at is null;
create index engine_job_probed_at_idx on engine_job (probed_at) where gone_at is null;

-- What was done once and for all, named by what it is: neither a job delivered again nor a rebuilt instance repeats it.
create table effect (
    thing_id uuid not null,
    kind text not null,
    due_on date,
    recipient text,
    at timestamptz not null,
    constraint effect_once unique nulls not distinct (thing_id, kind, due_on, recipient)
);

grant insert on outbox to mappa_app;
grant select, insert, update (last_sequence, due_at) on outbox_aggregate to mappa_app;
grant select, insert on effect to mappa_app;
grant select, insert, update on outbox_aggregate, process_instance, engine_job to mappa_relay;
grant select, update on outbox to mappa_relay;
