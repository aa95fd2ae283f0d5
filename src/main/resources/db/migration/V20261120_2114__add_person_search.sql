-- How alike a name is to what was typed, from 0 to 1; both as name_key, with their sounds.
create function name_likeness(name text, typed text, sounds text[], typed_sounds text[]) returns real
    language sql immutable parallel safe
as $$
    select case
        when name is null or typed is null then 0
        when name = typed then 1
        when position(' ' || typed || ' ' in ' ' || name || ' ') > 0 then 0.95
        when length(typed) >= 2 and starts_with(name, typed) then 0.92
        when length(typed) >= 2 and position(' ' || typed in name) > 0 then 0.9
        when length(name) >= 3 and position(' ' || name || ' ' in ' ' || typed || ' ') > 0 then 0.9
        else greatest(
            case when sounds && typed_sounds then 0.7 + 0.2 * similarity(name, typed) else 0 end,
            similarity(name, typed),
            1 - levenshtein(name, split_part(typed, ' ', 1)) / greatest(length(name), length(typed))::real,
            1 - levenshtein(split_part(name, ' ', 1), typed) / greatest(length(split_part(name, ' ', 1)), length(typed))::real)
    end::real
$$;

-- People whom the typed criteria may mean, best first, with the reasons why; at most `most`.
--
-- Row-level security would keep PostgreSQL from using the indexes for likeness, so the function runs
-- as the owner of the tables and holds the access predicate itself: only people whom the actor of the
-- transaction may see, so that nobody else is found, counted or hinted at.
create function search_person(
    typed_surname text, typed_forenames text, typed_born date, typed_year integer,
    identifier_kind text, identifier_value text,
    case_area text, case_year integer, case_number integer,
    most integer)
    returns table (person_id uuid, score real, reasons text[])
    language plpgsql stable security definer
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan
    set pg_trgm.similarity_threshold = 0.3
    set jit = off
as $$
#variable_conflict use_column
declare
    family text := nullif(name_key(typed_surname), '');
    given text := nullif(name_key(typed_forenames), '');
    family_sounds text[] := name_sounds(typed_surname);
    given_sounds text[] := name_sounds(typed_forenames);
