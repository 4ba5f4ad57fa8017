"""Which sheets of a file hold a register, and what somebody has decided about their headers and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from college_desk.base.errors import UnusableInput
from college_desk.base.translation import _
from college_desk.files.mapping.columns import Column
from college_desk.files.mapping.layout import Choices, Layout, layout
from college_desk.files.mapping.title import title
from college_desk.files.mapping.vocabulary import Target, Vocabulary, vocabulary
from college_desk.files.sheets.book import Book, Sheet
from college_desk.records.register import Register
from college_desk.services.import_preview import NOT_A_FIELD, ImportOptions


def layouts(book: Book, register: Register, options: ImportOptions) -> tuple[list[Layout], list[str]]:
    """The layouts of the sheets that hold the register, and the names of the visible ones that do not."""
    words = vocabulary(register.code)
    sheets = _sheets(book, options)
    found: list[Layout] = []
    for sheet in sheets:
        first = layout(sheet, words, Choices(options.header_rows.get(sheet.name)))
        if first is not None:
            found.append(first)
    holding = [each for each in found if each.holds_key] or [
        each for each in found if each.score == max(other.score for other in found)
    ][:1]
    if not holding:
        raise UnusableInput(_no_header(book, register))
    _refuse_unknown_headers(holding, words, options)
    if options.map or options.columns:
        made = [layout(each.sheet, words, _choices(each, words, options)) or each for each in holding]
    else:
        made = holding
    names = {each.sheet.name for each in made}
    return made, [sheet.name for sheet in sheets if sheet.name not in names]


def _sheets(book: Book, options: ImportOptions) -> list[Sheet]:
    if options.sheet is None:
        return [sheet for sheet in book.sheets if sheet.visible]
    named = [sheet for sheet in book.sheets if sheet.name.strip() == options.sheet.strip()]
    if not named:
        names = "、".join(f"“{sheet.name}”" for sheet in book.sheets if sheet.name) or _("没有工作表名")
        raise UnusableInput(
            _("“{file}”里没有名为“{sheet}”的工作表，只有{names}。").format(
                file=book.file, sheet=options.sheet, names=names
            )
        )
    return named


def _no_header(book: Book, register: Register) -> str:
    titles = "、".join(_(each.title) for each in register.fields[:3])
    return _("“{file}”里没有找到{register}的表头，表头要在前15行内，至少写有{titles}等项目中的几项。").format(
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


def _choices(found: Layout, words: Vocabulary, options: ImportOptions) -> Choices:
    """What was decided about one sheet, column by column."""
    chosen: dict[int, Target | None] = {}
    for name, header in options.map.items():
        column = _column_named(found, header)
        if column is not None:
            chosen[column.index] = words.named(name)
    for (sheet, index), name in options.columns.items():
        if sheet == found.sheet.name:
            chosen[index] = None if name == NOT_A_FIELD else words.named(name)
    return Choices(options.header_rows.get(found.sheet.name), chosen)


def _column_named(found: Layout, header: str) -> Column | None:
    """The column with that header: as it stands, by its label, or as it reads without spaces and notes."""
    wanted = title(header)
    with_header = [column for column in found.columns if column.source]
    exact = [column for column in with_header if header in (column.source, column.label)]
    whole = [column for column in with_header if title(column.source).whole == wanted.whole]
    core = [column for column in with_header if title(column.source).core == wanted.core]
    return next(iter([*exact, *whole, *core]), None)


def notices(book: Book, made: Sequence[Layout]) -> Iterator[str]:
    """What to tell of the file as a whole: hidden sheets and rows, formulas that failed, a guessed encoding."""
    hidden = [sheet.name for sheet in book.sheets if not sheet.visible]
    if hidden:
        names = "、".join(f"“{name}”" for name in hidden)
        yield _("有{count}个隐藏的工作表没有导入：{names}。").format(count=len(hidden), names=names)
    for each in made:
        if each.sheet.formula_errors:
            yield _("工作表“{sheet}”有{count}个格的公式出错或没有算出结果。").format(
                sheet=each.sheet.name, count=each.sheet.formula_errors
            )
        if each.sheet.hidden_rows:
            yield _("工作表“{sheet}”有{count}行被隐藏或筛选掉，也一并导入。").format(
                sheet=each.sheet.name, count=each.sheet.hidden_rows
            )
    if book.encoding == "gb18030":
        yield _("文件按GBK编码读入，如有乱字请另存为xlsx再导入。")
