-- What is copied: one case of the demo area whose first meeting was held, with its minutes given
-- out, and one meeting that goes on. A copy differs from its model only in what is said here, so a
-- column that is added later is copied without a change.
create temp table model as
select m.id as meeting, m.cycle_id as cycle, m.case_id, m.person_id, m.area, m.starts_at, x.id as minutes,
    (select id from meeting_invitation i where i.meeting_id = m.id order by i.agency_id limit 1) as invitation,
    (select id from agency_return r where r.kind = 'INFORMATION' order by r.id limit 1) as answer
from meeting m join minutes x on x.meeting_id = m.id
where m.area = 'NS' and x.state = 'DISTRIBUTED'
order by m.id limit 1;

-- The same copy of a row has the same id wherever it is named.
create function pg_temp.copy(of uuid, key text) returns uuid immutable parallel safe language sql
    return md5(of::text || key)::uuid;

-- Agencies and people of the demo area are its own; each other area has copies of them.
create function pg_temp.member(of uuid, area text) returns uuid immutable parallel safe language sql
    return case when area = 'NS' then of else md5(of::text || area)::uuid end;

create function pg_temp.principal(of text, area text) returns text immutable parallel safe language sql
    return case
        when of like 'UNIT:%' then 'UNIT:' || area
        else split_part(of, ':', 1) || ':' || pg_temp.member(split_part(of, ':', 2)::uuid, area) end;
