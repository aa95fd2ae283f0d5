-- Categories 1 and 2 that end at Level 2 or 3 (R-CAT-08): who was asked when, and what was decided in time or late (K-20).
create table category_expiry (
    id uuid primary key,
    version integer not null,
    case_id uuid not null references mappa_case,
    person_id uuid not null references person,
    area text not null references area,
    reference text not null,
    category text not null,
    level integer not null,
    ends_on date not null,
    round integer not null,
    asked text not null,
    choice text,
    decided_on date,
    closed_on date,
    outcome text,
    constraint cat_08_categories check (category in ('CATEGORY_1', 'CATEGORY_2')),
    constraint category_expiry_level check (level in (2, 3)),
    constraint category_expiry_asked_known check (asked in ('NOBODY', 'COORDINATOR', 'ALL_COORDINATORS')),
    constraint category_expiry_choice_known check (choice in ('MOVE', 'EXIT')),
    constraint category_expiry_decided_on_a_day check ((choice is null) = (decided_on is null)),
    constraint category_expiry_outcome_known check (outcome in ('MOVED', 'LEFT', 'OVERTAKEN')),
    constraint category_expiry_closed_on_a_day check ((outcome is null) = (closed_on is null))
);
create unique index category_expiry_once on category_expiry (case_id) where closed_on is null;
create index category_expiry_case_id_idx on category_expiry (case_id);
create index category_expiry_ends_on_idx on category_expiry (ends_on) where closed_on is null;

create table expiry_decision (
    id uuid primary key,
    expiry_id uuid not null references category_expiry,
    case_id uuid not null references mappa_case,
    area text not null references area,
    choice text not null,
    ends_on date not null,
    decided_on date not null,
    reasons text not null,
    harm text,
    conviction text,
    handed_over text,
    decided_at timestamptz not null,
    decided_by uuid not null references user_account,
    constraint expiry_decision_choice_known check (choice in ('MOVE', 'EXIT')),
    constraint cat_08_has_reasons check (btrim(reasons) <> ''),
    constraint cat_04_has_its_test check (choice <> 'MOVE' or num_nonnulls(harm, conviction) = 2)
);
create index expiry_decision_expiry_id_idx on expiry_decision (expiry_id, decided_at desc);

alter table category_expiry enable row level security;
create policy category_expiry_of_case on category_expiry to mappa_app
    using (case_id in (select subject_id from readable_subject))
    with check (case_id in (select subject_id from readable_subject) and may_write_in(area));
alter table expiry_decision enable row level security;
create policy expiry_decision_of_case on expiry_decision to mappa_app
    using (case_id in (select subject_id from readable_subject))
    with check (case_id in (select subject_id from readable_subject) and may_write_in(area));
grant select, insert on category_expiry, expiry_decision to mappa_app;
grant update (version, level, ends_on, round, asked, choice, decided_on, closed_on, outcome) on category_expiry to mappa_app;
