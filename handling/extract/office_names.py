"""What the bureau that reports is called: the fullest form of its name that the report holds."""

from __future__ import annotations

import re
from collections import Counter

from handling.extract.heading import Heading
from handling.extract.organisations import ASIDE
from handling.model import Span
from handling.vocabulary.patterns import searching
from handling.vocabulary.units import bureau_kind, canonical_unit, find_units, split_region

OWN_BUREAU = searching(
    r"我(?P<end>局|厅|委(?!员|会)|办(?!理)|中心|部(?!分|门)|公司|集团|院|校|站|会)"
    r"|(?<![\u4e00-\u9fff])本局|局党[组委]|厅党组|委党组|局机关|局属|厅机关"
)


_INSTITUTION_ACTS = re.compile(  # 今年以来,赣东师范大学高度重视…; 赣东师范大学党委办公室 at the end
    r"(?:^|[,。;:])([\u4e00-\u9fff]{2,16}?(?:大学|学院|医院|公司|集团))(?=党委|行政|办公室|校长|院长|高度重视|认真|坚持|切实|$)"
)
_COMMITTEE = re.compile(r"[\u4e00-\u9fff]{4,24}?(?:管委会|管理委员会)")


def office_name(heading: Heading, named: list[tuple[float, str, Span | None]]) -> tuple[str, Span | None]:
    """The bureau's fullest name and where it stands: that of the title or the signature, written out as the text writes it elsewhere.

    `named`: (points, words, place) of everybody whom the report may be of.
    """
    if not named:
        words, span = _unnamed(heading)
        titled = _COMMITTEE.match(heading.words)
        return (titled[0], heading.title_span) if titled and not words else (words, span)
    _, best, place = max(named, key=lambda one: one[0])
    kind = bureau_kind(best)
    if not kind:
        return best, place  # a hospital or company: no other name of its kind can be told from it
    forms: list[tuple[str, Span | None]] = [(words, span) for _, words, span in named if bureau_kind(words) == kind]
    forms += [(words, line.span) for line in heading.body for _, words in find_units(line.words) if bureau_kind(words) == kind]
    own_end = best[-1]
    forms = [form for form in forms if _same_office(form[0], best, own_end)] or [(best, place)]
    signed = next((line.words for line in heading.signature if len(split_region(line.words)[0]) > 1 and line.words in [words for words, _ in forms]), "")
    if signed:  # the same office of the region above is named too
        forms = [form for form in forms if _same_office(form[0], signed, own_end)]
    full = max(forms, key=lambda form: (len(split_region(form[0])[1]), len(split_region(form[0])[0])))
    region = max((split_region(words)[0] for words, _ in forms), key=len)
    return region + split_region(full[0])[1], place or full[1]


def _same_office(words: str, best: str, end: str) -> bool:
    """Whether two names of one kind can be the same office: same grade (局, 厅, 委), regions that do not differ."""
    region, body = split_region(words)
    mine, own = split_region(best)
    grade = body[-1] == end or (body.endswith("委员会") and end == "委") or (own.endswith("委员会") and body.endswith("委"))
    first = canonical_unit(body, "") if body else ""
    second = canonical_unit(own, "") if own else ""
    one_place = len(region) < 2 or len(mine) < 2 or region.endswith(mine) or mine.endswith(region)
    return grade and one_place and (first[:2] == second[:2] or _shortens(own, body))


def _shortens(short: str, full: str) -> bool:
    """Whether each character of a short name stands in the full one, in order: 交警支队 in 公安局交通警察支队."""
    rest = iter(full)
    return len(short) >= 3 and not full.startswith(("国家", "中国")) and all(character in rest for character in short)


def _unnamed(heading: Heading) -> tuple[str, Span | None]:
    """The bureau of a report that only says 我局: the bureau that its opening names, else the one named most."""
    ends = Counter(match["end"] for line in heading.body for match in OWN_BUREAU.finditer(line.words) if match["end"])
    end = ends.most_common(1)[0][0] if ends else "局"
    seen: Counter[str] = Counter()
    place: dict[str, Span] = {}
    for number, line in enumerate(heading.body):
        for _, words in find_units(line.words):
            body = split_region(words)[1]
            if bureau_kind(words) not in ASIDE and (body.endswith(end) or (end == "委" and body.endswith("委员会"))):
                seen[words] += 3 if number < 4 else 1
                place.setdefault(words, line.span)
    if not seen:
        ends_of_text = [*heading.body[:3], *heading.body[-4:]]
        institutions = [(found[1], line.span) for line in ends_of_text for found in _INSTITUTION_ACTS.finditer(line.words)]
        return institutions[-1] if institutions else ("", None)
    words = seen.most_common(1)[0][0]
    return words, place[words]
