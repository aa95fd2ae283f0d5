-- A line break typed into a purpose could have moved text from one field of the hashed text into the next, and
-- nothing could not be told from a hyphen. Each field is written as PostgreSQL's COPY writes it: \N is null, a
-- backslash is doubled, a line break is \n.
create function audit_field(value text) returns text immutable parallel safe language sql
    return coalesce(replace(replace(value, '\', '\\'), chr(10), '\n'), '\N');

create or replace function audit_text(e audit_event) returns text immutable parallel safe language sql
    return concat_ws(chr(10), audit_field(e.area_code), e.sequence::text,
        to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        audit_field(e.actor_id::text), audit_field(e.system_job), audit_field(e.agency_id::text),
        audit_field(e.role), audit_field(e.operation), audit_field(e.event),
        array_to_string(e.subject_ids, ','), audit_field(e.purpose), audit_field(e.route),
        audit_field(e.correlation_id), audit_field(e.detail::text), encode(e.previous_hash, 'hex'));
