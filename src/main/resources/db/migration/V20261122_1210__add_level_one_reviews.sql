-- Level 1: the lead agency's reviews with their evidence, and what prompts it to refer up (R-L1-01 to R-L1-07).
create table level_one_stay (
    id uuid primary key,
    version integer not null,
    case_id uuid not null references mappa_case,
    person_id uuid not null references person,
    area text not null references area,
    reference text not null,
    since date not null,
    owner_id uuid references user_account,
    agency_id uuid references agency,
    held_on date,
    due_on date,
    ask_on date,
    basis text not null,
    round integer not null,
    told text not null,
    ended_on date,
    constraint level_one_stay_basis_known check (basis in ('BEFORE_RELEASE', 'INTERVAL', 'HELD')),
    constraint level_one_stay_told_known check (told in ('NOTHING', 'DUE', 'REMINDED', 'LATE')),
    constraint level_one_stay_asked_for_a_day check ((due_on is null) = (ask_on is null))
);
create unique index level_one_stay_once on level_one_stay (case_id) where ended_on is null;
create index level_one_stay_case_id_idx on level_one_stay (case_id);
create index level_one_stay_due_on_idx on level_one_stay (due_on, id) where ended_on is null;
create index level_one_stay_ask_on_idx on level_one_stay (ask_on) where ended_on is null and told <> 'LATE';

create table level_one_review (
    id uuid primary key,
    stay_id uuid not null references level_one_stay,
    case_id uuid not null references mappa_case,
    area text not null references area,
    mode text not null,
    held_on date not null,
    due_on date,
    took_part text not null,
    evidence text not null,
    shared_with uuid[] not null,
    shared_on date not null,
    outcome text not null,
    reasons text not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null references user_account,
    constraint level_one_review_mode_known check (mode in ('MULTI_AGENCY', 'PAPER')),
    constraint level_one_review_outcome_known check (outcome in ('STAY', 'REFER_UP', 'EXIT')),
    constraint l1_04_plan_shared check (cardinality(shared_with) > 0 and shared_on >= held_on),
    constraint l1_07_has_evidence check (btrim(evidence) <> '')
);
create index level_one_review_case_id_idx on level_one_review (case_id, held_on desc);
create index level_one_review_stay_id_idx on level_one_review (stay_id);

create table refer_up_prompt (
    id uuid primary key,
    version integer not null,
    stay_id uuid not null references level_one_stay,
    case_id uuid not null references mappa_case,
    area text not null references area,
    kind text not null,
    since date not null,
    detail text,
    recorded_at timestamptz not null,
    recorded_by uuid references user_account,
    ending text,
    reason text,
    ended_at timestamptz,
    ended_by uuid references user_account,
    constraint refer_up_prompt_kind_known
        check (kind in ('RISK_HIGH', 'NEW_ARREST', 'RECALL', 'BACK_IN_CUSTODY', 'AGENCY_DOES_NOT_DELIVER')),
    constraint refer_up_prompt_ending_known check (ending in ('DISMISSED', 'REFERRED', 'OVERTAKEN')),
    constraint refer_up_prompt_ended_once check ((ending is null) = (ended_at is null)),
    constraint l1_05_dismissed_with_reason check (ending <> 'DISMISSED' or btrim(reason) <> '')
);
create index refer_up_prompt_case_id_idx on refer_up_prompt (case_id, recorded_at desc);
create index refer_up_prompt_open_idx on refer_up_prompt (stay_id) where ending is null;

-- Whoever answers for a case without being its owner sees its reviews by the stay alone, not the case.
alter table level_one_stay enable row level security;
create policy level_one_stay_of_case on level_one_stay to mappa_app
    using (id in (select subject_id from readable_subject) or case_id in (select subject_id from readable_subject))
    with check (may_write_in(area));
alter table level_one_review enable row level security;
create policy level_one_review_of_case on level_one_review to mappa_app
    using (stay_id in (select subject_id from readable_subject) or case_id in (select subject_id from readable_subject))
    with check (stay_id in (select subject_id from readable_subject) and may_write_in(area));
alter table refer_up_prompt enable row level security;
create policy refer_up_prompt_of_case on refer_up_prompt to mappa_app
    using (stay_id in (select subject_id from readable_subject) or case_id in (select subject_id from readable_subject))
    with check (stay_id in (select subject_id from readable_subject) and may_write_in(area));
grant select, insert on level_one_stay, level_one_review, refer_up_prompt to mappa_app;
grant update (version, since, owner_id, agency_id, held_on, due_on, ask_on, basis, round, told, ended_on) on level_one_stay to mappa_app;
grant update (version, ending, reason, ended_at, ended_by) on refer_up_prompt to mappa_app;
