-- Whose attendance of which class is low, and how far staff have come with it.
create table low_attendance (
    section uuid not null,
    student uuid not null,
    percent integer not null,
    below integer not null,
    meetings integer not null,
    on_day date not null,
    state varchar not null,
    primary key (section, student)
);
create index low_attendance_by_student on low_attendance (student);

-- From when on check-ins are kept: what is older and was here once is not recorded again.
create table forgotten (
    id integer primary key,
    attendance_before timestamp(6) with time zone not null,
    refused_before timestamp(6) with time zone not null
);
