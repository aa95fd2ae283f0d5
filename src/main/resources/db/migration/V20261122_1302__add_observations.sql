-- Lay advisers who watch meetings (R-MTG-18): what they may know of one, a copy that follows it.
create table observation (
    id uuid primary key,
    version integer not null,
    area_code text not null references area,
    meeting_id uuid not null references meeting,
    user_id uuid not null references user_account,
    purpose text not null,
    level integer not null,
    starts_at timestamptz not null,
    mode text not null,
    place text,
    changes integer not null,
    announced_by uuid not null references user_account,
    announced_at timestamptz not null,
    acknowledged_at timestamptz,
    ended_at timestamptz,
    held_on date,
    constraint mtg_18_says_why check (btrim(purpose) <> ''),
    constraint observation_level check (level in (2, 3)),
    constraint observation_held_or_ended check (ended_at is null or held_on is null)
);
create unique index observation_announced_once on observation (meeting_id, user_id) where ended_at is null;
create index observation_user_id_idx on observation (user_id, starts_at);

-- For the chair of the board and the unit; insert only.
create table observation_notes (
    id uuid primary key,
    observation_id uuid not null references observation,
    text text not null,
    written_by uuid not null references user_account,
    written_at timestamptz not null,
    constraint observation_notes_say_something check (btrim(text) <> '')
);
create index observation_notes_observation_id_idx on observation_notes (observation_id);

-- Who may see the meeting sees who watches it and why; the lay adviser sees the observation and not the meeting.
alter table observation enable row level security;
create policy observation_of_relation on observation for select to mappa_app
    using ((select is_system()) or id in (select subject_id from readable_subject)
        or meeting_id in (select subject_id from readable_subject));
create policy observation_new on observation for insert to mappa_app
    with check (may_write_in(area_code) and has_relation(meeting_id, array['UNIT']));
create policy observation_changed on observation for update to mappa_app
    using (has_relation(id, array['UNIT', 'OBSERVER']) or has_relation(meeting_id, array['UNIT', 'CHAIR']))
    with check (may_write_in(area_code));

alter table observation_notes enable row level security;
create policy observation_notes_of_board_and_writer on observation_notes for select to mappa_app
    using (has_relation(observation_id, array['UNIT', 'OVERSIGHT', 'OBSERVER']));
create policy observation_notes_of_observer on observation_notes for insert to mappa_app
    with check (written_by = (select current_person()) and has_relation(observation_id, array['OBSERVER']));

grant select, insert on observation, observation_notes to mappa_app;
grant update (version, starts_at, mode, place, changes, acknowledged_at, ended_at, held_on) on observation to mappa_app;
