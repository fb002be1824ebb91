-- What commands came to is forgotten by time.
create index command_result_by_time on command_result (at);

-- How many rows of upstream are in each state.
create table upstream_count (
    state varchar primary key,
    n bigint not null
);
insert into upstream_count select state, count(*) from upstream group by state;
