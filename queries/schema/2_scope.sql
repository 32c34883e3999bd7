-- 筛选只在这里进入。 The one place where filters enter: every question starts from one of these macros.
-- Each argument is NULL (all) or a list. regions may hold codes of any level. One row: one figure / item / report in scope.
-- Units by their range first, which the scan itself can pass over: a list alone is asked of every row, after all columns of it are read.
-- list_contains, not `in (select unnest(…))`: planning takes half the time, and a question of 3 ms is mostly planning.

-- A unit_id of '' is that of figures of which neither unit nor place was read (store/dimensions.py). They stand in the lists of their report; macros of
-- what is counted by unit, pooled or drawn leave them out.

-- whether a row's year, place and unit are asked for
create macro is_of(own_year, own_region, own_prefecture, own_province, own_unit, year_from, year_to, regions, unit_kinds, bureau_kinds, units) as
    (year_from is null or own_year >= year_from)
    and (year_to is null or own_year <= year_to)
    and (regions is null or list_contains(regions, own_region) or list_contains(regions, own_prefecture) or list_contains(regions, own_province))
    and (units is null or own_unit between list_min(units) and list_max(units) and list_contains(units, own_unit))
    and (unit_kinds is null and bureau_kinds is null or own_unit in (
        select u.unit_id
        from unit as u
        where (unit_kinds is null or list_contains(unit_kinds, u.unit_kind))
          and (bureau_kinds is null or list_contains(bureau_kinds, u.bureau_kind))));

-- whether its stream of items is
create macro is_stream(own_instrument, own_level, own_role, instruments, levels, roles) as
    (instruments is null or list_contains(instruments, own_instrument))
    and (levels is null or list_contains(levels, own_level))
    and (roles is null or list_contains(roles, own_role));

create macro figures_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles, topics) as table
    select f.*
    from figure as f
    where is_of(f.year, f.region_id, f.prefecture_id, f.province_id, f.unit_id, year_from, year_to, regions, unit_kinds, bureau_kinds, units)
      and is_stream(f.instrument, f.level, f.role, instruments, levels, roles)
      and (topics is null or f.measure not in ('topic', 'topic_share') or list_contains(topics, f.category));

create macro items_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, topics) as table
    select i.*
    from item as i
    where is_of(i.year, i.region_id, i.prefecture_id, i.province_id, i.unit_id, year_from, year_to, regions, unit_kinds, bureau_kinds, units)
      and (instruments is null or list_contains(instruments, i.instrument))
      and (topics is null or list_contains(topics, i.topic));

-- what a report is called where its title is unknown
create macro name_of_report(title, file_name, report_id) as coalesce(nullif(title, ''), nullif(file_name, ''), report_id);
