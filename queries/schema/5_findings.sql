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
    where (year_from is null or p.year >= year_from)
      and (year_to is null or p.year <= year_to)
      and (regions is null or list_contains(regions, p.region_id) or list_contains(regions, p.prefecture_id) or list_contains(regions, p.province_id))
      and (units is null or p.unit_id between list_min(units) and list_max(units) and list_contains(units, p.unit_id))
      and (unit_kinds is null and bureau_kinds is null or p.unit_id in (
          select u.unit_id
          from unit as u
          where (unit_kinds is null or list_contains(unit_kinds, u.unit_kind))
            and (bureau_kinds is null or list_contains(bureau_kinds, u.bureau_kind))))
      and (instruments is null or list_contains(instruments, p.instrument))
      and (levels is null or list_contains(levels, p.level))
      and (roles is null or list_contains(roles, p.role));
