-- What a calendar shows of a meeting beside its date: for which part of the area it is held, so that several
-- cases of one session stand together, and when it last changed.
alter table meeting
    add column district text,
    add column changed_at timestamptz;
update meeting set changed_at = greatest(arranged_at, invited_at, started_at, ended_at);
alter table meeting alter column changed_at set not null;
