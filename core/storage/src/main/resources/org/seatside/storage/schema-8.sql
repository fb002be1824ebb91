-- What was agreed with students. Content and keys are sealed; to destroy a key is to destroy what it sealed.
create table student_key (
    student uuid primary key,
    sealed varchar not null
);

create table adjustment (
    student uuid primary key,
    sealed varchar not null,
    until_day date,
    changed_at timestamp(6) with time zone not null
);
create index adjustment_by_end on adjustment (until_day);

create table consent (
    id uuid primary key,
    student uuid not null,
    version varchar not null,
    given_at timestamp(6) with time zone not null,
    given_by varchar not null,
    withdrawn_at timestamp(6) with time zone,
    withdrawn_by varchar
);
create index consent_by_student on consent (student, given_at);

create table student_pin (
    student uuid primary key,
    hash varchar not null,
    set_at timestamp(6) with time zone not null,
    failures integer not null,
    failed_at timestamp(6) with time zone
);
