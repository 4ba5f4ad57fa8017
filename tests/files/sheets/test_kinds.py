"""What a file is, told from its content; what cannot be used is one sentence."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.files.sheets import kinds
from tests.files import workbooks

SAMPLES = Path(__file__).parents[2] / "samples"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def zipped(folder: Path, name: str, *entries: str) -> Path:
    with zipfile.ZipFile(folder / name, "w") as made:
        for entry in entries:
            made.writestr(entry, "内容")
    return folder / name


@pytest.mark.parametrize(
    ("sample", "kind"),
    [("01-apprentice.xlsx", "xlsx"), ("07-part_time_teacher.xls", "xls"), ("06-apprentice.csv", "csv")],
)
def test_the_samples_are_what_they_say(sample: str, kind: str) -> None:
    assert kinds.kind_of(SAMPLES / sample) == kind


def test_extensions_do_not_matter(tmp_path: Path) -> None:
    book = workbooks.xlsx(tmp_path / "名册.xls", {"名册": [["姓名"]]})
    assert kinds.kind_of(book) == "xlsx"
    text = written(tmp_path, "名册.xlsx", "姓名\t学号\n李明\t1\n".encode("gb18030"))
    assert kinds.kind_of(text) == "csv"


def test_binary_and_macro_workbooks_and_open_documents_are_told_apart(tmp_path: Path) -> None:
    assert kinds.kind_of(zipped(tmp_path, "a", "xl/workbook.bin")) == "xlsb"
    assert kinds.kind_of(zipped(tmp_path, "b", "xl/workbook.xml", "xl/vbaProject.bin")) == "xlsm"
    with zipfile.ZipFile(tmp_path / "c", "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", "")
    assert kinds.kind_of(tmp_path / "c") == "ods"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("空.xlsx", b"", "空文件"),
        ("半截.xlsx", b"PK\x03\x04" + b"\x00" * 40, "损坏"),
        ("半截.xls", OLE2 + b"\x00" * 600, "损坏"),
        ("加密.xlsx", OLE2 + b"\x00" * 600 + "EncryptedPackage\0".encode("utf-16-le"), "密码"),
        ("通知.doc", OLE2 + b"\x00" * 600 + "WordDocument\0".encode("utf-16-le"), "Word"),
        ("通知.pdf", b"%PDF-1.7\n", "PDF"),
        ("照片.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00", "图片"),
        ("照片.bmp", b"BM\x36\x00\x00\x00\x00\x00", "图片"),
        ("配置.xml", b'<?xml version="1.0"?>\n<settings/>', "XML"),
        ("成绩.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "单个文件网页"),
        ("课表.et", OLE2 + b"\x00" * 600, "另存为xlsx"),
        ("通知.wps", OLE2 + b"\x00" * 600, "WPS文字"),
        ("很老.xls", b"\x09\x00\x04\x00\x02\x00\x10\x00", "很早以前"),
        ("资料.rar", b"Rar!\x1a\x07\x00", "压缩包"),
        ("程序.xlsx", b"MZ\x90\x00\x03\x00\x00\x00", "程序"),
        ("什么.xlsx", b"\x01\x02\x00\x03", "不是表格"),
        ("~$名册.xlsx", b"\x05user", "临时文件"),
    ],
)
def test_what_is_no_spreadsheet_is_told_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    with pytest.raises(UnusableInput, match=told) as raised:
        kinds.kind_of(written(tmp_path, name, content))
    sentence = str(raised.value)
    assert "\n" not in sentence
    assert sentence.endswith("。")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\r\n <html><body><table><tr><td>1</td></tr></table>", "html"),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', "html"),
        ("\ufeff<!-- 导出 --><TABLE><tr>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "xml"),
        (b"<a>,<b>\n1,2\n", "csv"),
        ("姓名\t学号\r\n李明\t1\r\n".encode("utf-16-le"), "csv"),
        ("姓名\t学号\r\n李明\t1\r\n".encode("utf-16-be"), "csv"),
    ],
)
def test_text_and_markup_under_any_name_are_told_apart(tmp_path: Path, content: bytes, kind: str) -> None:
    assert kinds.kind_of(written(tmp_path, "成绩.xls", content)) == kind


def test_an_archive_with_an_endless_table_of_contents_or_ratio_is_refused(tmp_path: Path) -> None:
    content = zipped(tmp_path, "a.xlsx", "xl/workbook.xml").read_bytes()
    at = content.rindex(b"PK\x05\x06") + 12
    large = content[:at] + (0x10000000).to_bytes(4, "little") + content[at + 4 :]
    with pytest.raises(UnusableInput, match="太大"):
        kinds.kind_of(written(tmp_path, "目录.xlsx", large))
    with zipfile.ZipFile(tmp_path / "比例.xlsx", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", "")
        made.writestr("xl/worksheets/sheet1.xml", bytes(300 * 1024 * 1024))
    with pytest.raises(UnusableInput, match="太大"):
        kinds.kind_of(tmp_path / "比例.xlsx")


def test_a_document_or_another_archive_is_no_workbook(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="Word"):
        kinds.kind_of(zipped(tmp_path, "通知.docx", "word/document.xml"))
    with pytest.raises(UnusableInput, match="演示文稿"):
        kinds.kind_of(zipped(tmp_path, "汇报.pptx", "ppt/presentation.xml"))
    with pytest.raises(UnusableInput, match="解压"):
        kinds.kind_of(zipped(tmp_path, "材料.zip", "名册.xlsx"))


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="找不到"):
        kinds.kind_of(tmp_path / "没有.xlsx")
    with pytest.raises(UnusableInput, match="文件夹"):
        kinds.kind_of(tmp_path)


def test_text_that_begins_like_a_picture_is_text(tmp_path: Path) -> None:
    assert kinds.kind_of(written(tmp_path, "部门.csv", b"BM,MZ\n1,2\n")) == "csv"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "名册.csv", b"a")
    path.chmod(0)
    with pytest.raises(UnusableInput, match="占用"):
        kinds.kind_of(path)


def test_a_file_that_refuses_to_open_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "名册.csv", b"a")

    def refuse(*_arguments: object, **_choices: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnusableInput, match="占用"):
        kinds.kind_of(path)


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, "炸弹.xlsx", "xl/workbook.xml")
    content = path.read_bytes()
    size = len("内容".encode()).to_bytes(4, "little")
    at = content.rindex(size, 0, content.rindex(b"xl/workbook.xml"))
    path.write_bytes(content[:at] + (0xF0000000).to_bytes(4, "little") + content[at + 4 :])
    with pytest.raises(UnusableInput, match="太大"):
        kinds.kind_of(path)