begin
    return query
    with candidate as materialized (
        select n.id, n.person_id, false as turned
          from person_name n
         where family is not null and given is not null
           and (n.surname_key % family or n.surname_key like family || '%' or n.surname_sounds && family_sounds)
           and (n.forenames_key is null or n.forenames_key like left(given, 1) || '%'
                or n.forenames_key % given or n.forenames_sounds && given_sounds)
        union all
        select n.id, n.person_id, true -- typed the wrong way round
          from person_name n
         where family is not null and given is not null
           and (n.surname_key % given or n.surname_sounds && given_sounds)
           and (n.forenames_key % family or n.forenames_sounds && family_sounds)
        union all
        select n.id, n.person_id, false
          from person_name n
         where family is not null and given is null
           and (n.surname_key % family or n.surname_key like family || '%' or n.surname_sounds && family_sounds)
        union all
        select n.id, n.person_id, false
          from person_name n
         where family is null and given is not null
           and (n.forenames_key % given or n.forenames_key like given || '%' or n.forenames_sounds && given_sounds)
        union all
        select n.id, n.person_id, false -- born that day, whatever the spelling
          from person p join person_name n on n.person_id = p.id
         where (family is not null or given is not null) and typed_born is not null
           and p.date_of_birth = typed_born
    ),
    readable as (
        select c.id, bool_and(c.turned) as turned
          from candidate c
         where exists (select 1 from readable_subject r where r.subject_id = c.person_id)
         group by c.id
    ),
    closest as ( -- a cheap measure first, the exact one for what is left
        select n.*, r.turned
          from readable r join person_name n using (id)
         order by case when r.turned then coalesce(similarity(n.surname_key, given), 0)
                                          + coalesce(similarity(n.forenames_key, family), 0)
                       else coalesce(similarity(n.surname_key, family), 0)
                            + coalesce(similarity(n.forenames_key, given), 0)
                            + case when n.surname_sounds && family_sounds then 0.3 else 0 end
                            + case when n.forenames_sounds && given_sounds then 0.3 else 0 end
                  end desc
         limit 400
    ),
    measured as (
        select c.*,
               case when c.turned
                    then 0.9 * (0.55 * name_likeness(c.forenames_key, family, c.forenames_sounds, family_sounds)
                                + 0.45 * name_likeness(c.surname_key, given, c.surname_sounds, given_sounds))
                    when family is null
                    then name_likeness(c.forenames_key, given, c.forenames_sounds, given_sounds)
                    when given is null
                    then name_likeness(c.surname_key, family, c.surname_sounds, family_sounds)
                    else 0.55 * name_likeness(c.surname_key, family, c.surname_sounds, family_sounds)
                         + 0.45 * name_likeness(c.forenames_key, given, c.forenames_sounds, given_sounds)
               end as likeness
          from closest c
    ),
    best as (
        select distinct on (m.person_id) m.*
          from measured m
         order by m.person_id, m.likeness desc, m.kind = 'CURRENT' desc
    ),
    named as (
        select b.person_id,
               (b.likeness * case when typed_born is null then 1 else 0.75 end
                + case when typed_born is null then 0
                       when p.date_of_birth is null then 0.12
                       when p.date_of_birth = typed_born then 0.25
                       when extract(year from p.date_of_birth) = extract(year from typed_born) then 0.1
                       else 0 end)::real as score,
               array_remove(array[
                   case when b.kind <> 'CURRENT' then 'ALIAS' end,
                   case when b.turned then 'TURNED'
                        when coalesce(b.surname_key = family, family is null)
                             and coalesce(b.forenames_key = given, given is null) then 'SAME_NAME'
                        when coalesce(starts_with(b.surname_key, family), family is null)
                             and coalesce(starts_with(b.forenames_key, given), given is null) then 'BEGINS_WITH'
                        when coalesce(b.surname_key = family or b.surname_sounds && family_sounds, family is null)
                             and coalesce(b.forenames_key = given or b.forenames_sounds && given_sounds,
                                          given is null) then 'SOUNDS_LIKE'
                        when b.likeness >= 0.5 then 'SIMILAR_SPELLING' end,
                   case when p.date_of_birth = typed_born then 'SAME_DATE_OF_BIRTH'
                        when p.date_of_birth is not null and typed_year is not null then 'NEAR_YEAR_OF_BIRTH'
                   end], null) as reasons
          from best b join person p on p.id = b.person_id
         where typed_year is null or p.date_of_birth is null
            or abs(extract(year from p.date_of_birth) - typed_year) <= 2
    ),
    matched as (
        select n.person_id, n.score, n.reasons from named n where n.score >= 0.5
        union all
        select p.id, 1.0, array['SAME_DATE_OF_BIRTH']
          from person p
         where family is null and given is null and identifier_value is null and case_number is null
           and p.date_of_birth = typed_born
           and exists (select 1 from readable_subject r where r.subject_id = p.id)
        union all
        select i.person_id, 2.0, array['SAME_' || i.kind]
          from person_identifier i
         where i.kind = identifier_kind and i.value = identifier_value and i.ended_at is null
           and exists (select 1 from readable_subject r where r.subject_id = i.person_id)
        union all
        select c.person_id, 3.0, array['CASE_REFERENCE']
          from mappa_case c
         where c.area = case_area and c.reference_year = case_year and c.reference_number = case_number
           and exists (select 1 from readable_subject r where r.subject_id = c.id)
           and exists (select 1 from readable_subject r where r.subject_id = c.person_id)
    )
    select m.person_id, max(m.score)::real, array_agg(distinct r.reason)
      from matched m, unnest(m.reasons) as r(reason)
     group by m.person_id
     order by 2 desc, 1
     limit most;
end
$$;
revoke execute on function search_person(text, text, date, integer, text, text, text, integer, integer, integer)
    from public;
grant execute on function search_person(text, text, date, integer, text, text, text, integer, integer, integer)
    to mappa_app;
