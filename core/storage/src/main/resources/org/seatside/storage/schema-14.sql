-- Which check-ins need the student's PIN; null as the rule above says.
alter table attendance_rule add column pin varchar;
