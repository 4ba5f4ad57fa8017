"""A filled form: described once as blocks of text and tables, set by three writers (xlsx, docx, typst)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Align = Literal["left", "center", "right"]
Medium = Literal["xlsx", "docx"]
Style = Literal["body", "heading", "salutation", "plain", "small", "signature", "number_line", "letterhead"]


@dataclass(frozen=True)
class FormCell:
    """One cell of a form's table.

    text: as printed; number: the same as a figure, for spreadsheets, shown with `places` decimals
    (money: 2 with thousands separated where `grouped`); across, down: how many columns and rows it spans;
    label: a caption (bold-ish, shaded lightly or not by the writer), not data; upright: a caption set
    from top to bottom; tall: the least height in millimetres; source: what it was made from
    (`register.uid.field`, or `sum:…`), so that a figure can be traced to its rows.
    seal: a place for an opinion, a signature and a stamp (意见、盖章): its lines stand at the lower right
    with room above them. Left-aligned text in a cell with a `tall` begins at the top of the cell.
    """

    text: str = ""
    number: Decimal | int | None = None
    places: int = 0
    grouped: bool = False
    across: int = 1
    down: int = 1
    align: Align = "center"
    label: bool = False
    upright: bool = False
    tall: float = 0.0
    source: str = ""
    seal: bool = False


@dataclass(frozen=True)
class Margins:
    """The white edges of an A4 page, in millimetres."""

    top: float
    bottom: float
    left: float
    right: float


LETTER_MARGINS = Margins(top=37, bottom=35, left=28, right=26)
"""Of a 报送文: GB/T 9704, 22 lines of 28 characters."""
PORTRAIT_MARGINS = Margins(top=25, bottom=22, left=20, right=20)
LANDSCAPE_MARGINS = Margins(top=20, bottom=18, left=15, right=15)


@dataclass(frozen=True)
class Title:
    """The form's title, centred (小标宋); `subtitle` one line below it."""

    text: str
    subtitle: str = ""


@dataclass(frozen=True)
class Line:
    """One line above or below a table: 填报单位（盖章）： … 填报日期： … 单位：元."""

    left: str = ""
    middle: str = ""
    right: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text.

    style: body is indented by two characters; heading too, in 黑体; salutation (主送机关) and plain are not;
    small is a note; signature lines (署名、成文日期) stand right, those in a row centred upon one another;
    number_line is the 发文字号, with a tab the 签发人 to its right; letterhead the red 发文机关标志, which
    puts a red rule under the number_line.
    """

    text: str
    style: Style = "body"


@dataclass(frozen=True)
class Table:
    """A ruled table.

    widths: of the columns, in millimetres; rows: each lists only the cells that begin in it, those
    covered by a span from above or the left are not listed; header_rows: repeated on every page;
    no row ever splits over two pages.
    """

    widths: tuple[float, ...]
    rows: tuple[tuple[FormCell, ...], ...]
    header_rows: int = 0
    size: float = 10.5
    """Type size in points."""


@dataclass(frozen=True)
class SealPlace:
    """A place for a seal and a signature: caption lines, then 年 月 日; never split over pages."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Seals:
    """Seal places side by side, kept together on one page."""

    places: tuple[SealPlace, ...]


@dataclass(frozen=True)
class PageBreak:
    """A new page."""


Block = Title | Line | Paragraph | Table | Seals | PageBreak


@dataclass(frozen=True)
class FilledForm:
    """One document of a package.

    code: of the form; name: its file name without folder and ending, safe on Windows; folder: in the
    package (02-汇总表); landscape: A4 across; page_numbers: "x/y" (第1页 共3页) or "dash" (— 1 —);
    sheet: the sheet's name in a workbook; watermark: 送审稿, or empty.
    """

    code: str
    title: str
    name: str
    folder: str
    medium: Medium
    blocks: tuple[Block, ...]
    landscape: bool = False
    page_numbers: Literal["x/y", "dash"] = "x/y"
    sheet: str = "Sheet1"
    watermark: str = ""

    @property
    def letter(self) -> bool:
        """Whether it is set as an official letter (公文格式), not as a form."""
        return self.page_numbers == "dash"

    @property
    def margins(self) -> Margins:
        """The margins of its pages."""
        if self.landscape:
            return LANDSCAPE_MARGINS
        return LETTER_MARGINS if self.letter else PORTRAIT_MARGINS

    @property
    def text_width(self) -> float:
        """The millimetres between its left and right margins; tables wider than that are set narrower."""
        return (297.0 if self.landscape else 210.0) - self.margins.left - self.margins.right

    @property
    def text_height(self) -> float:
        """The millimetres between its upper and lower margins."""
        return (210.0 if self.landscape else 297.0) - self.margins.top - self.margins.bottom
