"""What a build works out once says the same as the rates and figures that it was made of, whatever the filters."""

import pandas as pd
import pytest

from handling import query, store
from handling.model import Filters
from handling.store import folders

FILTERS = {
    "all": Filters(), "years": Filters(years=(2010, 2020)), "provinces": Filters(regions=("530000", "370000")), "bureaus": Filters(unit_kinds=("bureau",)),
    "proposals": Filters(instruments=("proposal",)), "a topic": Filters(topics=("economy",)), "topics of suggestions": Filters(
        topics=("livelihood", "environment"), instruments=("suggestion", "combined")), "lead": Filters(roles=("lead",), levels=("county", "provincial")),
}  # fmt: skip
KINDS_FROM_FIGURES = """
with told as (
    select q.report_id, q.measure, q.category
    from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
    where not q.stands_back and q.reason_not <> 'sample'
      and q.measure in ('satisfaction_rate', 'outcome_share', 'completion_rate', 'on_time_rate', 'meeting_rate')
),
said as (  -- one row a report: what it tells at all
    select
        report_id,
        bool_or(measure = 'satisfaction_rate' and category = 'satisfied_or_basic') as tells_broad,
        bool_or(measure = 'satisfaction_rate' and category = 'satisfied') as tells_strict,
        bool_or(measure = 'satisfaction_rate' and category = '') as tells_unsaid,
        bool_or(measure = 'outcome_share') as tells_outcome,
        bool_or(measure = 'outcome_share' and category = 'adopted') as tells_adopted,
        bool_or(measure = 'outcome_share' and category = 'adopted_or_planned') as is_spanning,
        bool_or(measure = 'completion_rate') as tells_completion,
        bool_or(measure = 'on_time_rate') as tells_on_time,
        bool_or(measure = 'meeting_rate') as tells_meeting
    from told
    group by report_id
),
topics as (
    select report_id, max(class_count) as class_count
    from (
        select f.report_id, f.instrument, f.level, f.role, f.measure, count(distinct f.category) as class_count
        from figures_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles, $topics) as f
        where f.report_id not in (select r.report_id from report as r where r.is_sample)
          and not f.part and f.measure in ('topic', 'topic_share') and f.category <> ''
        group by f.report_id, f.instrument, f.level, f.role, f.measure
    ) as streams
    group by report_id
),
"""
# how reports are counted from these two tables is the question's own text: what is checked here is what the tables hold
COUNTED = "counted as (" + (folders.root() / "queries" / "overview" / "kinds.sql").read_text(encoding="utf-8").partition("counted as (")[2]
INSIDE_FROM_RATES = """
with found as (
    select q.*
    from rates_in_scope($year_from, $year_to, $regions, $unit_kinds, $bureau_kinds, $units, $instruments, $levels, $roles) as q
    where q.kind = $kind and not q.stands_back and q.comparable
)
select q.report_id, q.unit_id, q.instrument, q.level, q.role
from found as q
where exists (
    select 1
    from found as o
    where o.report_id = q.report_id and o.unit_id = q.unit_id and o.year is not distinct from q.year and o.over = q.over
      and (o.instrument, o.level, o.role) <> (q.instrument, q.level, q.role)
      and o.instrument in (q.instrument, 'combined') and o.level in (q.level, '') and o.role in (q.role, '')
)
order by all
"""


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDLING_HOME", str(tmp_path_factory.mktemp("prepared")))
        opened = query.Warehouse(store.build())
        yield opened
        opened.close()


def direct(warehouse, sql, filters, **parameters):
    """The answer to SQL that is no question of the product."""
    with warehouse._connection.cursor() as cursor:
        wanted = set(cursor.extract_statements(sql)[0].named_parameters)
        bound = {name: value for name, value in {**query.filter_parameters(filters), **parameters}.items() if name in wanted}
        return query._frame(cursor.sql(sql, params=bound).to_arrow_table())


@pytest.mark.parametrize("name", FILTERS)
def test_what_reports_tell_is_counted_as_from_rates_and_figures(warehouse, name):
    found = warehouse.ask("overview/kinds", FILTERS[name])
    pd.testing.assert_frame_equal(found, direct(warehouse, KINDS_FROM_FIGURES + COUNTED, FILTERS[name]))
    assert len(found) > 3


@pytest.mark.parametrize("name", FILTERS)
def test_streams_inside_others_are_those_that_every_pair_of_rates_shows(warehouse, name):
    for kind in ("satisfaction_rate.broad", "satisfaction_rate.strict"):
        rows = warehouse.ask("satisfaction/rates", FILTERS[name], kind=kind)
        inside = rows.loc[rows["reason_not"] == "inside", ["report_id", "unit_id", "instrument", "level", "role"]]
        expected = direct(warehouse, INSIDE_FROM_RATES, FILTERS[name], kind=kind)
        over = rows.loc[rows["reason_not"].isin(("", "inside")), "report_id"]  # the base that is pooled; the others are left out before
        expected = expected[expected["report_id"].isin(over)]
        assert sorted(inside.itertuples(index=False, name=None)) == sorted(expected.itertuples(index=False, name=None))


def test_reports_are_numbered_in_the_order_of_their_list(warehouse):
    listed = warehouse.ask("sources/reports", report="")
    order = sorted(listed.to_dict("records"), key=lambda row: -(0 if pd.isna(row["year"]) else row["year"]))
    assert [row["year"] for row in order if not pd.isna(row["year"])] == listed["year"].dropna().tolist()
    assert len(listed) == 189


@pytest.mark.parametrize("units", [("370114:章丘区人民政府",), ("370114:章丘区人民政府", "500000:重庆市人民政府"), ("nobody",)])
def test_units_are_found_by_range_and_list(warehouse, units):
    every = direct(warehouse, "select f.figure_id, f.unit_id from figure as f order by f.figure_id", Filters())
    found = warehouse.ask("unit/figures", Filters(units=units))
    assert sorted(found["figure_id"]) == sorted(every.loc[every["unit_id"].isin(units), "figure_id"])
