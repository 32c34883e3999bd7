-- 建库时一次算好、页面不必再扫全部数字的表。 What a build works out once, so that no page has to scan all figures; filled by derived/.

create table report_scope (      -- 一行一份报告里筛选分不开的一堆数字 · one row: the figures of one report that no filter tells apart
    report_id varchar not null,
    report_no integer not null,
    unit_id varchar not null,
    region_id varchar not null,
    prefecture_id varchar not null,
    province_id varchar not null,
    year smallint,
    instrument varchar not null,
    level varchar not null,
    role varchar not null,
    topic varchar,                   -- the class of figures about topics; NULL for all others, which no filter by topic leaves out
    figure_count integer not null,
    is_sample boolean not null       -- of the report
);

create table facet (             -- 一行一个筛选值 · one row: one value of one filter that some figure has
    field varchar not null,          -- region unit unit_kind bureau_kind instrument level role topic year
    id varchar not null,
    report_count integer not null,
    primary key (field, id)
);

create macro reports_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles, topics) as table
    select s.*
    from report_scope as s
    where is_of(s.year, s.region_id, s.prefecture_id, s.province_id, s.unit_id, year_from, year_to, regions, unit_kinds, bureau_kinds, units)
      and is_stream(s.instrument, s.level, s.role, instruments, levels, roles)
      and (topics is null or s.topic is null or list_contains(topics, s.topic));
