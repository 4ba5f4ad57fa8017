"""What the cells of a file leave open, as questions: once per column or distinct value, never per row."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from college_desk.base.translation import _
from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.layout import Layout
from college_desk.files.mapping.questions import Answer, Question
from college_desk.files.mapping.vocabulary import Target
from college_desk.files.sheets import text_encoding
from college_desk.files.sheets.book import Book, cell_text, is_error
from college_desk.records.codes import CodeTable
from college_desk.records.values.cell_text import plain_text
from college_desk.records.values.code import Code, Codes
from college_desk.records.values.value_type import Cell, Surroundings
from college_desk.services.import_cells import Rewrite, target_of
from college_desk.services.import_findings import sheet_name

WAIT, AS_IT_IS = "", ""
"""The answer that leaves a cell as it would be without the question."""

ENCODING = "encoding:"

_MOST_VALUES = 40
"""A column with more unknown words than these holds something else; nothing is asked of it."""
_MOST_LISTED = 60
_NEAR, _NEAR_COUNT = 0.4, 3
_SAMPLES = 3
_SHORTEST_CODE, _MOST_LOST = 6, 4
_SHARE_OF_LENGTH = 0.5
_KEPT_ENOUGH = 5
_JANUARY_OR_OCTOBER = re.compile(r"(?:19|20)\d{2}\.1", re.ASCII)
_DENIED = re.compile(r"[非不未无没否]")
_DAYS = frozenset({"day_or_month", "end_day", "month"})

Lengths = Callable[[Target], Counter[int]]
"""How many kept values of a field have each length."""


class CellQuestions:
    """Asks about the cells of one import, column by column, and says what the answers make of them.

    learned: [(code table, text, code)], the school's words that answers teach; all: the questions so far.
    """

    def __init__(self, answers: Mapping[str, str], lengths: Lengths) -> None:
        self._answers = answers
        self._lengths = lengths
        self._asked: dict[str, Question] = {}
        self.learned: dict[tuple[str, str], str] = {}

    @property
    def all(self) -> tuple[Question, ...]:
        """The questions in the order in which they were met."""
        return tuple(self._asked.values())

    def rewrite(
        self, layout: Layout, column: Column, cells: Sequence[Cell], around: Surroundings
    ) -> Rewrite | None:
        """Ask what is to be asked of a column; what its cells mean by the answers, None where nothing was answered."""
        target = target_of(column)
        kind = target.field.type
        if len(column.targets) > 1:
            return None
        if isinstance(kind, Code | Codes):
            return self._of_words(layout, column, target, cells, around)
        if kind.code == "identifier":
            return self._of_zeros(layout, column, target, cells)
        if kind.code in _DAYS:
            return self._of_months(layout, column, cells)
        return None

    # --- words that no code table knows

    def _of_words(
        self, layout: Layout, column: Column, target: Target, cells: Sequence[Cell], around: Surroundings
    ) -> Rewrite | None:
        kind = target.field.type
        if not isinstance(kind, Code | Codes):
            return None
        unknown = [
            cell
            for cell in dict.fromkeys(cells)
            if isinstance(cell, str) and not is_error(cell) and kind.read(cell, around).unreadable
        ]
        if not unknown or len(unknown) > _MOST_VALUES:
            return None
        counts = Counter(cell for cell in cells if isinstance(cell, str))
        meant: dict[Cell, Cell] = {}
        for cell in unknown:
            code = self._ask_word(layout, column, target, kind.table, cell, counts[cell])
            if code is not None:
                meant[cell] = kind.table.entry(code).label
        return _by(meant)

    def _ask_word(
        self, layout: Layout, column: Column, target: Target, table: CodeTable, cell: str, rows: int
    ) -> str | None:
        """Ask about one word; the code that somebody answered, None where nobody has."""
        text = plain_text(cell)
        asked = f"value:{column.source}:{target.register}.{target.field.name}:{text}"
        given = self._answers.get(asked)
        code = given if given and table.get(given) else None
        before = self._asked.get(asked)
        sentence = _("“{header}”列里的“{text}”不在“{title}”的选项里，请选定是哪一项；所选的记为本校的叫法。")
        near = _near(table, text)
        self._asked[asked] = Question(
            asked,
            "value",
            sheet_name(layout),
            column.index,
            sentence.format(header=column.source, text=text, title=_(table.title)),
            (*_offered(table, near), Answer(WAIT, _("先不定，留在待处理数据"))),
            code or WAIT,
            given is not None and (code is not None or given == WAIT),
            rows + (before.rows if before else 0),
            (text,),
            proposed=near[0] if near else None,
        )
        if code is not None:
            self.learned[table.code, text] = code
        return code

    # --- numbers that lost their leading zeros

    def _of_zeros(
        self, layout: Layout, column: Column, target: Target, cells: Sequence[Cell]
    ) -> Rewrite | None:
        if {int, float}.isdisjoint(map(type, cells)):
            return None
        numbers = [cell for cell in cells if _is_whole_number(cell)]
        if not numbers:
            return None
        lengths = Counter(len(cell_text(cell)) for cell in numbers)
        full = self._full_length(target, cells, lengths)
        short = [cell for cell in numbers if full - _MOST_LOST <= len(cell_text(cell)) < full]
        if not full or not short or any(length > full for length in lengths):
            return None
        asked = f"pad:{layout.sheet.name}:{column.label}"
        given = self._answers.get(asked)
        pads = given == str(full)
        example = cell_text(short[0])
        sentence = _(
            "“{header}”列有{rows}个号码不足{full}位，像是丢了开头的0（{short}应为{padded}），要补上吗？"
        )
        self._asked[asked] = Question(
            asked,
            "pad",
            sheet_name(layout),
            column.index,
            sentence.format(
                header=column.source, rows=len(short), full=full, short=example, padded=example.zfill(full)
            ),
            (
                Answer(str(full), _("在前面补0，补足{full}位").format(full=full)),
                Answer(AS_IT_IS, _("就是这样，不补")),
            ),
            str(full) if pads else AS_IT_IS,
            given is not None and (pads or given == AS_IT_IS),
            len(short),
            tuple(cell_text(cell) for cell in dict.fromkeys(short))[:_SAMPLES],
            proposed=str(full),
        )
        if not pads:
            return None
        return lambda cell: cell_text(cell).zfill(full) if _is_whole_number(cell) else cell

    def _full_length(self, target: Target, cells: Sequence[Cell], numbers: Mapping[int, int]) -> int:
        """The length that the column's codes have: as kept, as its texts with zeros, as most numbers; 0 if none."""
        kept = self._lengths(target)
        texts = Counter(len(cell) for cell in cells if isinstance(cell, str) and _is_code_with_zero(cell))
        for known in (kept, texts):
            total = sum(known.values())
            if total and (known is texts or total >= _KEPT_ENOUGH):
                length, count = max(known.items(), key=lambda each: each[1])
                if count >= total * _SHARE_OF_LENGTH:
                    return length
        longest = max(numbers)
        most = numbers[longest] >= sum(numbers.values()) * _SHARE_OF_LENGTH
        return longest if most and longest >= _SHORTEST_CODE else 0

    # --- 2024.1: January or October

    def _of_months(self, layout: Layout, column: Column, cells: Sequence[Cell]) -> Rewrite | None:
        unclear = [cell for cell in cells if isinstance(cell, float) and _is_unclear_month(cell)]
        if not unclear:
            return None
        asked = f"month:{layout.sheet.name}:{column.label}"
        given = self._answers.get(asked)
        month = given if given in ("01", "10") else None
        year = cell_text(unclear[0]).partition(".")[0]
        sentence = _("“{header}”列有{rows}格是数字{text}这样的，看不出是1月还是10月，请选定。")
        answers = [
            Answer("10", _("{year}年10月").format(year=year)),
            Answer("01", _("{year}年1月").format(year=year)),
        ]
        if _writes_january(cells):
            answers.reverse()
        self._asked[asked] = Question(
            asked,
            "month",
            sheet_name(layout),
            column.index,
            sentence.format(header=column.source, rows=len(unclear), text=cell_text(unclear[0])),
            (*answers, Answer(WAIT, _("先不定，留在待处理数据"))),
            month or WAIT,
            given is not None and (month is not None or given == WAIT),
            len(unclear),
            tuple(cell_text(cell) for cell in dict.fromkeys(unclear))[:_SAMPLES],
            proposed=answers[0].code,
        )
        if month is None:
            return None
        return lambda cell: (
            f"{cell_text(cell).partition('.')[0]}-{month}"
            if isinstance(cell, float) and _is_unclear_month(cell)
            else cell
        )


