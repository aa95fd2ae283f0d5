-- An engine that lost its disk counts its instances and jobs from the beginning: a number says which only together with the thing.
alter table process_instance drop constraint process_instance_pkey;
alter table process_instance add constraint process_instance_pkey primary key (thing_id, process, instance_key);
