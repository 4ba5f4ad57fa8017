"""Delimited text: encodings, separators, records."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from college_desk.base.errors import UnusableInput
from college_desk.files.sheets import delimited

TEXT = "序号,姓名,所在单位\n1,李明,济宁海达精密制造有限公司\n2,王芳,山东鲁能机械有限公司\n"
ROWS = [
    ["序号", "姓名", "所在单位"],
    ["1", "李明", "济宁海达精密制造有限公司"],
    ["2", "王芳", "山东鲁能机械有限公司"],
]


def read(folder: Path, content: bytes) -> list[list[object]]:
    path = folder / "名册.csv"
    path.write_bytes(content)
    return [list(row) for row in delimited.read(path).sheets[0].rows]


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode("gbk"),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace(",", "\t").encode("utf-16"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "，").encode("gb18030"),
    ],
)
def test_every_usual_encoding_and_separator_is_read(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path, content) == ROWS


def test_rows_are_records_and_blank_ones_are_counted(tmp_path: Path) -> None:
    rows = read(tmp_path, '姓名,备注\n\n李明,"第一行\n第二行"\n"",\n王芳,无\n\n'.encode())
    assert rows == [["姓名", "备注"], [], ["李明", "第一行\n第二行"], [], ["王芳", "无"]]


def test_titles_without_separators_do_not_decide_the_separator(tmp_path: Path) -> None:
    text = "2026年，花名册；济宁\n填报单位:某校，日期\n\n姓名\t学号\n李明\t1\n王芳\t2\n"
    assert read(tmp_path, text.encode())[4] == ["李明", "1"]


def test_a_text_kept_by_an_equals_sign_keeps_its_zeros(tmp_path: Path) -> None:
    assert read(tmp_path, b'a,b\n="00123","=""007"""\n')[1] == ["00123", "007"]


def test_a_lost_quotation_mark_does_not_swallow_the_file(tmp_path: Path) -> None:
    lines = ["姓名,备注", '李明,"忘了引号', *(f"王{number},无" for number in range(40))]
    assert len(read(tmp_path, "\n".join(lines).encode())) == 42


@pytest.mark.parametrize(
    "text",
    [
        TEXT.encode().decode("gb18030", "replace"),
        TEXT.encode().decode("latin-1"),
        TEXT.encode().decode("cp1252", "ignore"),
        TEXT.encode("gbk").decode("latin-1"),
        "姓名,单位\n锟斤拷,锟斤拷\n",
    ],
)
def test_garbled_text_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnusableInput, match="乱码"):
        read(tmp_path, text.encode())


@pytest.mark.parametrize("name", ["涓涓", "李涓", "买买提·阿不都热依木", "张𬭚"])
def test_rare_names_are_not_taken_for_garbled(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, f"姓名,单位\n{name},某公司\n{name},某公司\n".encode())[1][0] == name


def test_letters_with_accents_are_not_taken_for_garbled(tmp_path: Path) -> None:
    text = "Name,Land\nJosé Núñez,Österreich\nàâéêèçöïî«»,Ærø\nMüller,Köln\n" * 3
    assert read(tmp_path, text.encode())[1] == ["José Núñez", "Österreich"]


def test_bytes_in_no_encoding_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="编码"):
        read(tmp_path, b"\x80\x81\xff\xfe,\xa0\xa1\n" * 9)


def test_a_guess_without_common_characters_is_called_doubtful(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_bytes("丂丄丅丆,丏丒丗\n丟丠両,丣並丩\n".encode("gb18030"))
    assert delimited.read(path).encoding_doubtful
    assert not delimited.read(path, "gb18030").encoding_doubtful
    path.write_bytes(TEXT.encode("gb18030"))
    assert not delimited.read(path).encoding_doubtful


def test_utf_16_without_a_mark_is_read(tmp_path: Path) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert read(tmp_path, TEXT.replace(",", "\t").encode(encoding)) == ROWS


def test_signs_of_measures_are_not_taken_for_garbled(tmp_path: Path) -> None:
    assert len(read(tmp_path, ("尺寸,角度\n" + "3×4±0.5,90°\n" * 40).encode())) == 41


def test_blanks_alone_are_an_empty_file(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="空文件"):
        read(tmp_path, b"\r\n \r\n")
