-- A check-in that comes late is judged by what was true when it was made. Null where a pass was revoked before this step.
alter table pass add column revoked_at timestamp(6) with time zone;
