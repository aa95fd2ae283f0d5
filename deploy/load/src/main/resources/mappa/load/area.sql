-- Fills the area `load.area` with `load.cases` cases at Level 2 or 3, each with `load.years` years of
-- meetings behind it, one in ten with a meeting that goes on at this moment.
create temp table here on commit drop as
select current_setting('load.area') as area,
    current_setting('load.cases')::integer as cases,
    current_setting('load.years')::integer as years,
    (now() at time zone 'Europe/London')::date as today;

insert into area (code, name)
select area, 'Load area ' || area from here on conflict do nothing;
insert into agency
select (jsonb_populate_record(a, jsonb_build_object('id', pg_temp.member(a.id, area), 'area_code', area))).*
from here, agency a where a.area_code = 'NS' and area <> 'NS';
insert into user_account
select (jsonb_populate_record(u, jsonb_build_object('id', pg_temp.member(u.id, area), 'subject', u.subject || area))).*
from here, user_account u where area <> 'NS' and u.id in (select user_id from appointment where area_code = 'NS');
insert into appointment
select (jsonb_populate_record(p, jsonb_build_object('id', pg_temp.member(p.id, area), 'user_id', pg_temp.member(p.user_id, area),
    'agency_id', pg_temp.member(p.agency_id, area), 'area_code', area))).*
from here, appointment p where p.area_code = 'NS' and area <> 'NS';

-- One in seven at Level 3. The last meeting of each was on another day, so some are late by now.
create temp table filled on commit drop as
select n, area || n as key, area, today,
    case when n % 7 = 0 then 3 else 2 end as level,
    case when n % 7 = 0 then 56 else 112 end as gap,
    today - (n * 37) % (case when n % 7 = 0 then 60 else 118 end) - 1 as last_held_on,
    today - years * 365 as accepted_on,
    format('%s-%s-%s', area, to_char(today - years * 365, 'YY'), to_char(1000 + n, 'FM0000')) as reference,
    n % 10 = 1 as goes_on,
    n % 10 in (2, 4, 6, 8) as invited
from here, generate_series(1, cases) as n;

create temp table held on commit drop as
select f.*, k as number, f.key || '-' || k as meeting_key,
    f.last_held_on - (total - k) * f.gap as day, total
from filled f,
    lateral (select 1 + (f.last_held_on - f.accepted_on - 20) / f.gap as total) as t,
    lateral generate_series(1, total) as k;

insert into person
select (jsonb_populate_record(p, jsonb_build_object('id', pg_temp.copy(p.id, f.key), 'area', f.area))).*
from filled f, model, person p where p.id = model.person_id;
insert into person_name (id, person_id, kind, surname, forenames, recorded_at, recorded_by)
select pg_temp.copy(p.id, f.key), pg_temp.copy(p.person_id, f.key), p.kind, p.surname || ' ' || f.reference, p.forenames,
    p.recorded_at, pg_temp.member(p.recorded_by, f.area)
from filled f, model, person_name p where p.person_id = model.person_id and p.kind = 'CURRENT';
insert into mappa_case
select (jsonb_populate_record(c, jsonb_build_object('id', pg_temp.copy(c.id, f.key), 'person_id', pg_temp.copy(c.person_id, f.key),
    'area', f.area, 'reference_year', extract(year from f.accepted_on)::integer, 'reference_number', 1000 + f.n,
    'owner_id', pg_temp.member(c.owner_id, f.area), 'owner_agency_id', pg_temp.member(c.owner_agency_id, f.area),
    'opened_on', f.accepted_on))).*
from filled f, model, mappa_case c where c.id = model.case_id;
insert into mappa_eligibility
select (jsonb_populate_record(e, jsonb_build_object('id', pg_temp.copy(e.id, f.key), 'spell_id', pg_temp.copy(e.spell_id, f.key),
    'case_id', pg_temp.copy(e.case_id, f.key), 'person_id', pg_temp.copy(e.person_id, f.key), 'area', f.area,
    'lead_agency_id', pg_temp.member(e.lead_agency_id, f.area), 'valid_from', f.accepted_on))).*
from filled f, model, mappa_eligibility e where e.case_id = model.case_id and e.superseded_at is null and e.valid_to is null;
insert into level_spell
select (jsonb_populate_record(l, jsonb_build_object('id', pg_temp.copy(l.id, f.key), 'spell_id', pg_temp.copy(l.spell_id, f.key),
    'case_id', pg_temp.copy(l.case_id, f.key), 'eligibility_id', pg_temp.copy(l.eligibility_id, f.key), 'area', f.area,
    'level', 'LEVEL_' || f.level, 'valid_from', f.accepted_on))).*
