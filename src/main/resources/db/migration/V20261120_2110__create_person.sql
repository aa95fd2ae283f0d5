-- Names as they are compared: lower case, without accents and apostrophes, everything else that is
-- not a letter or digit a blank. "O’Brien" is "obrien", "Núñez-Lee" is "nunez lee".
-- unaccent is not immutable only because its dictionary could be changed; ours is the one it ships.
create function name_key(name text) returns text
    language sql immutable strict parallel safe
    set search_path = public
as $$
    select trim(regexp_replace(
        regexp_replace(lower(unaccent('unaccent', name)), '[''’`]', '', 'g'),
        '[^[:alnum:]]+', ' ', 'g'))
$$;

-- How a name may sound: codes of each of its words by two methods, so that one makes up for what the
-- other takes for different. Digits are Daitch-Mokotoff, letters Double Metaphone.
create function name_sounds(name text) returns text[]
    language sql immutable strict parallel safe
    set search_path = public
as $$
    select coalesce(array_agg(distinct code), '{}')
    from regexp_split_to_table(name_key(name), ' ') as word,
         lateral (select unnest(daitch_mokotoff(word))
                  union all select dmetaphone(word)
                  union all select dmetaphone_alt(word)) as sound(code)
    where length(word) > 1 and code <> ''
$$;

create table person (
    id uuid primary key,
    version integer not null,
    area text not null references area,
    date_of_birth date,
    date_of_birth_missing text,
    sex text,
    sex_missing text,
    ethnicity text,
    ethnicity_missing text,
    nationality text,
    nationality_missing text,
    language text,
    language_missing text,
    interpreter_needed boolean,
    interpreter_needed_missing text,
    recorded_at timestamptz not null,
    recorded_by uuid,
    -- unknown is not none: a value, or the reason why there is none
    constraint person_date_of_birth_known check (num_nonnulls(date_of_birth, date_of_birth_missing) = 1),
    constraint person_sex_known check (num_nonnulls(sex, sex_missing) = 1),
    constraint person_ethnicity_known check (num_nonnulls(ethnicity, ethnicity_missing) = 1),
    constraint person_nationality_known check (num_nonnulls(nationality, nationality_missing) = 1),
    constraint person_language_known check (num_nonnulls(language, language_missing) = 1),
    constraint person_interpreter_known
        check (num_nonnulls(interpreter_needed, interpreter_needed_missing) = 1)
);
create index person_area_idx on person (area);
create index person_date_of_birth_idx on person (date_of_birth);

create table person_name (
    id uuid primary key,
    person_id uuid not null references person (id),
    kind text not null constraint person_name_kind check (kind in ('CURRENT', 'ALIAS', 'FORMER')),
    surname text,
    surname_missing text,
    forenames text,
    forenames_missing text,
    recorded_at timestamptz not null,
    recorded_by uuid,
    surname_key text generated always as (name_key(surname)) stored,
    forenames_key text generated always as (name_key(forenames)) stored,
    surname_sounds text[] generated always as (name_sounds(surname)) stored,
    forenames_sounds text[] generated always as (name_sounds(forenames)) stored,
    constraint person_name_surname_known check (num_nonnulls(surname, surname_missing) = 1),
    constraint person_name_forenames_known check (num_nonnulls(forenames, forenames_missing) = 1)
);
create index person_name_person_id_idx on person_name (person_id);
create unique index person_name_one_current on person_name (person_id) where kind = 'CURRENT';
create index person_name_surname_key_idx on person_name using gin (surname_key gin_trgm_ops);
create index person_name_forenames_key_idx on person_name using gin (forenames_key gin_trgm_ops);
create index person_name_surname_sounds_idx on person_name using gin (surname_sounds);
create index person_name_forenames_sounds_idx on person_name using gin (forenames_sounds);

create table person_identifier (
    id uuid primary key,
    person_id uuid not null references person (id),
    kind text not null,
    value text not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    ended_at timestamptz
);
create index person_identifier_person_id_idx on person_identifier (person_id);
create index person_identifier_value_idx on person_identifier (kind, value) where ended_at is null;
create unique index person_identifier_once on person_identifier (person_id, kind, value)
    where ended_at is null;

create table person_address (
    id uuid primary key,
    person_id uuid not null references person (id),
    kind text not null constraint person_address_kind
        check (kind in ('CURRENT', 'PROPOSED_RELEASE', 'APPROVED_RELEASE', 'NFA_CLOSEST_LINK')),
    address text not null,
    valid_from date not null,
    valid_to date,
    approved_on date,
    verified_on date,
    recorded_at timestamptz not null,
    recorded_by uuid,
    constraint person_address_days check (valid_to is null or valid_to >= valid_from)
);
create index person_address_person_id_idx on person_address (person_id);

-- Two records that somebody compared and could not tell apart, or took for two people.
create table person_comparison (
    id uuid primary key,
    area text not null references area,
    person_id uuid not null references person (id),
    other_id uuid not null references person (id),
    verdict text not null constraint person_comparison_verdict check (verdict in ('DIFFERENT', 'CANNOT_TELL')),
    recorded_at timestamptz not null,
    recorded_by uuid
);
create index person_comparison_person_id_idx on person_comparison (person_id);
create index person_comparison_other_id_idx on person_comparison (other_id);
