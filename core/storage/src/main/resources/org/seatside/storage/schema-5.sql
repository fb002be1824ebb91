-- Accounts of more than one kind, a second factor, and sessions that can be listed. Null where a row is older.
alter table account alter column password_hash drop not null;
alter table account add column student uuid;
alter table account add column active boolean default true not null;
alter table account add column must_change boolean default false not null;
alter table account add column external_id varchar;
alter table account add column password_at timestamp(6) with time zone;
alter table account add column failures integer default 0 not null;
alter table account add column failed_at timestamp(6) with time zone;
alter table account add column totp varchar;
alter table account add column totp_step bigint;
create unique index account_by_external_id on account (external_id);

create table recovery_code (
    account uuid not null,
    hash varchar not null,
    primary key (account, hash)
);

alter table staff_session add column id uuid;
alter table staff_session add column opened_at timestamp(6) with time zone;
alter table staff_session add column used_at timestamp(6) with time zone;
alter table staff_session add column from_address varchar;
alter table staff_session add column program varchar;
create index staff_session_by_account on staff_session (account);
create index staff_session_by_end on staff_session (expires_at);
