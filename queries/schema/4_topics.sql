-- 议题分布：一股件按议题分成几类，能不能算成套。 Items by topic, and whether the classes of a stream are a whole set; filled by derived/3_topic_class.sql.

create table topic_class (       -- 一行一股件的一个议题 · one row: one class of one stream of one report's unit
    set_id integer not null,         -- numbers the streams
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
    class_count integer not null,    -- of the whole set; parts are no classes
    item_count integer,              -- of the whole set; NULL where only shares are given
    share_sum double,                -- of all printed shares
    base varchar not null,           -- what its counts make: all filed answered completed; classes where only their printed shares make 100
    reason_not varchar not null,     -- '' where the set is whole, comparable and counted once; else why not
    is_first boolean not null,       -- one row of each set, so that sets are counted without grouping
    topic varchar not null,
    topic_count integer,
    topic_pct double,                -- as printed
    topic_labels varchar not null,   -- the report's own names with their counts
    topic_figure varchar not null    -- the figures that topic_count adds, with ~ between them
);

create macro topics_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as table
    select c.*
    from topic_class as c
    where is_of(c.year, c.region_id, c.prefecture_id, c.province_id, c.unit_id, year_from, year_to, regions, unit_kinds, bureau_kinds, units)
      and is_stream(c.instrument, c.level, c.role, instruments, levels, roles)
      and c.unit_id <> '';