from filled f, model, level_spell l where l.case_id = model.case_id and l.superseded_at is null and l.valid_to is null;
insert into location_spell
select (jsonb_populate_record(l, jsonb_build_object('id', pg_temp.copy(l.id, f.key), 'spell_id', pg_temp.copy(l.spell_id, f.key),
    'case_id', pg_temp.copy(l.case_id, f.key), 'area', f.area, 'valid_from', f.accepted_on))).*
from filled f, model, location_spell l where l.case_id = model.case_id and l.superseded_at is null and l.valid_to is null;
insert into sentence_date
select (jsonb_populate_record(d, jsonb_build_object('id', pg_temp.copy(d.id, f.key), 'case_id', pg_temp.copy(d.case_id, f.key),
    'area', f.area))).*
from filled f, model, sentence_date d where d.case_id = model.case_id and d.superseded_at is null;

insert into meeting_cycle
select (jsonb_populate_record(c, jsonb_build_object('id', pg_temp.copy(c.id, f.key), 'case_id', pg_temp.copy(c.case_id, f.key),
    'person_id', pg_temp.copy(c.person_id, f.key), 'area', f.area, 'reference', f.reference, 'level', f.level,
    'accepted_on', f.accepted_on, 'round', h.total + 1, 'meetings', h.total, 'last_held_on', f.last_held_on,
    'due_on', f.last_held_on + f.gap))).*
from filled f join held h on h.n = f.n and h.number = h.total, model, meeting_cycle c where c.id = model.cycle;

insert into meeting
select (jsonb_populate_record(m, jsonb_build_object('id', pg_temp.copy(m.id, h.meeting_key), 'cycle_id', pg_temp.copy(m.cycle_id, h.key),
    'case_id', pg_temp.copy(m.case_id, h.key), 'person_id', pg_temp.copy(m.person_id, h.key), 'area', h.area,
    'reference', h.reference, 'number', h.number, 'round', h.number, 'level', h.level,
    'type', case when h.number = 1 then 'INITIAL' else 'REVIEW' end, 'chair_id', pg_temp.member(m.chair_id, h.area),
    'starts_at', h.day + time '09:00' + (h.n % 7) * interval '1 hour', 'limit_on', h.day + 7, 'limit_rule', 'MTG-02',
    'returns_due_on', h.day - 5, 'arranged_at', h.day - 40 + time '10:00', 'invited_at', h.day - 30 + time '10:00',
    'started_at', h.day + time '09:00' + (h.n % 7) * interval '1 hour', 'ended_at', h.day + time '10:00' + (h.n % 7) * interval '1 hour',
    'changed_at', h.day + time '10:00' + (h.n % 7) * interval '1 hour'))).*
from held h, model, meeting m where m.id = model.meeting;

-- The meetings ahead: one that goes on now, or one that is asked for next week.
insert into meeting
select (jsonb_populate_record(m, jsonb_build_object('id', pg_temp.copy(m.id, f.key || '-next'), 'cycle_id', pg_temp.copy(m.cycle_id, f.key),
    'case_id', pg_temp.copy(m.case_id, f.key), 'person_id', pg_temp.copy(m.person_id, f.key), 'area', f.area,
    'reference', f.reference, 'number', h.total + 1, 'round', h.total + 1, 'level', f.level, 'type', 'REVIEW',
    'state', case when f.goes_on then 'STARTED' else 'INVITED' end, 'chair_id', pg_temp.member(m.chair_id, f.area),
    'starts_at', case when f.goes_on then f.today else f.today + 3 + f.n % 30 end + time '09:00' + (f.n % 7) * interval '1 hour',
    'limit_on', f.last_held_on + f.gap, 'limit_rule', 'MTG-02', 'returns_due_on', f.today - 1,
    'arranged_at', f.today - 40 + time '10:00', 'invited_at', f.today - 30 + time '10:00',
    'started_at', case when f.goes_on then f.today + time '09:00' end, 'ended_at', null, 'changed_at', f.today - 30 + time '10:00'))).*
from filled f join held h on h.n = f.n and h.number = h.total, model, meeting m
where m.id = model.meeting and (f.goes_on or f.invited);

create temp table asked on commit drop as
select area, meeting_key as key, key as case_key, day, false as open from held
union all
select area, key || '-next', key, today, true from filled where goes_on or invited;

insert into meeting_invitation
select (jsonb_populate_record(i, jsonb_build_object('id', pg_temp.copy(i.id, a.key), 'meeting_id', pg_temp.copy(i.meeting_id, a.key),
    'agency_id', pg_temp.member(i.agency_id, a.area), 'person_id', pg_temp.member(i.person_id, a.area),
    'answered_by', pg_temp.member(i.answered_by, a.area), 'sent_at', a.day - 30 + time '10:00'))).*
