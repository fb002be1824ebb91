-- Facilities and contacts.
create table listing (
    id uuid primary key,
    kind varchar not null,
    name varchar not null,
    place varchar not null,
    phone varchar not null,
    detail varchar not null
);
create index listing_by_name on listing (kind, name);
