-- The kiosk that a pairing was answered with: its device key may be another kiosk's too, so it cannot be looked up by it.
alter table command_result add column paired uuid;
