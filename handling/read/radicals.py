"""Radicals that stand for whole characters in the text of a PDF: ⼈⼤ for 人大, ⻘ for 青.

Browsers and some word processors name a glyph by the radical block of Unicode where both share one picture. On paper they are the same;
for a search they are not.
"""

from __future__ import annotations

import unicodedata

# CJK Radicals Supplement beside the unified ideographs that Unicode gives as equivalent; the Kangxi block decomposes by itself.
_SUPPLEMENT = (
    "⺁厂⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺕彐⺖忄⺗心⺘扌⺙攵⺜日⺝月⺟母⺠民⺡氵⺣灬⺤爫⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺰纟⺲罒"
    "⺶羊⺷羊⺸羊⺹耂⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页"
    "⻛风⻜飞⻝食⻞食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻯竜⻰龙⻱龜⻳龟"
)
_BLOCKS = (range(0x2F00, 0x2FD6), range(0xF900, 0xFB00))
_WHOLE = {ord(radical): whole for radical, whole in zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)}
_WHOLE.update({code: whole for block in _BLOCKS for code in block if len(whole := unicodedata.normalize("NFKC", chr(code))) == 1})


def whole_characters(words: str) -> str:
    """Words with every radical as the character that it stands for; the length stays."""
    return words.translate(_WHOLE)
