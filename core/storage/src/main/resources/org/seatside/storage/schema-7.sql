-- Notices on kiosks, calls for help from them, reports. `assist_stamp` rises with each change, for whoever watches.
create table assist_stamp (
    id integer primary key,
    stamp bigint not null
);
insert into assist_stamp values (1, 0);

create table notice (
    id uuid primary key,
    from_at timestamp(6) with time zone not null,
    until_at timestamp(6) with time zone not null,
    display_seconds integer not null
);
create index notice_by_end on notice (until_at);

create table notice_room (
    notice uuid not null,
    room uuid not null,
    primary key (notice, room)
);

create table notice_text (
    notice uuid not null,
    language varchar not null,
    text varchar not null,
    primary key (notice, language)
);

create table help_call (
    id uuid primary key,
    kiosk uuid not null,
    room uuid,
    state varchar not null,
    called_at timestamp(6) with time zone not null,
    seen_at timestamp(6) with time zone,
    coming_at timestamp(6) with time zone,
    done_at timestamp(6) with time zone
);
create index help_call_by_kiosk on help_call (kiosk, called_at);
create index help_call_by_time on help_call (called_at);
create index help_call_by_state on help_call (state);

create table report (
    id uuid primary key,
    kind varchar not null,
    text varchar not null,
    kiosk uuid,
    reported_at timestamp(6) with time zone not null,
    closed boolean not null
);
create index report_by_time on report (reported_at);
