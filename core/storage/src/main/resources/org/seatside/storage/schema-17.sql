-- When a session's person last proved who they are; null where that was when it was opened.
alter table staff_session add column proved_at timestamp(6) with time zone;
