-- What the learning management system was last told, once for each student of a section.
create table lms_score (
    section uuid not null,
    student uuid not null,
    percent integer not null,
    primary key (section, student)
);
