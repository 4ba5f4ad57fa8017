"""Bombs and references to the outside: no connection is made, no file is read, the program lives."""

from __future__ import annotations

import http.server
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.files.sheets import reading
from tests.files import workbooks
from tests.files.sheets import binaries, markup

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
SECRET = "机密内容"


class Listening(http.server.BaseHTTPRequestHandler):
    """A server that notes who asks."""

    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_given: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    Listening.asked.clear()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def outside(address: str, secret: Path) -> str:
    """A document type that asks for a file and for a page."""
    secret.write_text(SECRET, encoding="utf-8")
    return (
        f'<!DOCTYPE x SYSTEM "{address}/dtd" [<!ENTITY f SYSTEM "{secret.as_uri()}">'
        f'<!ENTITY n SYSTEM "{address}/entity">]>'
    )


def sheet_xml(doctype: str, entity: str) -> str:
    return (
        f'<?xml version="1.0"?>{doctype}<worksheet xmlns="{MAIN}"><sheetData><row r="1">'
        f'<c r="A1" t="inlineStr"><is><t>{entity}</t></is></c></row></sheetData></worksheet>'
    )


def refused(path: Path, match: str = "安全") -> None:
    reading._kept.cache_clear()
    with pytest.raises(UnusableInput, match=match):
        reading.read(path)


def test_bombs_of_entities_are_refused_wherever_they_lie(tmp_path: Path) -> None:
    refused(binaries.xlsx_of_parts(tmp_path / "a.xlsx", sheet_xml(BOMB, "&l11;")))
    workbook = f'<?xml version="1.0"?>{BOMB}<workbook xmlns="{MAIN}"><sheets>&l11;</sheets></workbook>'
    refused(binaries.xlsx_of_parts(tmp_path / "a.xlsx", "<sheetData/>", workbook=workbook))
    strings = f'<?xml version="1.0"?>{BOMB}<sst xmlns="{MAIN}"><si><t>&l11;</t></si></sst>'
    refused(binaries.xlsx_of_parts(tmp_path / "a.xlsx", "<sheetData/>", strings=strings))
    path = tmp_path / "a.ods"
    binaries.ods(path, "&l11;")
    _rewrite(path, "content.xml", "<office:document-content", f"{BOMB}<office:document-content")
    refused(path)
    path = tmp_path / "a.xls"
    path.write_text(markup.wrapped_2003("&l11;").replace("<Workbook", f"{BOMB}<Workbook"), encoding="utf-8")
    refused(path)


def test_a_bomb_in_a_web_page_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_text(
        f"<!DOCTYPE html [{LAUGHS}]><html><table><tr><td>&l11;</td></tr></table>", encoding="utf-8"
    )
    try:
        rows = reading.read(path).sheets[0].rows
    except UnusableInput:
        return
    assert sum(len(str(cell)) for row in rows for cell in row) < 1000


def test_nothing_outside_the_file_is_fetched_or_read(tmp_path: Path, address: str) -> None:
    doctype = outside(address, tmp_path / "secret.txt")
    refused(binaries.xlsx_of_parts(tmp_path / "a.xlsx", sheet_xml(doctype, "&f;&n;")))
    path = tmp_path / "a.xls"
    path.write_text(
        markup.wrapped_2003("<Worksheet/>&f;&n;").replace("<Workbook", f"{doctype}<Workbook"),
        encoding="utf-8",
    )
    refused(path)
    page = tmp_path / "b.xls"
    page.write_text(
        f'{doctype.replace("x SYSTEM", "html SYSTEM")}<html><head><link rel="stylesheet" href="{address}/css">'
        f'<meta http-equiv="refresh" content="0;url={address}/refresh"><base href="{address}/"></head><table>'
        f'<tr><td>甲&f;&n;<img src="{address}/img"><iframe src="{address}/frame"></iframe></td></tr></table>',
        encoding="utf-8",
    )
    rows = reading.read(page).sheets[0].rows
    assert SECRET not in str(rows)
    assert Listening.asked == []


def test_the_server_would_have_noticed(address: str) -> None:
    import urllib.request

    with urllib.request.urlopen(f"{address}/asked"):
        pass
    assert Listening.asked == ["/asked"]


def test_links_in_a_workbook_are_not_followed(tmp_path: Path, address: str) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名", f'=WEBSERVICE("{address}/formula")']]})
    _rewrite(
        path,
        "xl/_rels/workbook.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rId99" Type="externalLink" Target="{address}/link" TargetMode="External"/>'
        "</Relationships>",
    )
    assert reading.read(path).sheets[0].rows == [["姓名", "#未计算"]]
    assert Listening.asked == []


def test_a_part_that_leads_out_of_the_zip_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text(SECRET, encoding="utf-8")
    path = workbooks.xlsx(tmp_path / "a.xlsx", {"名册": [["姓名"]]})
    _rewrite(path, "xl/_rels/workbook.xml.rels", "/xl/worksheets/sheet1.xml", "/../secret.xml")
    with pytest.raises(UnusableInput):
        reading.read(path)


def _rewrite(path: Path, part: str, old: str, new: str) -> None:
    with zipfile.ZipFile(path) as opened:
        parts = {name: opened.read(name).decode() for name in opened.namelist()}
    assert old in parts[part], parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
