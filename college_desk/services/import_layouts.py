"""Which sheets of a file hold a register, and what somebody has decided about their headers and columns."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.layout import Choices, Layout, layouts
from college_desk.files.mapping.title import title
from college_desk.files.mapping.verdicts import without_verdicts
from college_desk.files.mapping.vocabulary import Target, Vocabulary, vocabulary
from college_desk.files.sheets import completeness
from college_desk.files.sheets.book import Book, Sheet
from college_desk.records.register import Register
from college_desk.services.import_preview import NOT_A_FIELD, ImportOptions
from college_desk.services.import_remembered import Remembered

_ROWS_NAMED = 10


@dataclass(frozen=True)
class LaidOut:
    """The tables of a file that hold a register.

    others: the names of visible sheets that hold none; mapping: what the mapping is called that was remembered
    or is ready-made, None where the program found the columns by itself.
    """

    layouts: list[Layout]
    others: list[str]
    mapping: str | None = None


def laid_out(book: Book, register: Register, options: ImportOptions, remembered: Remembered) -> LaidOut:
    """The tables of the sheets that hold the register. Raises UnusableInput where there is none."""
    words = vocabulary(register.code)
    sheets = _sheets(book, options)
    found: list[tuple[Layout, ...]] = []
    mapping: str | None = None
    for sheet in sheets:
        made, named = _of_sheet(sheet, words, options, remembered)
        if made:
            found.append(made)
            mapping = mapping or named or made[0].mapping
    holding = [made for made in found if any(each.holds_key for each in made)] or [
        made for made in found if made[0].score == max(other[0].score for other in found)
    ][:1]
    if not holding:
        raise UnusableInput(_no_header(book, register))
    kept = [each for made in holding for each in made]
    if options.map:
        _refuse_unknown_headers(kept, words, options)
    names = {each.sheet.name for each in kept}
    return LaidOut(kept, [sheet.name for sheet in sheets if sheet.name not in names], mapping)


def _of_sheet(
    sheet: Sheet, words: Vocabulary, options: ImportOptions, remembered: Remembered
) -> tuple[tuple[Layout, ...], str | None]:
    """The tables of one sheet as decided, and the name of a remembered mapping where one decided."""
    given = Choices(
        options.header_rows.get(sheet.name), answers=options.answers, ready_made=options.remembered
    )
    first = layouts(sheet, words, given)
    if not first:
        return (), None
    given = _choices(first[0], words, options, given)
    found = remembered.choices(first[0], words, given) if options.remembered else None
    if found is None and not given.columns:
        return first, None
    choices, name = found if found is not None else (given, None)
    return layouts(sheet, words, choices) or first, name


def _sheets(book: Book, options: ImportOptions) -> list[Sheet]:
    if options.sheet is None:
        return [without_verdicts(sheet) for sheet in book.sheets if sheet.visible]
    named = [sheet for sheet in book.sheets if sheet.name.strip() == options.sheet.strip()]
    if not named:
        names = "、".join(f"“{sheet.name}”" for sheet in book.sheets if sheet.name) or _("没有工作表名")
        raise UnusableInput(
            _("“{file}”里没有名为“{sheet}”的工作表，只有{names}。").format(
                file=book.file, sheet=options.sheet, names=names
            )
        )
    return [without_verdicts(sheet) for sheet in named]


def _no_header(book: Book, register: Register) -> str:
    titles = "、".join(_(each.title) for each in register.fields[:3])
    return _("“{file}”里没有找到{register}的表头，表头要在前30行内，至少写有{titles}等项目中的几项。").format(
        file=book.file, register=_(register.title), titles=titles
    )


def _refuse_unknown_headers(layouts: Sequence[Layout], words: Vocabulary, options: ImportOptions) -> None:
    """Raise UnusableInput for a field or header of `map` that is not there."""
    for name, header in options.map.items():
        if words.named(name) is None:
            raise UnusableInput(
                _("{register}没有名为“{name}”的项目。").format(register=_(words.register.title), name=name)
            )
        if not any(_column_named(each, header) for each in layouts):
            headers = "、".join(column.source for column in layouts[0].columns if column.source)
            raise UnusableInput(
                _("表里没有“{header}”这一列，只有：{headers}。").format(header=header, headers=headers)
            )


def _choices(found: Layout, words: Vocabulary, options: ImportOptions, given: Choices) -> Choices:
    """What was decided about one sheet, column by column."""
    chosen: dict[int, Target | None] = {}
    for name, header in options.map.items():
        column = _column_named(found, header)
        if column is not None:
            chosen[column.index] = words.named(name)
    for (sheet, index), name in options.columns.items():
        if sheet == found.sheet.name:
            chosen[index] = None if name == NOT_A_FIELD else words.named(name)
    return dataclasses.replace(given, columns=chosen)


def _column_named(found: Layout, header: str) -> Column | None:
    """The column with that header: as it stands, by its label, or as it reads without spaces and notes."""
    wanted = title(header)
    with_header = [column for column in found.columns if column.source]
    exact = [column for column in with_header if header in (column.source, column.label)]
    whole = [column for column in with_header if title(column.source).whole == wanted.whole]
    core = [column for column in with_header if title(column.source).core == wanted.core]
    return next(iter([*exact, *whole, *core]), None)


def notices(book: Book, made: Sequence[Layout]) -> Iterator[str]:
    """What to tell of the file as a whole: what is hidden or was not read, shifted rows, a guessed encoding."""
    yield from completeness.sentences(book, {each.sheet.name for each in made})
    for each in made:
        if each.shifted_rows:
            rows = "、".join(str(row.row) for row in each.shifted_rows[:_ROWS_NAMED])
            yield _("第{rows}行像是整行错开了格，请对照表头核对。").format(rows=rows)
    if book.encoding == "gb18030":
        yield _("文件按GBK编码读入，如有乱字请另存为xlsx再导入。")
