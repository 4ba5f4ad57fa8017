"""How much room text takes."""

from __future__ import annotations

import pytest

from college_desk.files.documents.measure import broken, clean, fitting_size, lines, width


@pytest.mark.parametrize(
    ("text", "em", "expected"),
    [
        ("", 5, 1),
        ("一二三四五", 5, 1),
        ("一二三四五六", 5, 2),
        ("一二\n三", 5, 2),
        ("一二\n\n三", 5, 3),
        ("37081119850312001X", 6, 2),
        ("一二三四 abc", 5, 2),
        ("二级/技师", 3, 2),
    ],
)
def test_lines_are_counted_as_office_programs_break_them(text: str, em: float, expected: int) -> None:
    assert lines(text, em) == expected


def test_ideographs_are_one_em_wide_also_rare_ones() -> None:
    assert width("王𬭚䶮𠮷") == 4


def test_type_shrinks_a_little_to_keep_a_number_on_one_line() -> None:
    assert fitting_size("13800001234", 30, 10.5) == 10.5
    assert 8.5 <= fitting_size("13800001234", 21, 10.5) < 10.5


def test_type_that_would_become_too_small_keeps_its_size_and_is_broken() -> None:
    assert fitting_size("37081119850312001X", 17, 8) == 8
    pieces = broken("37081119850312001X", 17 / 8 / 0.3528).split("\n")
    assert "".join(pieces) == "37081119850312001X"
    assert [len(piece) for piece in pieces] == [9, 9]


def test_a_figure_is_never_broken() -> None:
    assert fitting_size("1,234,567,890.00", 17, 8, figure=True) < 6.5


def test_short_text_is_not_broken() -> None:
    assert broken("高级工程师\n电工", 6) == "高级工程师\n电工"


def test_what_no_document_can_hold_is_left_out() -> None:
    assert clean("a\x00b\x0bc\ud800d\ufffee\tf\r\ng\x85") == "abcde f\ng"
    assert clean("𬭚䶮·—　") == "𬭚䶮·—　"
