-- What staff and the node itself do to records, and what there is how many of. Days are the campus's; those of rows
-- written before they were kept are UTC's.
alter table attendance add column mark varchar;
alter table attendance add column by_staff boolean default false not null;
alter table attendance add column on_day date;
update attendance set on_day = cast(at as date), by_staff = exists (
    select 1 from attendance_revision r
    where r.attendance = attendance.id and r.revision > 1 and r.reason <> 'EARLIER_CHECK_IN');

alter table attendance_revision add column at timestamp(6) with time zone;
alter table attendance_revision add column room uuid;
alter table attendance_revision add column mark varchar;
alter table attendance_revision add column check_in uuid;
alter table attendance_revision add column by_staff boolean;

create table correction_batch (
    batch uuid not null,
    attendance uuid not null,
    revision integer not null,
    primary key (batch, attendance)
);

create table status_mark (
    code varchar primary key,
    name varchar not null,
    name_en varchar,
    kind varchar not null,
    points integer not null,
    counted boolean not null
);

create table meeting_closing (
    meeting uuid primary key,
    at timestamp(6) with time zone not null,
    absent integer not null
);

-- A check-in from no known room counts under a room of zeros.
create table check_in_count (
    on_day date not null,
    on_hour integer not null,
    room uuid not null,
    how varchar not null,
    outcome varchar not null,
    n bigint not null,
    primary key (on_day, on_hour, room, how, outcome)
);
create index check_in_count_by_room on check_in_count (room);
insert into check_in_count (on_day, on_hour, room, how, outcome, n)
    select cast(effective_at as date), extract(hour from effective_at),
        coalesce(room, '00000000-0000-0000-0000-000000000000'), how, outcome, count(*)
    from check_in group by 1, 2, 3, 4, 5;

create table record_count (
    on_day date not null,
    room uuid not null,
    status varchar not null,
    n bigint not null,
    primary key (on_day, room, status)
);
create index record_count_by_room on record_count (room);
insert into record_count (on_day, room, status, n)
    select on_day, room, status, count(*) from attendance group by on_day, room, status;

alter table upstream add column on_day date;
update upstream set on_day = (select cast(c.effective_at as date) from check_in c where c.id = upstream.check_in);
drop table upstream_count;
create table upstream_count (
    on_day date not null,
    state varchar not null,
    n bigint not null,
    primary key (on_day, state)
);
insert into upstream_count (on_day, state, n)
    select on_day, state, count(*) from upstream where on_day is not null group by on_day, state;

-- Up to which sequence number none is missing; found anew by the next check-in.
alter table kiosk_epoch add column contiguous bigint default 0 not null;
