-- Webhooks and what they could not be told.
create table hook (
    id uuid primary key,
    url varchar not null,
    format varchar not null,
    active boolean not null,
    log_cursor bigint not null
);

create table hook_dead_letter (
    hook uuid not null,
    check_in uuid not null,
    log_index bigint not null,
    detail varchar not null,
    at timestamp(6) with time zone not null,
    replay boolean not null,
    primary key (hook, check_in)
);
