"""How alike two people or enterprises are."""

from __future__ import annotations

import datetime as dt

import pytest

from college_desk.policy.likeness import (
    LISTED,
    Firm,
    Likeness,
    Person,
    likeness_of_firms,
    likeness_of_people,
)
from college_desk.policy.name_likeness import organisation_core, plain_name
from college_desk.policy.nearness import identity_blocks, near, near_identity
from tests import make

BIRTH = dt.date(1982, 3, 15)
LI = make.id_number(BIRTH, serial=1)
OTHER_LI = make.id_number(BIRTH, serial=301, area="370811")
CODE = make.uscc(1)
OTHER_CODE = make.uscc(2)


def slipped(number: str, place: int) -> str:
    digit = "1" if number[place] != "1" else "2"
    return number[:place] + digit + number[place + 1 :]


def exchanged(number: str) -> str:
    place = next(at for at in range(len(number) - 1) if number[at] != number[at + 1])
    return number[:place] + number[place + 1] + number[place] + number[place + 2 :]


@pytest.mark.parametrize(
    ("one", "other", "reasons", "listed"),
    [
        (Person("李明", number=LI), Person("李明", number=LI), ("身份证件号相同", "姓名相同"), True),
        (
            Person("李明", number=LI),
            Person("李明", number=LI[:6] + LI[8:17]),
            ("15位和18位证件号是同一个人的", "姓名相同"),
            True,
        ),
        (
            Person("李明", number=LI),
            Person("王芳", number=slipped(LI, 8)),
            ("身份证件号只有第9位不同",),
            True,
        ),
        (Person("李明", birth=BIRTH), Person("李明", birth=BIRTH), ("姓名相同", "出生日期相同"), True),
        (
            Person("李明", number=LI),
            Person("李明", number=OTHER_LI),
            ("姓名相同", "出生日期相同"),
            True,
        ),
        (Person("李明", number=LI), Person("李敏", "limin", number=OTHER_LI), ("出生日期相同",), False),
        (
            Person("吕伟", "lvwei", birth=BIRTH),
            Person("呂偉", "lvwei", birth=BIRTH),
            ("姓名是同一个字的不同写法", "出生日期相同"),
            True,
        ),
        (
            Person("张玮", "zhangwei", birth=BIRTH),
            Person("张伟", "zhangwei", birth=BIRTH),
            ("出生日期相同", "姓名同音"),
            True,
        ),
        (Person("李明", birth=BIRTH), Person("李明", birth=dt.date(1982, 3, 16)), ("姓名相同",), False),
        (Person("李明"), Person("李明"), ("姓名相同",), False),
        (
            Person("李明", marks={"phone": "13800138000"}),
            Person("李明", marks={"phone": "13800138000"}),
            ("联系电话相同", "姓名相同"),
            True,
        ),
        (
            Person("李明", number=LI, marks={"phone": "13800138000"}),
            Person("王芳", number=OTHER_LI, marks={"phone": "13800138000"}),
            ("联系电话相同", "出生日期相同"),
            False,
        ),
        (
            Person("李明", marks={"student_number": "2026001"}),
            Person("李敏", marks={"student_number": "2026001"}),
            ("学号相同",),
            True,
        ),
        (
            Person("李明", marks={"bank_account": "6222"}),
            Person("李明", marks={"bank_account": "6222"}),
            ("银行账号相同", "姓名相同"),
            True,
        ),
    ],
)
def test_people_are_as_alike_as_what_they_share(
    one: Person, other: Person, reasons: tuple[str, ...], listed: bool
) -> None:
    found = likeness_of_people(one, other)
    assert found.reasons == reasons
    assert (found.score >= LISTED) is listed
    assert found == likeness_of_people(other, one)


def test_what_speaks_against_is_told_and_lowers_the_score() -> None:
    alone = likeness_of_people(Person("李明", birth=BIRTH), Person("李明", birth=BIRTH))
    both_right = likeness_of_people(Person("李明", number=LI), Person("李明", number=OTHER_LI))
    assert alone.against == ()
    assert both_right.against == ("两个身份证件号都正确，但不相同",)
    assert both_right.score < alone.score
    woman = likeness_of_people(Person("李明", gender="2"), Person("李明", gender="1"))
    assert woman.against == ("性别不同",)


