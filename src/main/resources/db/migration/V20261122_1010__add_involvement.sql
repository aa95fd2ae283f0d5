-- What was done so that the individual, and the parents or carers of a child, have their part in a meeting:
-- told, invited to write, what they wrote, fed back. Insert only.
create table involvement (
    id uuid primary key,
    meeting_id uuid not null references meeting,
    kind text not null,
    who text not null,
    withheld boolean not null,
    done_on date not null,
    text text not null,
    recorded_by uuid not null references user_account,
    recorded_at timestamptz not null,
    constraint involvement_kind_known check (kind in ('TOLD', 'INVITED', 'CONTRIBUTED', 'FED_BACK')),
    constraint involvement_who_known check (who in ('INDIVIDUAL', 'PARENTS_OR_CARERS')),
    constraint ind_04_withheld_has_reason check (text <> ''),
    constraint ind_04_nobody_withholds_what_somebody_wrote check (kind <> 'CONTRIBUTED' or not withheld)
);
create index involvement_meeting_id_idx on involvement (meeting_id);

-- The second wall: read with the meeting, written by those who run it and the owner of the case.
alter table involvement enable row level security;
create policy involvement_of_readable_meeting on involvement for select to mappa_app
    using ((select is_system()) or meeting_id in (select subject_id from readable_subject));
create policy involvement_recorded on involvement for insert to mappa_app
    with check ((select is_system()) or has_relation(meeting_id, array['UNIT', 'CHAIR', 'OWNER']));
grant select, insert on involvement to mappa_app;
