-- The appointment of which a mail tells its reader's calendar: times and a number, and no word about a person.
alter table notice
    add column entry_starts_at timestamptz,
    add column entry_ends_at timestamptz,
    add column entry_sequence integer,
    add column entry_cancelled boolean,
    add column entry_organizer text,
    add constraint notice_entry_is_whole check (
        num_nonnulls(entry_starts_at, entry_ends_at, entry_sequence, entry_cancelled) in (0, 4)
        and (entry_starts_at is not null or entry_organizer is null)
        and (entry_starts_at is null or reference is not null));
