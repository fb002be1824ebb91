-- What every check-in writes, in as few places as can be: each table of rows and each index is one.

-- Which numbers of a kiosk are used: those up to where none is missing, those from tail up to the highest, and
-- between them one row for each run of numbers.
create table check_in_run (
    kiosk uuid not null,
    epoch bigint not null,
    first_seq bigint not null,
    last_seq bigint not null,
    primary key (kiosk, epoch, first_seq)
);
insert into check_in_run (kiosk, epoch, first_seq, last_seq)
    select kiosk, epoch, min(seq), max(seq) from (
        select c.kiosk, c.epoch, c.seq,
            c.seq - row_number() over (partition by c.kiosk, c.epoch order by c.seq) as island
        from check_in c join kiosk_epoch e on e.kiosk = c.kiosk and e.epoch = c.epoch
        where c.seq > e.contiguous) beyond
    group by kiosk, epoch, island;
alter table kiosk_epoch add column tail bigint default 1 not null;
update kiosk_epoch set tail = coalesce((
    select r.first_seq from check_in_run r
    where r.kiosk = kiosk_epoch.kiosk and r.epoch = kiosk_epoch.epoch and r.last_seq = kiosk_epoch.high_water),
    high_water + 1);
delete from check_in_run where exists (
    select 1 from kiosk_epoch e
    where e.kiosk = check_in_run.kiosk and e.epoch = check_in_run.epoch and e.tail = check_in_run.first_seq);

-- Rows stand in the order of the log: place is the entry's index times 65,536, and which of its check-ins it is.
create table check_in_placed (
    place bigint primary key,
    id uuid not null unique,
    kiosk uuid not null,
    epoch bigint not null,
    seq bigint not null,
    how varchar not null,
    wall timestamp(6) with time zone not null,
    monotonic_nanos bigint not null,
    offset_millis bigint,
    uncertainty_millis bigint,
    received_at timestamp(6) with time zone not null,
    effective_at timestamp(6) with time zone not null,
    provisional boolean not null,
    outcome varchar not null,
    first_of_meeting boolean not null,
    student uuid,
    room uuid,
    meeting uuid,
    refusal_code varchar,
    judged_attendance uuid,
    judged_status varchar,
    minutes_late integer,
    to_upstream boolean,
    record_attendance uuid,
    record_at timestamp(6) with time zone,
    record_room uuid
);
insert into check_in_placed
    select log_index * 65536 + ordinal, id, kiosk, epoch, seq, how, wall, monotonic_nanos, offset_millis,
        uncertainty_millis, received_at, effective_at, provisional, outcome, first_of_meeting, student, room, meeting,
        refusal_code, judged_attendance, judged_status, minutes_late, to_upstream, record_attendance, record_at,
        record_room
    from check_in order by log_index, ordinal;
drop table check_in;
alter table check_in_placed rename to check_in;
create index check_in_by_record on check_in (record_attendance, received_at);

-- What a student's history shows of the record's check-in stands in the record.
alter table attendance add column how varchar;
alter table attendance add column kiosk uuid;
alter table attendance add column received_at timestamp(6) with time zone;
update attendance set (how, kiosk, received_at) = (
    select c.how, c.kiosk, c.received_at from check_in c where c.id = attendance.check_in)
    where check_in is not null;

-- A record holds its current revision whole, and only what it was before is a row of its own.
alter table attendance add column written_at timestamp(6) with time zone;
alter table attendance add column actor varchar;
alter table attendance add column reason varchar;
update attendance set (written_at, actor, reason) = (
    select r.written_at, r.actor, r.reason from attendance_revision r
    where r.attendance = attendance.id and r.revision = attendance.revision);
delete from attendance_revision where exists (
    select 1 from attendance a where a.id = attendance_revision.attendance and a.revision = attendance_revision.revision);
