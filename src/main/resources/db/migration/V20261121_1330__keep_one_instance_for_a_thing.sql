-- The one instance of a process that counts for a thing. Whether it has ended only the engine can say (engines before 8.6
-- tell nobody), and no command depends on it: a rebuild puts its own number here.
drop index process_instance_one_live;
alter table process_instance drop column ended_at;
alter table process_instance drop constraint process_instance_pkey;
alter table process_instance add constraint process_instance_pkey primary key (thing_id, process);
