-- 筛选只在这里进入。 The one place where filters enter: every question starts from one of these macros.
-- Each argument is NULL (all) or a list. regions may hold codes of any level. One row: one figure / report / item in scope.

create macro figures_in_scope(year_from, year_to, regions, unit_kinds, bureau_kinds, units, instruments, levels, roles, topics) as table
    select f.*
    from figure as f
    where (year_from is null or f.year >= year_from)
      and (year_to is null or f.year <= year_to)
      and (regions is null or f.region_id in (select unnest(regions)) or f.prefecture_id in (select unnest(regions)) or f.province_id in (select unnest(regions)))
      and (units is null or f.unit_id in (select unnest(units)))
      and (unit_kinds is null or f.unit_id in (select u.unit_id from unit as u where u.unit_kind in (select unnest(unit_kinds))))
      and (bureau_kinds is null or f.unit_id in (select u.unit_id from unit as u where u.bureau_kind in (select unnest(bureau_kinds))))
      and (instruments is null or f.instrument in (select unnest(instruments)))
      and (levels is null or f.level in (select unnest(levels)))
      and (roles is null or f.role in (select unnest(roles)))
      and (topics is null or f.measure not in ('topic', 'topic_share') or f.category in (select unnest(topics)));
