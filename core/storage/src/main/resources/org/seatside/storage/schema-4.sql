-- Places and the timetable. A stretch of enrolment without a first day begins on 1000-01-01. What nobody put into an
-- order comes last.
create table building (
    id uuid primary key,
    name varchar not null unique,
    name_en varchar,
    ordinal integer default 2147483647 not null
);

alter table room add column name_en varchar;
alter table room add column building_id uuid;
alter table room add column ordinal integer default 2147483647 not null;
create index room_by_building on room (building_id);

create table seat (
    id uuid primary key,
    room uuid not null,
    label varchar not null,
    height_cm integer,
    reach varchar not null,
    knee_cm integer,
    ordinal integer default 2147483647 not null,
    unique (room, label)
);

alter table kiosk add column seat uuid;

create table term (
    id uuid primary key,
    code varchar not null unique,
    name varchar not null,
    name_en varchar,
    from_day date not null,
    until_day date not null
);

create table department (
    id uuid primary key,
    code varchar not null unique,
    name varchar not null,
    name_en varchar
);

create table course (
    id uuid primary key,
    code varchar not null unique,
    title varchar not null,
    title_en varchar,
    department uuid
);
create index course_by_department on course (department);

create table lecturer (
    id uuid primary key,
    number varchar unique,
    name varchar not null,
    name_en varchar,
    department uuid,
    account uuid
);
create index lecturer_by_name on lecturer (name, id);
create index lecturer_by_account on lecturer (account);

create table section_lecturer (
    section uuid not null,
    lecturer uuid not null,
    ordinal integer not null,
    primary key (section, lecturer)
);
create index section_lecturer_by_lecturer on section_lecturer (lecturer);

-- A code is unique in its term: term_key is the term's id, or empty without one.
create table section_of_term (
    id uuid primary key,
    code varchar not null,
    title varchar not null,
    title_en varchar,
    course uuid,
    term uuid,
    term_key varchar not null,
    unique (term_key, code)
);
insert into section_of_term (id, code, title, term_key) select id, code, title, '' from section;
drop table section;
alter table section_of_term rename to section;
create index section_by_code on section (code, id);
create index section_by_course on section (course);

create table enrolment_stretch (
    student uuid not null,
    section uuid not null,
    from_day date not null,
    until_day date,
    primary key (student, section, from_day)
);
insert into enrolment_stretch (student, section, from_day) select student, section, date '1000-01-01' from enrolment;
drop table enrolment;
alter table enrolment_stretch rename to enrolment;
create index enrolment_by_section on enrolment (section, student);

create table student_inactive (
    student uuid primary key,
    since timestamp(6) with time zone not null
);

alter table meeting add column on_day date;
alter table meeting add column pattern uuid;
alter table meeting add column own_window boolean default true not null;
alter table meeting add column cancelled varchar;
create index meeting_by_section on meeting (section, starts_at);
create index meeting_by_pattern on meeting (pattern);

create table meeting_pattern (
    id uuid primary key,
    section uuid not null,
    room uuid not null,
    weekday varchar not null,
    starts_at time not null,
    minutes integer not null,
    from_day date not null,
    until_day date not null,
    opens_before integer,
    late_after integer,
    closes_after integer,
    revision integer not null
);
create index meeting_pattern_by_section on meeting_pattern (section);
create index meeting_pattern_by_room on meeting_pattern (room);

create table pattern_exception (
    pattern uuid not null,
    on_day date not null,
    cancelled boolean not null,
    moved_to date,
    room uuid,
    starts_at time,
    minutes integer,
    reason varchar,
    primary key (pattern, on_day)
);

create table holiday (
    on_day date primary key,
    name varchar not null,
    name_en varchar
);

-- Scope is the section's or course's id, all zeros for the campus.
create table attendance_rule (
    scope uuid primary key,
    course uuid,
    section uuid,
    opens_before integer,
    late_after integer,
    closes_after integer,
    marks_absent boolean,
    notice_below integer
);
