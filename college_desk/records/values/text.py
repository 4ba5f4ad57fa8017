"""Free text, on one line or several, and lists of texts."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from college_desk.base.translation import _
from college_desk.records.values.cell_text import DASHES, plain_text, unwrapped
from college_desk.records.values.cell_type import EMPTY, CellType, TextType, error, warning
from college_desk.records.values.value_type import Cell, Fault, Json, Reading

_LONGEST = 200
_LONGEST_PARAGRAPHS = 5000
_PRIVATE = re.compile(r"[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_IN_BRACKETS = r"[（(〔\[【《“][^（(〔\[【《“）)〕\]】》”]*[）)〕\]】》”]"
_PART = re.compile(rf"(?:{_IN_BRACKETS}|[^、,，;；\n])+")
_SPACED_NAME = re.compile(r"(?<=\A[\u4e00-\u9fff]) (?=[\u4e00-\u9fff]{1,2}\Z)")
"""The gap within a name of two or three characters (张 旸), written so that names stand below each other."""
_OTHER_DOTS = re.compile(r"(?<=[\u4e00-\u9fff])[•・‧∙⋅●．](?=[\u4e00-\u9fff])")
"""What stands in place of the dot of long names (买买提·吐尔逊)."""
_LINE_SPACES = re.compile(r"[ \t\u00a0\u3000\u200b\ufeff]+")
_BLANK_LINES = re.compile(r"\n{3,}")


class Text(TextType):
    """Text on one line; line breaks of the cell become spaces."""

    code = "text"
    nothings = DASHES

    def __init__(self, longest: int = _LONGEST) -> None:
        super().__init__()
        self.longest = longest

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The cell's text, cleaned."""
        text = plain_text(cell)
        if not text:
            return EMPTY
        if not text.isalnum():
            text = _OTHER_DOTS.sub("·", _SPACED_NAME.sub("", text))
        return self.judged(text)

    def faults(self, value: str) -> tuple[Fault, ...]:
        """Text that is too long, or that holds characters no font has."""
        if len(value) > self.longest:
            message = _("“{text}……”有{count}个字，最多{longest}个，请写短些。")
            return (error(message.format(text=value[:12], count=len(value), longest=self.longest)),)
        if not value.isascii() and _PRIVATE.search(value):
            return (warning(_("“{text}”里有显示不出来的字，请改成正确的字。").format(text=value)),)
        return ()


class LongText(Text):
    """Text of several lines."""

    code = "long_text"

    def parse(self, cell: Cell, context: Any) -> Reading[str]:
        """The cell's text with its line breaks, without trailing spaces and runs of blank lines."""
        if not isinstance(cell, str):
            return super().parse(cell, context)
        lines = unwrapped(cell).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        text = "\n".join(_LINE_SPACES.sub(" ", line).strip() for line in lines)
        text = unicodedata.normalize("NFC", _BLANK_LINES.sub("\n\n", text).strip())
        return self.judged(text) if text else EMPTY


class Texts(CellType[tuple[str, ...]]):
    """Several texts in one cell, parted by 、 , ; or line breaks outside brackets."""

    code = "texts"
    nothings = DASHES

    def parse(self, cell: Cell, context: Any) -> Reading[tuple[str, ...]]:
        """The texts in the order in which they stand, each once."""
        whole = cell.replace("\r", "\n") if isinstance(cell, str) else plain_text(cell)
        parts = (plain_text(part) for part in parted(unwrapped(whole)))
        texts = tuple(dict.fromkeys(part for part in parts if part and part not in DASHES))
        return self.judged(texts) if texts else EMPTY

    def faults(self, value: tuple[str, ...]) -> tuple[Fault, ...]:
        """The faults of each of the texts."""
        return tuple(fault for text in value for fault in TEXT.faults(text))

    def show(self, value: tuple[str, ...]) -> str:
        """The texts, parted by 、."""
        return "、".join(value)

    def to_json(self, value: tuple[str, ...]) -> Json:
        """The texts as an array."""
        return list(value)

    def from_json(self, value: Json) -> tuple[str, ...]:
        """The inverse of `to_json`."""
        if not isinstance(value, list):
            raise ValueError(f"not written by this program: {value!r}")
        return tuple(str(each) for each in value)

    def store(self, value: tuple[str, ...]) -> str:
        """The texts as a JSON array."""
        return json.dumps(list(value), ensure_ascii=False)

    def restore(self, stored: str | int | bool) -> tuple[str, ...]:
        """The inverse of `store`."""
        return tuple(json.loads(str(stored)))


def parted(text: str) -> list[str]:
    """The parts of a text between separators; those inside a pair of brackets part nothing."""
    return _PART.findall(text)


TEXT = Text()
LONG_TEXT = LongText(_LONGEST_PARAGRAPHS)
TEXTS = Texts()
