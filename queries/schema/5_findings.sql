-- 每个发现说的是哪个单位、哪一年的数字，由第一个数字定。 Whose figures a finding is about, by its first figure; filled by derived/finding_place.sql.

create table finding_place (     -- 一行一个发现 · one row: one finding
    finding_id varchar not null,
    report_id varchar not null,
    figure_id varchar,               -- the first figure; NULL where the finding is about the report as a whole
    unit_id varchar not null,        -- '' where it is about the report as a whole
    region_id varchar not null,
    prefecture_id varchar not null,
    province_id varchar not null,
    year smallint,
    instrument varchar not null,
    level varchar not null,
    role varchar not null
);

create macro findings_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles) as table
    select p.*
    from finding_place as p
    where is_of(p.year, p.region_id, p.prefecture_id, p.province_id, p.unit_id, year_from, year_to, regions, unit_kinds, bureau_kinds, units)
      and is_stream(p.instrument, p.level, p.role, instruments, levels, roles);
