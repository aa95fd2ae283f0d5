-- Rows of people and cases are readable by relation, writable in one's own area, and changed only in
-- the columns named here: facts are added and superseded, never overwritten, never deleted.

grant select, insert on person, person_name, person_identifier, person_address, person_comparison,
    not_eligible_check, mappa_case, mappa_eligibility, level_spell, location_spell, sentence_date to mappa_app;
grant update (version) on person to mappa_app;
grant update (ended_at) on person_identifier to mappa_app;
grant update (valid_to) on person_address to mappa_app;
grant update (version, owner_id, owner_agency_id) on mappa_case to mappa_app;
grant update (superseded_at) on mappa_eligibility, level_spell, location_spell, sentence_date to mappa_app;
grant select, insert, update on case_number to mappa_app;
grant select, insert, delete on search_result to mappa_app;

alter table person enable row level security;
create policy person_readable on person for select to mappa_app
    using (id in (select subject_id from readable_subject));
create policy person_changeable on person for update to mappa_app
    using (id in (select subject_id from readable_subject)) with check (may_write_in(area));
create policy person_new on person for insert to mappa_app with check (may_write_in(area));

alter table mappa_case enable row level security;
create policy mappa_case_readable on mappa_case for select to mappa_app
    using (id in (select subject_id from readable_subject));
create policy mappa_case_changeable on mappa_case for update to mappa_app
    using (id in (select subject_id from readable_subject)) with check (may_write_in(area));
create policy mappa_case_new on mappa_case for insert to mappa_app with check (may_write_in(area));

alter table case_number enable row level security;
create policy case_number_of_area on case_number to mappa_app
    using (may_write_in(area)) with check (may_write_in(area));

do $$
declare
    name text;
begin
    foreach name in array array['person_name', 'person_identifier', 'person_address'] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy %I on %I to mappa_app
            using (person_id in (select subject_id from readable_subject))
            with check (person_id in (select subject_id from readable_subject))', name || '_of_person', name);
    end loop;
    foreach name in array array['person_comparison', 'not_eligible_check'] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy %I on %I to mappa_app
            using (person_id in (select subject_id from readable_subject))
            with check (person_id in (select subject_id from readable_subject) and may_write_in(area))',
            name || '_of_person', name);
    end loop;
    foreach name in array array['mappa_eligibility', 'level_spell', 'location_spell', 'sentence_date'] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy %I on %I to mappa_app
            using (case_id in (select subject_id from readable_subject))
            with check (case_id in (select subject_id from readable_subject) and may_write_in(area))',
            name || '_of_case', name);
    end loop;
end
$$;

-- A search is its searcher's alone.
alter table search_result enable row level security;
create policy search_result_own on search_result to mappa_app
    using (user_id = (select current_person())) with check (user_id = (select current_person()));
