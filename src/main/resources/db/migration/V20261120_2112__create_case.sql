-- The last number given out in an area and year: its row is locked until the case is there, so that
-- numbers follow without a gap.
create table case_number (
    area text not null references area,
    year integer not null,
    last integer not null,
    constraint case_number_pkey primary key (area, year)
);

create table mappa_case (
    id uuid primary key,
    version integer not null,
    person_id uuid not null references person,
    area text not null references area,
    reference_year integer not null,
    reference_number integer not null,
    owner_id uuid references user_account,
    owner_agency_id uuid references agency,
    opened_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    constraint mappa_case_reference_key unique (area, reference_year, reference_number),
    constraint mappa_case_person_id_key unique (person_id, area)
);
create index mappa_case_owner_id_idx on mappa_case (owner_id);

create table mappa_eligibility (
    id uuid primary key,
    spell_id uuid not null references mappa_eligibility,
    person_id uuid not null references person,
    case_id uuid not null references mappa_case,
    area text not null references area,
    category text not null,
    basis text not null,
    lead_agency_id uuid not null references agency,
    end_reason text,
    valid_from date not null,
    valid_to date,
    recorded_at timestamptz not null,
    recorded_by uuid,
    superseded_at timestamptz,
    constraint mappa_eligibility_days check (valid_to is null or valid_to >= valid_from),
    constraint mappa_eligibility_end_has_reason check ((valid_to is null) = (end_reason is null)),
    constraint cat_02_category_1_statutory check (category <> 'CATEGORY_1' or basis = 'STATUTORY'),
    constraint cat_03_category_2_statutory check (category <> 'CATEGORY_2' or basis = 'STATUTORY'),
    constraint cat_04_category_3_discretionary check (category <> 'CATEGORY_3' or basis = 'DISCRETIONARY'),
    -- deferred: the row that supersedes is written before the one it supersedes is marked
    constraint cat_01_one_category exclude using gist
        (person_id with =, daterange(valid_from, valid_to) with &&)
        where (superseded_at is null) deferrable initially deferred
);
create index mappa_eligibility_case_id_idx on mappa_eligibility (case_id);
create index mappa_eligibility_spell_id_idx on mappa_eligibility (spell_id);

create table level_spell (
    id uuid primary key,
    spell_id uuid not null references level_spell,
    eligibility_id uuid not null references mappa_eligibility,
    case_id uuid not null references mappa_case,
    area text not null references area,
    level text not null,
    set_by text not null,
    reason text not null,
    decision_id uuid,
    valid_from date not null,
    valid_to date,
    recorded_at timestamptz not null,
    recorded_by uuid,
    superseded_at timestamptz,
    constraint level_spell_days check (valid_to is null or valid_to >= valid_from),
    constraint lvl_09_reason check (reason <> ''),
    constraint lvl_09_decision check (set_by not in ('SCREENING', 'MEETING') or decision_id is not null),
    constraint level_spell_one_level exclude using gist
        (eligibility_id with =, daterange(valid_from, valid_to) with &&)
        where (superseded_at is null) deferrable initially deferred
);
create index level_spell_case_id_idx on level_spell (case_id);
create index level_spell_spell_id_idx on level_spell (spell_id);

create table location_spell (
    id uuid primary key,
    spell_id uuid not null references location_spell,
    case_id uuid not null references mappa_case,
    area text not null references area,
    location text not null,
    place text,
    valid_from date not null,
    valid_to date,
    recorded_at timestamptz not null,
    recorded_by uuid,
    superseded_at timestamptz,
    constraint location_spell_days check (valid_to is null or valid_to >= valid_from),
    constraint location_spell_one_place exclude using gist
        (case_id with =, daterange(valid_from, valid_to) with &&)
        where (superseded_at is null) deferrable initially deferred
);
create index location_spell_case_id_idx on location_spell (case_id);

create table sentence_date (
    id uuid primary key,
    case_id uuid not null references mappa_case,
    area text not null references area,
    kind text not null,
    day date,
    missing text,
    recorded_at timestamptz not null,
    recorded_by uuid,
    superseded_at timestamptz,
    constraint sentence_date_known check (num_nonnulls(day, missing) = 1)
);
create index sentence_date_case_id_idx on sentence_date (case_id);

-- Looked eligible, was checked, is not: kept so that nobody repeats it (R-CAT-09).
create table not_eligible_check (
    id uuid primary key,
    person_id uuid not null references person,
    area text not null references area,
    checked_on date not null,
    reason text not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    constraint cat_09_reason check (reason <> '')
);
create index not_eligible_check_person_id_idx on not_eligible_check (person_id);

-- What somebody found: theirs alone, for 30 minutes, so that going back works and no name is in an address.
create table search_result (
    id uuid primary key,
    user_id uuid not null references user_account,
    area text not null references area,
    reason text not null,
    criteria text not null,
    matches text not null,
    more boolean not null,
    recorded_at timestamptz not null,
    until_at timestamptz not null
);
create index search_result_until_at_idx on search_result (until_at);