from asked a, model, meeting_invitation i where i.meeting_id = model.meeting;
insert into agency_return
select (jsonb_populate_record(r, jsonb_build_object('id', pg_temp.copy(r.id, a.key || i.id), 'invitation_id', pg_temp.copy(i.id, a.key),
    'number', 1, 'sent_by', pg_temp.member(r.sent_by, a.area), 'sent_at', a.day - 6 + time '10:00'))).*
from asked a, model, meeting_invitation i, agency_return r where i.meeting_id = model.meeting and r.id = model.answer;
insert into record_entry
select (jsonb_populate_record(e, jsonb_build_object('id', pg_temp.copy(e.id, a.key), 'meeting_id', pg_temp.copy(e.meeting_id, a.key),
    'saved_by', pg_temp.member(e.saved_by, a.area), 'saved_at', a.day + time '09:30'))).*
from asked a, model, record_entry e where e.meeting_id = model.meeting;
insert into attendance
select (jsonb_populate_record(t, jsonb_build_object('id', pg_temp.copy(t.id, a.key), 'meeting_id', pg_temp.copy(t.meeting_id, a.key),
    'agency_id', pg_temp.member(t.agency_id, a.area), 'recorded_by', pg_temp.member(t.recorded_by, a.area),
    'recorded_at', a.day + time '09:30'))).*
from asked a, model, attendance t where t.meeting_id = model.meeting;
insert into agency_attendance
select (jsonb_populate_record(t, jsonb_build_object('id', pg_temp.copy(t.id, h.meeting_key), 'meeting_id', pg_temp.copy(t.meeting_id, h.meeting_key),
    'agency_id', pg_temp.member(t.agency_id, h.area), 'area_code', h.area, 'held_on', h.day))).*
from held h, model, agency_attendance t where t.meeting_id = model.meeting;

insert into minutes
select (jsonb_populate_record(x, jsonb_build_object('id', pg_temp.copy(x.id, h.meeting_key), 'meeting_id', pg_temp.copy(x.meeting_id, h.meeting_key),
    'cycle_id', pg_temp.copy(x.cycle_id, h.key), 'case_id', pg_temp.copy(x.case_id, h.key), 'person_id', pg_temp.copy(x.person_id, h.key),
    'area', h.area, 'reference', h.reference, 'round', h.number, 'level', h.level, 'held_on', h.day, 'due_on', h.day + 14,
    'draft_due_on', h.day + 5, 'chair_id', pg_temp.member(x.chair_id, h.area), 'sent_by', pg_temp.member(x.sent_by, h.area),
    'state', 'CHAIR_REVIEW', 'approved_by', null, 'approved_at', null, 'distributed_at', null))).*
from held h, model, minutes x where x.id = model.minutes;
insert into minutes_section
select (jsonb_populate_record(s, jsonb_build_object('id', pg_temp.copy(s.id, h.meeting_key), 'minutes_id', pg_temp.copy(s.minutes_id, h.meeting_key)))).*
from held h, model, minutes_section s where s.minutes_id = model.minutes;
update minutes x set approved_by = x.chair_id, approved_at = h.day + 7 + time '10:00', state = 'DISTRIBUTED', distributed_at = h.day + 8 + time '10:00'
from held h, model where x.id = pg_temp.copy(model.minutes, h.meeting_key);
insert into minutes_recipient
select (jsonb_populate_record(r, jsonb_build_object('id', pg_temp.copy(r.id, h.meeting_key), 'minutes_id', pg_temp.copy(r.minutes_id, h.meeting_key),
    'agency_id', pg_temp.member(r.agency_id, h.area), 'person_id', pg_temp.member(r.person_id, h.area),
    'sent_by', pg_temp.member(r.sent_by, h.area), 'sent_at', h.day + 8 + time '10:00'))).*
from held h, model, minutes_recipient r where r.minutes_id = model.minutes;

-- Whoever may read the model may read its copies, but for the auditor of one sample.
insert into case_grant
select (jsonb_populate_record(g, jsonb_build_object('id', pg_temp.copy(g.id, c.key),
    'principal', pg_temp.principal(g.principal, c.area), 'subject_id', pg_temp.copy(g.subject_id, c.key)))).*
from (
    select model.person_id as thing, f.key, f.area from filled f, model
    union all select model.case_id, f.key, f.area from filled f, model
    union all select model.cycle, f.key, f.area from filled f, model
    union all select model.meeting, a.key, a.area from asked a, model
    union all select model.minutes, h.meeting_key, h.area from held h, model) as c
join case_grant g on g.subject_id = c.thing and g.relation <> 'SAMPLE';
