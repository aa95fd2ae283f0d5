-- How agencies took part in the meetings to which they were asked, without anything of the case, so that everybody of the area may
-- count it; and who was told when one stayed away again and again (R-MTG-10, local policy).
create table agency_attendance (
    id uuid primary key,
    meeting_id uuid not null references meeting,
    area_code text not null references area,
    agency_id uuid not null references agency,
    held_on date not null,
    kind text not null,
    constraint agency_attendance_once unique (meeting_id, agency_id),
    constraint agency_attendance_kind_known check (kind in ('ATTENDED', 'DEPUTY', 'REPORT', 'NOTHING_KNOWN', 'ABSENT'))
);
create index agency_attendance_agency_id_idx on agency_attendance (agency_id, held_on desc, id desc);
insert into agency_attendance (id, meeting_id, area_code, agency_id, held_on, kind)
    select gen_random_uuid(), m.id, m.area, i.agency_id, (m.started_at at time zone 'Europe/London')::date,
        case when coalesce(a.kind, 'ABSENT') <> 'ABSENT' then a.kind
            when exists (select 1 from agency_return r where r.invitation_id = i.id) then 'REPORT'
            else 'ABSENT' end
    from meeting m
    join meeting_invitation i on i.meeting_id = m.id and i.taken_off_at is null and i.relevance <> 'OBSERVER'
    left join attendance a on a.meeting_id = m.id and a.agency_id = i.agency_id
    where m.state = 'CLOSED';

create table absence_escalation (
    id uuid primary key,
    version integer not null,
    area_code text not null references area,
    agency_id uuid not null references agency,
    step text not null,
    since_id uuid not null references agency_attendance,
    absences integer not null,
    at timestamptz not null,
    answer text,
    answered_at timestamptz,
    answered_by uuid references user_account,
    constraint absence_escalation_once unique (since_id, step),
    constraint absence_escalation_step_known check (step in ('MANAGER', 'BOARD')),
    constraint absence_escalation_answered_by_somebody check (num_nonnulls(answer, answered_at, answered_by) in (0, 3))
);
create index absence_escalation_agency_id_idx on absence_escalation (agency_id, at desc);

alter table agency_attendance enable row level security;
create policy agency_attendance_read_in_area on agency_attendance for select to mappa_app using (may_read_in(area_code));
create policy agency_attendance_added_in_area on agency_attendance for insert to mappa_app with check (may_write_in(area_code));
alter table absence_escalation enable row level security;
create policy absence_escalation_read_in_area on absence_escalation for select to mappa_app using (may_read_in(area_code));
create policy absence_escalation_added_in_area on absence_escalation for insert to mappa_app with check (may_write_in(area_code));
create policy absence_escalation_answered_in_area on absence_escalation for update to mappa_app
    using (may_write_in(area_code)) with check (may_write_in(area_code));
grant select, insert on agency_attendance, absence_escalation to mappa_app;
grant update (version, answer, answered_at, answered_by) on absence_escalation to mappa_app;
