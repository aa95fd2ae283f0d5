-- Steps by which the invented areas were loaded, so that a load that was cut off goes on where it stopped.
create table demo_step (
    name text primary key,
    result uuid,
    done_at timestamptz not null
);
grant select, insert, update on demo_step to mappa_app;
