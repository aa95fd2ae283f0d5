-- Roles and databases of the product, made once by a superuser in the database "postgres".
--
-- Run by the launcher, by the server's tests and by whoever installs the product elsewhere:
--   * statement by statement with autocommit on (a database cannot be made in a transaction);
--     every statement stands on one line and ends with a semicolon at the end of that line;
--     lines that start with two hyphens are comments;
--   * again at each start: `create role` and `create database` are skipped by the caller when
--     PostgreSQL answers 42710 (role exists) or 42P04 (database exists), the rest may repeat.
--
-- No password stands here. Each role gets one afterwards (`alter role ... password`), without which
-- a server that asks for passwords lets nobody in.
--
-- mappa_owner     owns the tables; migrations only
-- mappa_app       the server at work: neither owner nor superuser, so row policies hold
-- mappa_relay     outbox relay and reconciler
-- mappa_reporter  figures and returns, reads only
-- mappa_auditor   verifies the audit chain, reads only
-- keycloak        owner of Keycloak's own database
create role mappa_owner login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication;
create role mappa_app login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication;
create role mappa_relay login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication;
create role mappa_reporter login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication;
create role mappa_auditor login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication;
create role keycloak login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication;

-- Row policies make short queries look dear to the planner, and compiling them costs more than it saves.
alter role mappa_app set jit = off;
alter role mappa_relay set jit = off;

create database mappa owner mappa_owner encoding 'UTF8' template template0;
create database keycloak owner keycloak encoding 'UTF8' template template0;

-- Nobody connects to a database that is not theirs. (Nobody but its owner may create in the schema
-- public of either: that is so by itself since PostgreSQL 15.)
revoke all on database mappa from public;
revoke all on database keycloak from public;
grant connect on database mappa to mappa_app, mappa_relay, mappa_reporter, mappa_auditor;
