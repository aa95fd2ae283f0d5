-- Referrals and their screening panel. A rule that a constraint upholds gives it its name.
create table screening_decision (
    id uuid primary key,
    referral_id uuid not null,
    accepted boolean not null,
    level integer,
    decided_at timestamptz not null,
    different_view_until date not null,
    first_meeting_due_on date,
    first_meeting_basis text,
    first_meeting_missed text,
    feedback text,
    pathway text,
    hand_off_contact text,
    critical_case_considered boolean,
    critical_case_reason text,
    feedback_sent_at timestamptz,
    constraint ref_04_decided_once unique (referral_id),
    constraint ref_05_level_of_acceptance check (accepted = (level is not null) and (level is null or level in (2, 3))),
    constraint ref_10_feedback_says_why check (feedback_sent_at is null
        or (feedback is not null and (accepted or pathway is not null))),
    constraint screening_decision_pathway_known check (pathway in ('LEVEL_1', 'MARAC', 'IOM', 'SAFEGUARDING_CHILD',
        'SAFEGUARDING_ADULT', 'PREVENT_CHANNEL', 'CHANGING_FUTURES_OR_SIMILAR', 'NONE'))
);

create table referral (
    id uuid primary key,
    version integer not null,
    area_code text not null references area,
    referrer_id uuid not null references user_account,
    agency_id uuid references agency,
    state text not null,
    category integer not null,
    requested_level integer not null,
    urgent boolean not null,
    started_at timestamptz not null,
    touched_at timestamptz not null,
    declined_before_id uuid references referral,
    person_id uuid,
    case_id uuid,
    reference text,
    submitted_at timestamptz,
    check_round integer not null,
    sent_to_panel_at timestamptz,
    panel_due_on date,
    days_left integer,
    answer_due_on date,
    clock_started_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    decision_id uuid references screening_decision deferrable initially deferred,
    panel_round integer not null,
    votes_needed integer not null,
    substitutes_named integer not null,
    constraint referral_state_known check (state in ('DRAFT', 'SUBMITTED', 'INCOMPLETE', 'IN_SCREENING',
        'WAITING_FOR_REFERRER', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
    constraint referral_decided_with_decision check ((state in ('ACCEPTED', 'DECLINED')) = (decision_id is not null)),
    constraint ref_02_matched_before_screening check (sent_to_panel_at is null or person_id is not null),
    constraint ref_07_clock_stands check ((state = 'WAITING_FOR_REFERRER') = (days_left is not null)),
    constraint referral_numbered_in_case unique (case_id, reference)
);
create index referral_referrer_id_idx on referral (referrer_id, started_at);
create index referral_area_code_state_idx on referral (area_code, state, panel_due_on);
create index referral_person_id_idx on referral (person_id) where person_id is not null;

-- What was answered last in each section; who saves says which save they had read.
create table referral_section (
    id uuid primary key,
    referral_id uuid not null references referral,
    section text not null,
    answers jsonb not null,
    saves integer not null,
    copied boolean not null,
    saved_at timestamptz not null,
    constraint referral_section_once unique (referral_id, section)
);

create table referral_check (
    id uuid primary key,
    referral_id uuid not null references referral,
    round integer not null,
    position integer not null,
    item text not null,
    finding text not null,
    note text,
    constraint referral_check_finding_known check (finding in ('PRESENT', 'MISSING', 'UNCLEAR'))
);
create index referral_check_referral_id_idx on referral_check (referral_id, round);

-- Insert only: a later vote supersedes, nothing is changed (R-REF-07, 08).
create table panel_vote (
    id uuid primary key,
    referral_id uuid not null references referral,
    sequence integer not null,
    round integer not null,
    seat text not null,
    person_id uuid not null references user_account,
    vote text not null,
    reason text not null,
    pathway text,
    confirms_id uuid references panel_vote,
    after_decision boolean not null,
    cast_at timestamptz not null,
    constraint panel_vote_sequence_key unique (referral_id, sequence),
    constraint panel_vote_known check (vote in ('ACCEPT_2', 'ACCEPT_3', 'DECLINE', 'MORE_INFORMATION', 'ABSTAIN_CONFLICT')),
    constraint ref_08_reason_given check (btrim(reason) <> '')
);

create table referral_seat (
    id uuid primary key,
    referral_id uuid not null references referral,
    position integer not null,
    code text not null,
    state text not null,
    holder_id uuid references user_account,
    standing_vote_id uuid references panel_vote deferrable initially deferred,
    constraint referral_seat_code_key unique (referral_id, code),
    constraint ref_03_one_seat_a_person unique (referral_id, holder_id) deferrable initially deferred,
    constraint referral_seat_state_known check (state in ('EMPTY', 'OPEN', 'VOTED', 'UNCONFIRMED')),
    constraint referral_seat_empty_without_holder check ((state = 'EMPTY') = (holder_id is null)),
    constraint ref_08_vote_of_its_state check ((state in ('VOTED', 'UNCONFIRMED')) = (standing_vote_id is not null))
);
create index referral_seat_holder_id_idx on referral_seat (holder_id);

create table referral_question (
    id uuid primary key,
    referral_id uuid not null references referral,
    round integer not null,
    position integer not null,
    seat text not null,
    question text not null,
    asked_at timestamptz not null,
    answer text,
    answered_at timestamptz,
    constraint ref_07_answered_with_text check ((answered_at is null) = (answer is null))
);
create index referral_question_referral_id_idx on referral_question (referral_id);

-- A deadline acts once for its day, however often the engine says that it has come.
create table referral_deadline (
    id uuid primary key,
    referral_id uuid not null references referral,
    kind text not null,
    due_on date not null,
    acted_at timestamptz not null,
    constraint ref_11_acts_once unique (referral_id, kind, due_on)
);

-- The second wall: what the query's own predicate says, said again by the database.
alter table referral enable row level security;
create policy referral_of_relation on referral for select to mappa_app
    using ((select is_system()) or id in (select subject_id from readable_subject));
create policy referral_started_in_area on referral for insert to mappa_app with check (may_write_in(area_code));
create policy referral_changed_in_area on referral for update to mappa_app
    using ((select is_system()) or id in (select subject_id from readable_subject)) with check (may_write_in(area_code));

do $$
declare
    part text;
begin
    foreach part in array array['screening_decision', 'referral_section', 'referral_check', 'panel_vote',
        'referral_seat', 'referral_question', 'referral_deadline']
    loop
        execute format('alter table %I enable row level security', part);
        execute format('create policy %I on %I to mappa_app using ((select is_system()) or referral_id in (select subject_id from readable_subject))',
            part || '_of_readable_referral', part);
        execute format('grant select, insert on %I to mappa_app', part);
    end loop;
end
$$;
grant select, insert, update on referral to mappa_app;
grant update on screening_decision, referral_section, referral_seat, referral_question to mappa_app;
