-- The audit trail. Nothing in it is ever updated.
create table audit (
    number bigint primary key,
    log_index bigint not null,
    command uuid not null,
    at timestamp(6) with time zone not null,
    actor varchar not null,
    from_address varchar,
    action varchar not null,
    subject varchar,
    detail varchar,
    outcome varchar not null,
    hash varchar not null
);
create index audit_by_subject on audit (subject, number);
create index audit_by_actor on audit (actor, number);
create index audit_by_time on audit (at);

create table audit_checkpoint (
    number bigint primary key,
    hash varchar not null,
    at timestamp(6) with time zone not null,
    signing_key integer not null,
    signature varchar not null
);
