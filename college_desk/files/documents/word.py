"""A filled form as a Word document (docx): A4, fixed widths, page numbers, the watermark of a draft."""

from __future__ import annotations

import datetime as dt
from xml.sax.saxutils import escape, quoteattr

from college_desk.files.documents import word_parts
from college_desk.files.documents.measure import clean
from college_desk.files.documents.office_zip import core_xml, zip_bytes
from college_desk.files.documents.word_blocks import body
from college_desk.files.documents.word_parts import DECLARATION, HEI, NAMESPACES
from college_desk.files.documents.word_text import TWIPS_PER_MM, Setting, paragraph
from college_desk.records.page import FilledForm

FOOTER_DISTANCE = 25.0
"""Millimetres from the page's lower edge to a letter's page number, which stands 7 below the text."""


def document_of(form: FilledForm, *, day: dt.date) -> bytes:
    """The form as a docx file; the same form and day give the same bytes."""
    entries = [
        ("[Content_Types].xml", word_parts.CONTENT_TYPES),
        ("_rels/.rels", word_parts.PACKAGE_RELATIONS),
        ("docProps/core.xml", core_xml(title=clean(form.title), day=day).decode()),
        ("word/_rels/document.xml.rels", word_parts.DOCUMENT_RELATIONS),
        ("word/document.xml", document_xml(form)),
        ("word/fontTable.xml", word_parts.FONT_TABLE),
        ("word/footer1.xml", _footer(form, even=False)),
        ("word/footer2.xml", _footer(form, even=True)),
        ("word/header1.xml", _header(form.watermark)),
        ("word/settings.xml", word_parts.settings(facing=form.letter)),
        ("word/styles.xml", word_parts.STYLES),
    ]
    return zip_bytes(((name, content.encode()) for name, content in entries), day=day)


def document_xml(form: FilledForm) -> str:
    """The main part of the document."""
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body(form)}{_section(form)}</w:body></w:document>"


def _section(form: FilledForm) -> str:
    wide, high = (297, 210) if form.landscape else (210, 297)
    edges = form.margins
    footer = FOOTER_DISTANCE if form.letter else 12.0
    across = ' w:orient="landscape"' if form.landscape else ""

    def twips(millimetres: float) -> int:
        return round(millimetres * TWIPS_PER_MM)

    even = (
        '<w:headerReference w:type="even" r:id="rId4"/><w:footerReference w:type="even" r:id="rId6"/>'
        if form.letter
        else ""
    )
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        f'<w:footerReference w:type="default" r:id="rId5"/>{even}'
        f'<w:pgSz w:w="{twips(wide)}" w:h="{twips(high)}"{across}/>'
        f'<w:pgMar w:top="{twips(edges.top)}" w:right="{twips(edges.right)}" w:bottom="{twips(edges.bottom)}"'
        f' w:left="{twips(edges.left)}" w:header="{twips(10)}" w:footer="{twips(footer)}" w:gutter="0"/>'
        "</w:sectPr>"
    )


def _footer(form: FilledForm, *, even: bool) -> str:
    """第 x 页 共 y 页 in the middle; of a letter — x —, outside, one character from the edge."""
    if form.letter:
        size, align = 14.0, "left" if even else "right"
        side = "left" if even else "right"
        indent = f'<w:ind w:{side}Chars="100" w:{side}="{round(size * 20)}"/>'
        content = _text("— ", size) + _field("PAGE", size) + _text(" —", size)
    else:
        size, align, indent = 9.0, "center", ""
        content = (
            _text("第", size)
            + _field("PAGE", size)
            + _text("页 共", size)
            + _field("NUMPAGES", size)
            + _text("页", size)
        )
    return f'{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr>{indent}<w:jc w:val="{align}"/></w:pPr>{content}</w:p></w:ftr>'


def _text(text: str, size: float) -> str:
    return f'<w:r>{_properties(size)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _properties(size: float) -> str:
    half = round(size * 2)
    return (
        f'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/>'
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
    )


def _field(instruction: str, size: float) -> str:
    look = _properties(size)
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{look}<w:t>1</w:t></w:r>"
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def _header(watermark: str) -> str:
    """The page header: empty, or the watermark as grey text art across the page, behind the text."""
    content = paragraph("", Setting(9))
    if watermark:
        style = (
            "position:absolute;margin-left:0;margin-top:0;width:420pt;height:140pt;rotation:325;z-index:-251658752;"
            "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
            "mso-position-vertical:center;mso-position-vertical-relative:margin"
        )
        content = (
            "<w:p><w:r><w:pict>"
            '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
            ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
            '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
            '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
            '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
            '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/>'
            '</v:formulas><v:path textpathok="t" o:connecttype="custom"'
            ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
            '<v:textpath on="t" fitshape="t"/></v:shapetype>'
            f'<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" style="{style}"'
            ' o:allowincell="f" fillcolor="#d0d0d0" stroked="f"><v:fill opacity=".5"/>'
            f'<v:textpath style="font-family:&quot;{HEI}&quot;;font-size:1pt" string={quoteattr(clean(watermark))}/>'
            "</v:shape></w:pict></w:r></w:p>"
        )
    return (
        f'{DECLARATION}<w:hdr {NAMESPACES} xmlns:v="urn:schemas-microsoft-com:vml"'
        f' xmlns:o="urn:schemas-microsoft-com:office:office">{content}</w:hdr>'
    )
