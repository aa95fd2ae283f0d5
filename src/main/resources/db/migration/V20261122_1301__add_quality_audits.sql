-- Audits of cases and meetings (section 16). Nothing of quality_audit, quality_sample, quality_scoring and
-- quality_action tells who it is about: that stands in quality_sample_thing and quality_population, behind a wall of
-- its own.
create table quality_form (
    id uuid primary key,
    version integer not null,
    area_code text not null references area,
    kind text not null,
    scale text not null,
    title text not null,
    parts jsonb not null,
    earlier_id uuid references quality_form,
    published_at timestamptz,
    published_by uuid references user_account,
    constraint quality_form_kind check (kind in ('CASE', 'MEETING')),
    constraint quality_form_scale check (scale in ('FOUR_TO_ONE', 'THREE_OR_ONE')),
    constraint quality_form_published_by_somebody check ((published_at is null) = (published_by is null)),
    constraint quality_form_published_whole check (published_at is null or (title <> '' and parts <> '[]'))
);
create index quality_form_area_code_idx on quality_form (area_code);

-- A published form is another form's earlier version, never another form.
create function smb_05_keep_published() returns trigger language plpgsql as $$
begin
    raise exception 'smb_05: a published form is not changed';
end $$;
create trigger smb_05_keep_published before update on quality_form
    for each row when (old.published_at is not null) execute function smb_05_keep_published();

create table quality_audit (
    id uuid primary key,
    version integer not null,
    area_code text not null references area,
    title text not null,
    form_id uuid not null references quality_form,
    kind text not null,
    from_on date not null,
    to_on date not null,
    level integer,
    seed bigint not null,
    population_size integer not null,
    sample_size integer not null,
    first_scorer_id uuid not null references user_account,
    second_scorer_id uuid references user_account,
    reads_until date not null,
    earlier_id uuid references quality_audit,
    drawn_by uuid not null references user_account,
    drawn_at timestamptz not null,
    finished_by uuid references user_account,
    finished_at timestamptz,
    finished_sum integer,
    finished_items integer,
    finished_excluded integer,
    constraint quality_audit_period check (to_on >= from_on),
    constraint quality_audit_level check (level between 1 and 3),
    constraint quality_audit_sample check (sample_size between 1 and population_size),
    constraint quality_audit_two_scorers check (second_scorer_id <> first_scorer_id),
    constraint quality_audit_finished_by_somebody check ((finished_at is null) = (finished_by is null)),
    constraint quality_audit_figure_whole check (num_nonnulls(finished_sum, finished_items, finished_excluded) in (0, 3))
);
comment on column quality_audit.level is 'null: all levels';
create index quality_audit_area_code_idx on quality_audit (area_code, drawn_at);

-- The figure with which it finished stays; a correction is told beside it.
create function smb_05_keep_finished() returns trigger language plpgsql as $$
begin
    raise exception 'smb_05: what an audit finished with is not changed';
end $$;
create trigger smb_05_keep_finished before update on quality_audit
    for each row when (old.finished_items is not null) execute function smb_05_keep_finished();

create table quality_population (
    audit_id uuid primary key references quality_audit,
    things jsonb not null
);

create table quality_sample (
    id uuid primary key,
    audit_id uuid not null references quality_audit,
    number integer not null,
    first_scored_at timestamptz,
    second_scored_at timestamptz,
    constraint quality_sample_numbered unique (audit_id, number)
);

create table quality_sample_thing (
    sample_id uuid primary key references quality_sample,
    audit_id uuid not null references quality_audit,
    thing_id uuid not null,
    case_id uuid not null references mappa_case,
    reference text not null,
    constraint quality_sample_drawn_once unique (audit_id, thing_id)
);

-- Insert only: a correction is the next number, with its reason.
create table quality_scoring (
    id uuid primary key,
    audit_id uuid not null references quality_audit,
    sample_id uuid not null references quality_sample,
    scorer_id uuid not null references user_account,
    number integer not null,
    reason text,
    scores jsonb not null,
    comments varchar[] not null,
    themes varchar[] not null,
    own_theme text,
    scored_at timestamptz not null,
    constraint quality_scoring_numbered unique (sample_id, scorer_id, number),
    constraint smb_05_correction_has_reason check ((number = 1) = (reason is null))
);
create index quality_scoring_audit_id_idx on quality_scoring (audit_id);

create table quality_action (
    id uuid primary key,
    version integer not null,
    audit_id uuid not null references quality_audit,
    what text not null,
    owner_id uuid not null references user_account,
    due_on date not null,
    agreed_by uuid not null references user_account,
    agreed_at timestamptz not null,
    outcome text,
    done_by uuid references user_account,
    done_at timestamptz,
    constraint quality_action_done_whole check (num_nonnulls(outcome, done_by, done_at) in (0, 3))
);
create index quality_action_audit_id_idx on quality_action (audit_id);

