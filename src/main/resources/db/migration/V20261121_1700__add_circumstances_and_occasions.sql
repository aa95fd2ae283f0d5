-- What about a case asks for an agency at its meetings (R-MTG-07, R-GRP-03, R-GRP-05): rows are added and superseded, as those of
-- every spell; which agencies that are, the area says.
create table circumstance (
    id uuid primary key,
    spell_id uuid not null references circumstance,
    case_id uuid not null references mappa_case,
    area text not null references area,
    kind text not null,
    reason text not null,
    valid_from date not null,
    valid_to date,
    recorded_at timestamptz not null,
    recorded_by uuid,
    superseded_at timestamptz,
    constraint circumstance_kind_known
        check (kind in ('ELECTRONIC_MONITORING', 'IMMIGRATION', 'ARMED_FORCES', 'ARSON', 'VICTIM_CONTACT')),
    constraint circumstance_has_a_reason check (btrim(reason) <> ''),
    constraint circumstance_days check (valid_to is null or valid_to >= valid_from),
    constraint circumstance_once exclude using gist (case_id with =, kind with =, daterange(valid_from, valid_to) with &&)
        where (superseded_at is null) deferrable initially deferred
);
create index circumstance_case_id_idx on circumstance (case_id);
create index circumstance_spell_id_idx on circumstance (spell_id);
alter table circumstance enable row level security;
create policy circumstance_of_case on circumstance to mappa_app
    using (case_id in (select subject_id from readable_subject))
    with check (case_id in (select subject_id from readable_subject) and may_write_in(area));
grant select, insert on circumstance to mappa_app;
grant update (superseded_at) on circumstance to mappa_app;

create table occasion_list (
    id uuid primary key,
    area_code text not null references area,
    occasion text not null,
    agency_ids uuid[] not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null references user_account,
    constraint occasion_list_occasion_known check (occasion in ('CHILD', 'CUSTODY', 'HOSPITAL', 'ELECTRONIC_MONITORING',
        'IMMIGRATION', 'ARMED_FORCES', 'ARSON', 'VICTIM_CONTACT'))
);
create index occasion_list_area_code_idx on occasion_list (area_code, recorded_at, id);
alter table occasion_list enable row level security;
create policy occasion_list_read_in_area on occasion_list for select to mappa_app using (may_read_in(area_code));
create policy occasion_list_added_in_area on occasion_list for insert to mappa_app with check (may_write_in(area_code));
grant select, insert on occasion_list to mappa_app;

-- Why a core agency was not asked to a meeting (R-MTG-07): read by those who run the meeting or own the case.
create table left_out_agency (
    id uuid primary key,
    meeting_id uuid not null references meeting,
    agency_id uuid not null references agency,
    reason text not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null references user_account,
    constraint mtg_07_left_out_with_reason check (btrim(reason) <> ''),
    constraint left_out_agency_once unique (meeting_id, agency_id)
);
alter table left_out_agency enable row level security;
create policy left_out_agency_of_relation on left_out_agency to mappa_app
    using ((select is_system())
        or (meeting_id in (select subject_id from readable_subject)
            and has_relation(meeting_id, array['UNIT', 'CHAIR', 'OWNER'])));
grant select, insert on left_out_agency to mappa_app;
