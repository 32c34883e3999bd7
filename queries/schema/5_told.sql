-- 每份报告说了什么、能不能比，供总览计数；由 derived/5_report_told.sql 算出。 What each report tells and whether it can be compared, for the counts of the
-- overview; filled by derived/5_report_told.sql.

create table report_told (       -- 一行一份报告的一股件 · one row: one stream of items of one report and unit, as far as filters tell streams apart
    report_no integer not null,
    unit_id varchar not null,
    region_id varchar not null,
    prefecture_id varchar not null,
    province_id varchar not null,
    year smallint,
    instrument varchar not null,
    level varchar not null,
    role varchar not null,
    tells_rates boolean not null,    -- anything but topics
    tells_broad boolean not null,
    tells_strict boolean not null,
    tells_unsaid boolean not null,
    tells_outcome boolean not null,
    tells_adopted boolean not null,  -- the share of what is solved or adopted, apart from what is planned
    is_spanning boolean not null,
    tells_completion boolean not null,
    tells_on_time boolean not null,
    tells_meeting boolean not null,
    topic_bits bigint not null,      -- the classes of its topics that are counted, a bit each: vocabulary.position
    share_bits bigint not null       -- those given as shares
);

create macro reports_told_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as table
    select t.*
    from report_told as t
    where is_of(t.year, t.region_id, t.prefecture_id, t.province_id, t.unit_id, year_from, year_to, regions, unit_kinds, bureau_kinds, units)
      and is_stream(t.instrument, t.level, t.role, instruments, levels, roles)
      and t.unit_id <> '';