def test_a_month_is_compared_with_a_day_as_a_month() -> None:
    from college_desk.records.values.month import Month

    month = Person("李明", birth=Month(1982, 3))
    assert likeness_of_people(Person("李明", birth=BIRTH), month).score >= LISTED
    other = Person("李明", birth=Month(1982, 4))
    assert likeness_of_people(Person("李明", birth=BIRTH), other).score < LISTED


@pytest.mark.parametrize(
    ("one", "other", "reasons", "listed"),
    [
        (Firm("如意公司", CODE), Firm("如意公司", CODE), ("统一社会信用代码相同", "名称相同"), True),
        (
            Firm("山东如意科技有限公司", CODE),
            Firm("如意科技", slipped(CODE, 9)),
            ("统一社会信用代码只有第10位不同", "名称去掉地名、括号和“有限公司”后相同"),
            True,
        ),
        (Firm("山推股份", CODE), Firm("山推股份", None), ("名称相同",), True),
        (Firm("山推股份", CODE), Firm("山推股份", OTHER_CODE), ("名称相同",), False),
        (
            Firm("曲阜市中天机械有限责任公司", None),
            Firm("中天机械（曲阜）有限公司", CODE),
            ("名称去掉地名、括号和“有限公司”后相同",),
            True,
        ),
        (Firm("新名厂", CODE, frozenset({"老名厂"})), Firm("老名厂"), ("一个是另一个的曾用名",), True),
        (Firm("甲厂", CODE), Firm("乙厂", OTHER_CODE), (), False),
        (Firm("甲厂", CODE), Firm("甲厂分公司", OTHER_CODE, kin=frozenset({CODE})), (), False),
    ],
)
def test_enterprises_are_as_alike_as_their_codes_and_names(
    one: Firm, other: Firm, reasons: tuple[str, ...], listed: bool
) -> None:
    found = likeness_of_firms(one, other)
    assert found.reasons == reasons
    assert (found.score >= LISTED) is listed
    assert found == likeness_of_firms(other, one)


def test_a_branch_and_its_parent_are_not_alike_even_of_one_name() -> None:
    parent, branch = Firm("甲厂", CODE), Firm("甲厂", slipped(CODE, 9), kin=frozenset({CODE}))
    assert likeness_of_firms(parent, branch) == Likeness(0)


def test_every_slip_of_a_number_shares_a_block_with_it() -> None:
    kept = set(identity_blocks(LI))
    for place in range(17):
        assert kept & set(identity_blocks(slipped(LI, place))), place
        other = LI[:place] + LI[place + 1] + LI[place] + LI[place + 2 :]
        assert kept & set(identity_blocks(other)), place
    assert not kept & set(identity_blocks(make.id_number(dt.date(1990, 7, 2), serial=77, area="370811")))


def test_every_slip_of_a_credit_code_shares_a_block_with_it() -> None:
    kept = set(Firm(None, CODE).blocks())
    for place in range(17):
        assert kept & set(Firm(None, slipped(CODE, place)).blocks()), place
        other = CODE[:place] + CODE[place + 1] + CODE[place] + CODE[place + 2 :]
        assert kept & set(Firm(None, other).blocks()), place


def test_nearness_knows_one_slip_from_two() -> None:
    assert near("123456", "123456") is None
    assert near("123456", "123956") == ("other", 4)
    assert near("123456", "124356") == ("exchanged", 3)
    assert near("123456", "12356") == ("fewer", 4)
    assert near("123456", "12345") == ("fewer", 6)
    assert near("123456", "923956") is None
    assert near("123456", "143256") is None
    assert near("123456", "1234") is None
    assert near_identity(exchanged(LI), LI) is not None
    short = LI[:6] + LI[8:17]
    assert near_identity(slipped(short, 13), LI) == ("other", 16)
    assert near_identity(slipped(slipped(short, 13), 4), LI) is None


def test_names_are_folded_only_for_comparing() -> None:
    assert plain_name("呂學軍") == plain_name("吕学军") != plain_name("李学军")
    assert organisation_core("小松（山东）工程机械有限公司") == organisation_core("小松工程机械有限责任公司")
    assert organisation_core("济宁公司") == organisation_core("济宁公司") != organisation_core("曲阜公司")
    group, branch = "山东如意科技集团有限公司", "山东如意科技集团有限公司曲阜分公司"
    assert organisation_core(group) != organisation_core(branch)
