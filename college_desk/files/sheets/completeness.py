"""What a clerk must know about a file as it was read: hidden, failed, filtered, not read; nothing is left unsaid."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from college_desk.base.translation import _
from college_desk.files.sheets.book import Book, Sheet


def sentences(book: Book, only: Collection[str] | None = None) -> list[str]:
    """One sentence for each thing to know; only: the sheets that matter, by name, all visible ones if None.

    Hidden sheets are told whatever matters.
    """
    told = list(book.notices)
    hidden = [sheet.name for sheet in book.sheets if not sheet.visible]
    if hidden:
        names = "、".join(f"“{name}”" for name in hidden)
        told.append(_("有{count}个隐藏的工作表没有导入：{names}。").format(count=len(hidden), names=names))
    for sheet in book.sheets:
        if sheet.visible if only is None else sheet.name in only:
            told.extend(_of_sheet(sheet))
    return told


def _of_sheet(sheet: Sheet) -> Iterator[str]:
    if sheet.formula_errors:
        yield _("工作表“{sheet}”有{count}个格的公式出错或没有算出结果。").format(
            sheet=sheet.name, count=sheet.formula_errors
        )
    if sheet.hidden_rows and sheet.filtered:
        yield _("工作表“{sheet}”设有筛选，{count}行没有显示，也一并导入。").format(
            sheet=sheet.name, count=sheet.hidden_rows
        )
    elif sheet.hidden_rows:
        yield _("工作表“{sheet}”有{count}行被隐藏或筛选掉，也一并导入。").format(
            sheet=sheet.name, count=sheet.hidden_rows
        )
    if sheet.hidden_columns:
        yield _("工作表“{sheet}”有{count}列被隐藏，也一并导入。").format(
            sheet=sheet.name, count=sheet.hidden_columns
        )
    missing = (sheet.cells_in_file or 0) - sheet.cells_read
    if sheet.cells_in_file is not None and missing > 0:
        yield _(
            "工作表“{sheet}”文件里填有{filled}个格，读出{read}个，还有{missing}个没有读出，请核对原表。"
        ).format(sheet=sheet.name, filled=sheet.cells_in_file, read=sheet.cells_read, missing=missing)
