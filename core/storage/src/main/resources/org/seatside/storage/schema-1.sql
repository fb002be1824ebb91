-- What the commands of the log add up to. SQL that H2 in PostgreSQL mode and PostgreSQL share.
-- No foreign keys: what a command refers to is checked before the write, and a constraint nobody expects would stop
-- every node at the same entry. Texts have no length: the log caps a command as a whole.

create table applied (
    id integer primary key,
    term bigint not null,
    log_index bigint not null
);
insert into applied values (1, 0, 0);

create table command_result (
    id uuid primary key,
    at timestamp(6) with time zone not null,
    conflict varchar
);

create table student (
    id uuid primary key,
    number varchar not null unique,
    name varchar not null,
    active boolean not null
);

create table room (
    id uuid primary key,
    name varchar not null unique,
    building varchar not null,
    floor varchar not null,
    tag varchar
);

create table room_tag (
    digest varchar primary key,
    room uuid not null
);

create table section (
    id uuid primary key,
    code varchar not null unique,
    title varchar not null
);

create table enrolment (
    student uuid not null,
    section uuid not null,
    primary key (student, section)
);

create table meeting (
    id uuid primary key,
    section uuid not null,
    room uuid not null,
    opens_at timestamp(6) with time zone not null,
    starts_at timestamp(6) with time zone not null,
    late_after timestamp(6) with time zone not null,
    closes_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone not null
);
create index meeting_by_room on meeting (room, ends_at);
create index meeting_by_end on meeting (ends_at);

create table pass (
    handle varchar primary key,
    generation integer not null,
    student uuid not null,
    expires date not null,
    issued_at timestamp(6) with time zone not null,
    revoked boolean not null
);
create index pass_by_student on pass (student, issued_at);

create table kiosk (
    id uuid primary key,
    name varchar not null unique,
    room uuid,
    public_key varchar,
    revoked boolean not null
);

create table kiosk_invitation (
    kiosk uuid primary key,
    code_hash varchar not null unique,
    expires_at timestamp(6) with time zone not null
);

create table kiosk_epoch (
    kiosk uuid not null,
    epoch bigint not null,
    high_water bigint not null,
    primary key (kiosk, epoch)
);

create table account (
    id uuid primary key,
    name varchar not null unique,
    password_hash varchar not null,
    roles varchar not null
);

create table staff_session (
    token_hash varchar primary key,
    account uuid not null,
    expires_at timestamp(6) with time zone not null
);

-- The raw text of a code is not kept: it may be a credential, and the log has it as long as it is needed.
create table check_in (
    id uuid primary key,
    log_index bigint not null,
    ordinal integer not null,
    command uuid not null,
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
    record_room uuid,
    unique (kiosk, epoch, seq)
);
create index check_in_by_log on check_in (log_index, ordinal);

create table attendance (
    id uuid primary key,
    student uuid not null,
    room uuid not null,
    meeting uuid,
    status varchar not null,
    at timestamp(6) with time zone not null,
    revision integer not null,
    check_in uuid,
    unique (meeting, student)
);
create index attendance_by_student on attendance (student, at);
create index attendance_by_time on attendance (at);

-- Append-only.
create table attendance_revision (
    attendance uuid not null,
    revision integer not null,
    status varchar not null,
    written_at timestamp(6) with time zone not null,
    actor varchar not null,
    reason varchar,
    primary key (attendance, revision)
);

create table upstream (
    check_in uuid primary key,
    state varchar not null,
    attempts integer not null,
    detail varchar,
    changed_at timestamp(6) with time zone
);
create index upstream_by_state on upstream (state);
