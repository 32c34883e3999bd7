-- 筛选只在这里进入。 The one place where filters enter: every question starts from one of these macros.
-- Each argument is NULL (all) or a list. regions may hold codes of any level. One row: one figure / item / report in scope.
-- Units by their range first, which the scan itself can pass over: a list alone is asked of every row, after all columns of it are read.
-- list_contains, not `in (select unnest(…))`: planning takes half the time, and a question of 3 ms is mostly planning.

create macro figures_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles, topics) as table
    select f.*
    from figure as f
    where (year_from is null or f.year >= year_from)
      and (year_to is null or f.year <= year_to)
      and (regions is null or list_contains(regions, f.region_id) or list_contains(regions, f.prefecture_id) or list_contains(regions, f.province_id))
      and (units is null or f.unit_id between list_min(units) and list_max(units) and list_contains(units, f.unit_id))
      and (unit_kinds is null and bureau_kinds is null or f.unit_id in (
          select u.unit_id
          from unit as u
          where (unit_kinds is null or list_contains(unit_kinds, u.unit_kind))
            and (bureau_kinds is null or list_contains(bureau_kinds, u.bureau_kind))))
      and (instruments is null or list_contains(instruments, f.instrument))
      and (levels is null or list_contains(levels, f.level))
      and (roles is null or list_contains(roles, f.role))
      and (topics is null or f.measure not in ('topic', 'topic_share') or list_contains(topics, f.category));

create macro items_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, topics) as table
    select i.*
    from item as i
    where (year_from is null or i.year >= year_from)
      and (year_to is null or i.year <= year_to)
      and (regions is null or list_contains(regions, i.region_id) or list_contains(regions, i.prefecture_id) or list_contains(regions, i.province_id))
      and (units is null or i.unit_id between list_min(units) and list_max(units) and list_contains(units, i.unit_id))
      and (unit_kinds is null and bureau_kinds is null or i.unit_id in (
          select u.unit_id
          from unit as u
          where (unit_kinds is null or list_contains(unit_kinds, u.unit_kind))
            and (bureau_kinds is null or list_contains(bureau_kinds, u.bureau_kind))))
      and (instruments is null or list_contains(instruments, i.instrument))
      and (topics is null or list_contains(topics, i.topic));

-- what a report is called where its title is unknown
create macro name_of_report(title, file_name, report_id) as coalesce(nullif(title, ''), nullif(file_name, ''), report_id);
