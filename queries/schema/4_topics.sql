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
    topic_figure varchar not null
);

create macro topics_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as table
    select c.*
    from topic_class as c
    where (year_from is null or c.year >= year_from)
      and (year_to is null or c.year <= year_to)
      and (regions is null or list_contains(regions, c.region_id) or list_contains(regions, c.prefecture_id) or list_contains(regions, c.province_id))
      and (units is null or c.unit_id between list_min(units) and list_max(units) and list_contains(units, c.unit_id))
      and (unit_kinds is null and bureau_kinds is null or c.unit_id in (
          select u.unit_id
          from unit as u
          where (unit_kinds is null or list_contains(unit_kinds, u.unit_kind))
            and (bureau_kinds is null or list_contains(bureau_kinds, u.bureau_kind))))
      and (instruments is null or list_contains(instruments, c.instrument))
      and (levels is null or list_contains(levels, c.level))
      and (roles is null or list_contains(roles, c.role));