-- Whether a scorer's scores are in is a fact, not something that the server says: the second scorer's wall hangs on it.
create function quality_sample_scored() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
begin
    if exists (select 1 from quality_audit where id = new.audit_id and second_scorer_id = new.scorer_id) then
        update quality_sample set second_scored_at = coalesce(second_scored_at, new.scored_at) where id = new.sample_id;
    else
        update quality_sample set first_scored_at = coalesce(first_scored_at, new.scored_at) where id = new.sample_id;
    end if;
    return new;
end $$;
create trigger quality_sample_scored after insert on quality_scoring
    for each row execute function quality_sample_scored();

-- A scorer sees their own scores; the other's of a sample once their own are in; everybody else the scores of an audit
-- that is finished.
create function may_read_scoring(of_audit uuid, of_sample uuid, by uuid) returns boolean stable parallel safe language sql
    return (select is_system()) or by = (select current_person()) or exists (
        select 1 from quality_audit a
        where a.id = of_audit
          and (a.finished_at is not null
            or exists (
                select 1 from quality_sample s
                where s.id = of_sample
                  and case (select current_person())
                        when a.first_scorer_id then s.first_scored_at is not null
                        when a.second_scorer_id then s.second_scored_at is not null
                        else false
                      end)));

alter table quality_form enable row level security;
create policy quality_form_of_area on quality_form for select to mappa_app using (may_read_in(area_code));
create policy quality_form_new on quality_form for insert to mappa_app with check (may_write_in(area_code));
create policy quality_form_changed on quality_form for update to mappa_app
    using (may_write_in(area_code)) with check (may_write_in(area_code));

alter table quality_audit enable row level security;
create policy quality_audit_of_relation on quality_audit for select to mappa_app
    using ((select is_system()) or id in (select subject_id from readable_subject));
create policy quality_audit_new on quality_audit for insert to mappa_app with check (may_write_in(area_code));
create policy quality_audit_changed on quality_audit for update to mappa_app
    using ((select is_system()) or has_relation(id, array['UNIT', 'SCORER', 'OVERSIGHT'])) with check (may_write_in(area_code));

alter table quality_population enable row level security;
create policy quality_population_of_unit on quality_population to mappa_app
    using (has_relation(audit_id, array['UNIT']));

alter table quality_sample enable row level security;
create policy quality_sample_of_audit on quality_sample for select to mappa_app
    using ((select is_system()) or audit_id in (select subject_id from readable_subject));
create policy quality_sample_new on quality_sample for insert to mappa_app
    with check (has_relation(audit_id, array['UNIT']));

alter table quality_sample_thing enable row level security;
create policy quality_sample_thing_of_readers on quality_sample_thing for select to mappa_app
    using (has_relation(audit_id, array['UNIT'])
        or (has_relation(audit_id, array['SCORER']) and case_id in (select subject_id from readable_subject)));
create policy quality_sample_thing_new on quality_sample_thing for insert to mappa_app
    with check (has_relation(audit_id, array['UNIT']));

alter table quality_scoring enable row level security;
create policy quality_scoring_not_before_ones_own on quality_scoring for select to mappa_app
    using (may_read_scoring(audit_id, sample_id, scorer_id));
create policy quality_scoring_of_scorer on quality_scoring for insert to mappa_app
    with check (scorer_id = (select current_person()) and has_relation(audit_id, array['SCORER']));

alter table quality_action enable row level security;
create policy quality_action_of_audit on quality_action to mappa_app
    using ((select is_system()) or audit_id in (select subject_id from readable_subject))
    with check (has_relation(audit_id, array['UNIT', 'OVERSIGHT']));

grant select, insert on quality_form, quality_audit, quality_population, quality_sample, quality_sample_thing,
    quality_scoring, quality_action to mappa_app;
grant update (version, scale, title, parts, published_at, published_by) on quality_form to mappa_app;
grant update (version, finished_by, finished_at, finished_sum, finished_items, finished_excluded) on quality_audit to mappa_app;
grant update (version, outcome, done_by, done_at) on quality_action to mappa_app;

-- What was approved of a case is read by the auditor who has the case in a sample.
create or replace function may_read_section(of_minutes uuid, named text) returns boolean stable parallel safe language sql
    return (select is_system()) or (
        of_minutes in (select subject_id from readable_subject)
        and (has_relation(of_minutes, array['UNIT', 'CHAIR', 'SAMPLE', 'RECEIVING'])
            or exists (
                select 1 from minutes_recipient r
                where r.minutes_id = of_minutes
                  and 'AGENCY:' || r.agency_id = any ((select current_principals())::text[])
                  and (named is null or not named = any (r.held_back)))));
