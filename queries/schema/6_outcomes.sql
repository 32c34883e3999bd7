-- 每一股件的办理结果按类排成一行。 The outcomes of every stream of items, its classes side by side; filled by derived/4_outcome_stream.sql.

create table outcome_stream (    -- 一行一股件（报告、单位、年份、种类、层级、角色） · one row: one stream of items of one report and unit
    stream_id integer not null,      -- numbers the streams
    report_id varchar not null,
    unit_id varchar not null,
    region_id varchar not null,
    prefecture_id varchar not null,
    province_id varchar not null,
    year smallint,
    month tinyint,
    period varchar not null,
    instrument varchar not null,
    level varchar not null,
    role varchar not null,
    adopted_count integer,           -- NULL where the report does not count the class; none is worked back from a share
    planned_count integer,
    deferred_count integer,
    spanning_count integer,          -- 采纳或计划解决, not told apart
    total_count integer,
    printed_pct double,              -- of what is adopted, as the report says; NULL where only computed
    printed_pct_basis varchar,       -- stated or implied
    base varchar,
    over varchar,                    -- as in rate
    siblings boolean not null,       -- the report tells of another stream of the unit in that time
    is_spanning boolean not null,
    doubted boolean not null,
    reason_not varchar,              -- why the share of what is adopted may not stand beside others; '' where it may
    adopted_count_basis varchar,     -- how each count is known: count_basis
    planned_count_basis varchar,
    deferred_count_basis varchar,
    spanning_count_basis varchar,
    total_count_basis varchar,
    adopted_words varchar,           -- the report's own names of the class with their counts: A类 12；已解决 3
    planned_words varchar,
    deferred_words varchar,
    spanning_words varchar,
    total_count_figure varchar,      -- that states the total; NULL where it is a sum
    printed_pct_figure varchar,
    sentence_figure varchar,         -- whose sentence tells the first of these numbers
    adopted_words_figure varchar,    -- the figures that a count adds, with ~ between them
    planned_words_figure varchar,
    deferred_words_figure varchar,
    spanning_words_figure varchar
);

create macro outcomes_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as table
    select s.*
    from outcome_stream as s
    where is_of(s.year, s.region_id, s.prefecture_id, s.province_id, s.unit_id, year_from, year_to, regions, unit_kinds, bureau_kinds, units)
      and is_stream(s.instrument, s.level, s.role, instruments, levels, roles)
      and s.unit_id <> '';
