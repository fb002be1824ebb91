-- Finds what is past its time.
create index check_in_by_record on check_in (record_attendance, received_at);