def of_encoding(book: Book, answers: Mapping[str, str]) -> Iterator[Question]:
    """Which encoding a csv is in, where that was only a guess or somebody has chosen one."""
    given = answers.get(ENCODING)
    if book.encoding is None or not (book.encoding_doubtful or given):
        return
    offered = dict.fromkeys((book.encoding, *text_encoding.CHOICES))
    yield Question(
        ENCODING,
        "encoding",
        None,
        None,
        _("文件的文字编码拿不准，现按“{encoding}”读入，请看看汉字对不对。").format(
            encoding=_called(book.encoding)
        ),
        tuple(Answer(each, _called(each)) for each in offered),
        book.encoding,
        given is not None,
    )


def chosen_encoding(answers: Mapping[str, str]) -> str | None:
    """The encoding that somebody has chosen for a csv, None where nobody has."""
    given = answers.get(ENCODING)
    return given if given in text_encoding.CHOICES else None


def _called(encoding: str) -> str:
    names = {"gb18030": "GBK", "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "big5": _("繁体Big5")}
    return names.get(encoding, encoding.upper())


def _near(table: CodeTable, text: str) -> list[str]:
    """The codes whose words come near to a text, the nearest first; 农户 is not near to 非农户."""
    words = {
        word: entry
        for entry in table.entries
        for word in (*entry.aliases, entry.label)
        if bool(_DENIED.search(word)) == bool(_DENIED.search(text))
    }
    near = difflib.get_close_matches(text, words, _NEAR_COUNT, _NEAR)
    holding = [word for word in words if len(word) > 1 and (word in text or text in word)]
    first = (*table.named_in(text), *(words[word] for word in (*near, *holding[:_NEAR_COUNT])))
    return list(dict.fromkeys(entry.code for entry in first))


def _offered(table: CodeTable, near: Sequence[str]) -> list[Answer]:
    """The entries of a table, those near to the text first."""
    offered = (entry.code for entry in table.entries if entry.detail.get("offered", True))
    ordered = list(dict.fromkeys((*near, *offered)))[:_MOST_LISTED]
    return [Answer(code, table.entry(code).label) for code in ordered]


def _by(meant: Mapping[Cell, Cell]) -> Rewrite | None:
    if not meant:
        return None
    return lambda cell: meant.get(cell, cell) if isinstance(cell, str) else cell


def _is_whole_number(cell: Cell) -> bool:
    """Whether a cell is a number that a code could have become."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return False
    return 0 < cell < 10**15 and cell == int(cell)


def _is_code_with_zero(text: str) -> bool:
    return text.isascii() and text.isdigit() and text.startswith("0")


def _is_unclear_month(cell: float) -> bool:
    return _JANUARY_OR_OCTOBER.fullmatch(format(cell, ".15g")) is not None


def _writes_january(cells: Sequence[Cell]) -> bool:
    """Whether October stands in the column as a text, so that the numbers are January."""
    return any(isinstance(cell, str) and re.fullmatch(r"(?:19|20)\d{2}[.年]10月?", cell) for cell in cells)
