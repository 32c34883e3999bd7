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
