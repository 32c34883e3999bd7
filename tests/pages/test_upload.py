"""What the upload says before the server has any file: in the reader's language, and for a refused file what to do. Needs Chromium."""

import re

import pytest

from tests.pages.browsing import needs_chromium, settle

pytestmark = needs_chromium
DROP = """(name) => {
  const files = new DataTransfer()
  files.items.add(new File(['x'], name, { type: 'application/x-msdownload' }))
  const zone = document.querySelector('[data-testid=stFileUploaderDropzone]')
  for (const kind of ['dragenter', 'dragover']) zone.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: files }))
  return new Promise(done => setTimeout(() => {
    const held = zone.innerText
    zone.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files }))
    done(held)
  }, 300))
}"""


@pytest.fixture
def files(tmp_path):
    """A file over the limit and a small one, on disk: the browser is given their names, not their bytes."""
    large, small = tmp_path / "很大的报告.txt", tmp_path / "小报告.txt"
    large.write_bytes(b"x" * (21 * 1024 * 1024))
    small.write_text("2024年办理提案3件。", encoding="utf-8")
    return [large, small]


def refusals(page):
    page.wait_for_selector('[data-role="refused"] .note')
    return page.locator('[data-role="refused"] .note').all_inner_texts()


@pytest.mark.parametrize(("lang", "said"), [
    ("zh", "没有导入：“很大的报告.txt”（22.0MB）超过 20 MB 的上限，停在上传这一步。请删去图片和附件，或只把正文另存一份，再放进来。"),
    ("en", "Not imported: “很大的报告.txt” (22.0MB) is over the limit of 20 MB and stopped at the upload. Remove its pictures and attachments, or save its "
           "text alone, and drop it again."),
])  # fmt: skip
def test_a_file_over_the_limit_is_refused_in_one_sentence_with_file_place_and_remedy(visit, files, lang, said):
    page = visit(f"importing?lang={lang}")
    page.locator("input[type=file]").set_input_files(files)
    assert refusals(page) == [said]
    assert page.locator('[data-testid=stFileChip] [role="alert"]').text_content() == said
    page.get_by_role("button", name=re.compile("很大的报告")).click()
    page.wait_for_function("document.querySelectorAll('[data-role=refused] .note').length === 0")


def test_a_file_of_another_format_is_refused_with_the_formats_that_are_read(visit):
    page = visit("importing")
    page.locator("[data-testid=stFileUploaderDropzone]").wait_for()  # Streamlit fetches the field when it is first needed
    page.wait_for_function("document.documentElement.dataset.links === 'open here'")
    assert page.evaluate(DROP, "程序.exe").startswith("松开鼠标，放入文件")
    assert refusals(page) == ["没有导入：“程序.exe”不是能读的格式，停在上传这一步。请另存成文本、网页、Word、PDF、Excel 或 CSV 文件，再放进来。"]


def test_nothing_about_the_upload_is_in_english_on_a_chinese_page(visit, files):
    page = visit("importing")
    upload = page.locator('[data-testid="stFileUploader"]')
    assert "选择文件" in upload.locator("section button").inner_text()
    page.locator("input[type=file]").set_input_files(files)
    refusals(page)
    page.locator("[data-testid=stFileChip]").first.hover()
    settle(page)
    names = upload.locator("[aria-label]").evaluate_all("found => found.map(e => e.getAttribute('aria-label'))")
    said = upload.inner_text() + " ".join(names)
    for tip in page.locator('[data-testid="stTooltipErrorContent"]').all():
        assert not tip.is_visible()
    left = set(re.findall("[A-Za-z]{2,}", re.sub(r"\S+\.txt|Word|PDF|Excel|CSV|[MK]B", "", said))) - {"add", "icon"}  # its own hidden name of a sign
    assert left == set()
    assert {"选择文件", "再选文件", "移去 很大的报告.txt"} <= set(names)
