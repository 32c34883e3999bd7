"""An item is pooled once: what a bureau handled is among what its government, its CPPCC and its congress count."""

import pytest

from handling import query, store
from handling.model import Filters

REPORTS = {
    "县政府.txt": "青禾县人民政府2023年建议办理情况报告\n2023年，县政府系统承办县人大代表建议120件，全部办结。代表表示满意110件，基本满意8件，不满意2件。"
                "已解决80件，列入计划30件，留作参考10件。\n",
    "县教育局.txt": "青禾县教育局2023年建议办理情况报告\n2023年，我局承办县人大代表建议30件，全部办结。代表表示满意28件，基本满意2件。"
                "已解决20件，列入计划8件，留作参考2件。\n",
    "别县教育局.txt": "白沙县教育局2023年建议办理情况报告\n2023年，我局承办县人大代表建议40件，全部办结。代表表示满意36件，基本满意4件。"
                 "已解决25件，列入计划10件，留作参考5件。\n",
    "乡县政府.txt": "罗田县人民政府2022年建议提案办理情况报告\n2022年，县政府共承办县人大代表建议60件、县政协提案80件，全部办结。"
                 "代表对60件建议表示满意58件、基本满意2件。"
                 "委员对80件提案表示满意77件、基本满意3件。建议已解决40件，列入计划15件，留作参考5件。提案已采纳50件，列入计划20件，留作参考10件。\n",
    "乡县教育局.txt": "罗田县教育局2022年建议提案办理工作总结\n2022年，我局共承办县人大代表建议、县政协提案30件，全部办结。其中满意25件，基本满意5件。"
                  "已解决18件，列入计划10件，留作参考2件。\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("held")
        patch.setenv("HANDLING_HOME", str(folder / "home"))
        for name, text in REPORTS.items():
            (folder / name).write_text(text, encoding="utf-8")
        store.build()
        done = store.import_files([str(folder / name) for name in REPORTS])
        assert len(done.imported) == len(REPORTS)
        warehouse = query.Warehouse(store.current())
        yield warehouse.ask
        warehouse.close()


def standing(rows):
    own = rows[rows["unit_label"].str.contains("青禾|白沙")]
    return dict(zip(own["unit_label"], own["reason_not"], strict=True))


def test_a_bureau_is_left_out_of_the_pool_beside_its_own_government(ask):
    rows = ask("satisfaction/rates", Filters(years=(2023, 2023), instruments=("suggestion",)), kind="satisfaction_rate.broad")
    assert standing(rows) == {"青禾县人民政府": "", "青禾县教育局": "inside_unit", "白沙县教育局": ""}


def test_a_bureau_stands_among_bureaus_as_any_other(ask):
    rows = ask("satisfaction/rates", Filters(years=(2023, 2023), instruments=("suggestion",), unit_kinds=("bureau",)), kind="satisfaction_rate.broad")
    assert standing(rows) == {"青禾县教育局": "", "白沙县教育局": ""}


def test_its_classes_are_pooled_once_too(ask):
    rows = ask("adoption/outcomes", Filters(years=(2023, 2023), instruments=("suggestion",)))
    own = rows[rows["unit_label"].str.contains("青禾|白沙")]
    assert dict(zip(own["unit_label"], own["inside_another"], strict=True)) == {"青禾县人民政府": False, "青禾县教育局": True, "白沙县教育局": False}


def test_a_sum_of_suggestions_and_proposals_is_inside_the_governments_that_tells_them_apart(ask):
    rows = ask("satisfaction/rates", Filters(years=(2022, 2022), regions=("421123",)), kind="satisfaction_rate.strict")
    found = rows[["unit_label", "instrument", "x_count", "n_count", "reason_not"]].sort_values("n_count").to_numpy().tolist()
    assert found == [
        ["罗田县教育局", "combined", 25, 30, "inside_unit"],
        ["罗田县人民政府", "suggestion", 58, 60, ""],
        ["罗田县人民政府", "proposal", 77, 80, ""],
    ]


def test_its_classes_are_not_pooled_again(ask):
    rows = ask("adoption/outcomes", Filters(years=(2022, 2022), regions=("421123",)))
    pooled = rows[~rows["inside_another"]]
    assert (pooled["adopted_count"].sum(), pooled["total_count"].sum()) == (90, 140)
    assert rows.loc[rows["inside_another"], "unit_label"].tolist() == ["罗田县教育局"]
