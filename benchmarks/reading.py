"""How many reports a second one core reads, beside a floor and a peer of the field on the same texts in the same run.

    pip install -r benchmarks/requirements.txt     (the peer; without it the rest is printed all the same)
    python benchmarks/reading.py

Two kinds of text, in pieces of about 4,000 characters, each read once and none before: `dense` are the reports of tests/golden one after the
other, a figure every forty characters; `ordinary` are their sentences that hold no figure, shuffled, as most pages of a real report are.

pipeline  everything: bytes → figures, items, findings (handling.reading.read_report)
floor     one pass of the compiled vocabulary over the folded text, and nothing done with the words
peer      spaCy: blank Chinese pipeline, PhraseMatcher with the same vocabulary, Matcher for numbers with a counting word or %

Last, how the time a character grows with the length of a text, up to the largest that a reader takes.
"""

from __future__ import annotations

import gc
import importlib.util
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from handling.extract.lexicon import _lexicon, tokens  # noqa: E402
from handling.extract.numerals import UNITS  # noqa: E402
from handling.extract.text import fold, sentences  # noqa: E402
from handling.read import read  # noqa: E402
from handling.reading import read_report  # noqa: E402

LENGTH, WARM_UP, PIECES = 4_000, 4, 40


def golden() -> list[str]:
    """The texts of the golden reports, whatever format they are in."""
    return [read(path).text for name in ("phrases", "offices", "written") for path in sorted((ROOT / "tests/golden" / name / "files").iterdir())]


def dense(texts: list[str]) -> Iterator[str]:
    """The reports one after the other."""
    piece = ""
    for text in texts:
        piece += text + "\n"
        if len(piece) >= LENGTH:
            yield piece
            piece = ""


def ordinary(texts: list[str]) -> Iterator[str]:
    """Paragraphs of the sentences that hold neither a number nor a figure, in any order."""
    found = {span.of(text) for text in map(fold, texts) for span in sentences(text)}
    plain = sorted(words for words in found if 15 < len(words) < 200 and words.endswith("。") and not re.search(r"\d|百分", words) and not figures(words))
    chance = random.Random(1)
    for _ in range(PIECES):
        piece = ""
        while len(piece) < LENGTH:
            piece += "".join(chance.choices(plain, k=5)) + "\n"
        yield piece


def figures(text: str) -> int:
    return len(read_report(data=text.encode(), name="a.txt").figures)


def spacy_pass() -> Callable[[str], object] | None:
    """The peer; None where spaCy is not installed."""
    if importlib.util.find_spec("spacy") is None:
        return None
    import spacy
    from spacy.matcher import Matcher, PhraseMatcher

    chinese = spacy.blank("zh")
    words, numbers = PhraseMatcher(chinese.vocab), Matcher(chinese.vocab)
    words.add("words", list(chinese.pipe(_lexicon()[1])))
    numbers.add("number", [[{"TEXT": {"REGEX": r"^[\d.]+$"}, "OP": "+"}, {"TEXT": {"IN": [unit for unit in UNITS if len(unit) == 1]}}]])

    def run(text: str) -> object:
        document = chinese(text)
        return words(document), numbers(document)

    return run


def seconds(work: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    work(text)
    return time.process_time() - begin


def compare(kind: str, texts: list[str]) -> None:
    """Each text once through each of them, in turn, so that a busy machine slows all alike."""
    works: dict[str, Callable[[str], object]] = {"pipeline": figures, "floor": lambda text: tokens(fold(text))}
    peer = spacy_pass()
    if peer:
        works["peer"] = peer
    for text in texts[:WARM_UP]:
        for work in works.values():
            work(text)
    gc.freeze()  # what the peer keeps in memory is no burden to the others
    texts = texts[WARM_UP:]
    taken = dict.fromkeys(works, 0.0)
    for text in texts:
        for name, work in works.items():
            taken[name] += seconds(work, text)
    characters, size = sum(map(len, texts)), sum(len(text.encode()) for text in texts) / 1e6
    print(f"\n{kind}: {len(texts)} texts, {characters:,} characters, {sum(map(figures, texts)):,} figures")
    for name, spent in taken.items():
        ratio = f"{spent / taken['floor']:>8.1f} × the floor"
        print(f"  {name:<10}{characters / LENGTH / spent:>9.0f} reports/s{size / spent:>9.2f} MB/s{ratio}")
    if not peer:
        print("  peer      not installed: pip install -r benchmarks/requirements.txt")


def growth(kind: str, texts: list[str]) -> None:
    """Time a character of ever longer texts, over that of one of 40,000 characters."""
    print(f"\n{kind}: time a character, over that of 40,000 characters")
    first = 0.0
    for length in (40_000, 200_000, 1_700_000):
        text = ("\n".join(texts) + "\n") * (1 + length // sum(map(len, texts)))
        taken = seconds(figures, text[:length]) / length
        first = first or taken
        print(f"  {length:>9,} characters, {len(text[:length].encode()) / 1e6:.1f} MB{taken / first:>9.2f}")


def main() -> None:
    gc.set_threshold(50_000, 20, 100)  # as handling/store/reader.py has it, whose processes read the files
    texts = golden()
    for kind, pieces in (("dense", list(dense(texts))), ("ordinary", list(ordinary(texts)))):
        compare(kind, pieces)
        growth(kind, pieces)


if __name__ == "__main__":
    main()
