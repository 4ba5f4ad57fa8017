"""Search words of names."""

from __future__ import annotations

import pytest

from college_desk.storage.pinyin import search_words, spelling


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("张伟", ("zhangwei", "zw")),
        ("单小明", ("shanxiaoming", "danxiaoming", "sxm")),
        ("曾国", ("zengguo", "zg")),
        ("仇英", ("qiuying", "qy")),
        ("解文", ("xiewen", "jiewen")),
        ("查良", ("zhaliang",)),
        ("盖小", ("gexiao", "gaixiao")),
        ("乐毅", ("yueyi", "leyi")),
        ("黑山", ("heshan", "heishan")),
        ("谌龙", ("shenlong", "chenlong")),
        ("区小", ("ouxiao", "quxiao")),
        ("朴正", ("piaozheng",)),
        ("任飞", ("renfei",)),
        ("繁钦", ("poqin",)),
        ("召平", ("shaoping",)),
        ("员半", ("yunban",)),
        ("冼星", ("xianxing",)),
        ("覃明", ("qinming", "tanming")),
        ("翟志", ("zhaizhi", "dizhi")),
        ("缪昌", ("miaochang",)),
        ("种师", ("chongshi",)),
        ("重山", ("chongshan", "zhongshan")),
        ("尉迟恭", ("yuchigong", "ycg")),
        ("吕布", ("lvbu", "lyubu", "lb")),
        ("买买提·阿不都", ("maimaiti", "mmt")),
        ("济宁如意纺织有限公司", ("jiningruyi", "jnry")),
        ("重庆长安汽车股份公司", ("chongqingchangan",)),
        ("李Tom", ("litom",)),
    ],
)
def test_a_name_is_found_by_all_its_readings(name: str, words: tuple[str, ...]) -> None:
    found = search_words([name])
    assert [word for word in words if f" {word}" not in found] == []


def test_a_name_of_many_readings_keeps_a_bounded_number() -> None:
    assert len(search_words(["乐重长行朝"]).split()) <= 48


@pytest.mark.parametrize("name", ["", "Tom", "370811", "?"])
def test_names_without_chinese_have_no_words(name: str) -> None:
    assert search_words([name]) == ""


def test_words_of_several_names_stand_side_by_side_each_once() -> None:
    assert search_words(["张伟", "张伟", "李明"]).split().count("zhangwei") == 1
    assert " liming" in search_words(["张伟", "李明"])


@pytest.mark.parametrize(
    ("typed", "words"), [("Zhang San", "zhangsan"), ("lü", "lv"), ("xi'an", "xian"), ("Ü", "v")]
)
def test_what_is_typed_is_spelt_as_the_words_are(typed: str, words: str) -> None:
    assert spelling(typed) == words
