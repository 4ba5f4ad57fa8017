"""Invented people and bodies, with numbers whose check digits are right (GB 11643, GB 32100, Luhn)."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
DOUBLE = ("欧阳", "上官", "司马", "诸葛", "夏侯", "东方")
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建文斌宇浩凯健俊帆帅旭宁龙林欢晨曦梓轩雨欣佳怡子涵思远一诺"
    "嘉豪俊熙若彤淑珍志国永红海燕春梅立新庆丰德山树生"
)
RARE = ("喆", "玥", "淼", "犇", "骉", "赟", "翀", "堃", "䶮", "𬭚", "㛃", "璟", "煜", "旸", "祎")
LONG_NAMES = (
    "买买提·阿不都热依木", "阿依古丽·吐尔逊", "古丽娜尔·艾山", "迪丽拜尔·买买提", "艾力·玉素甫", "巴合提·努尔兰",
)  # fmt: skip
AREAS = (
    "370811", "370811", "370811", "370812", "370826", "370827", "370828", "370829", "370830", "370831", "370832",
    "370881", "370883", "370802", "371302", "410102", "320311", "130102",
)  # fmt: skip
_OPERATORS = (
    "130", "131", "132", "133", "135", "136", "137", "138", "139", "150", "151", "152", "155", "156", "157", "158",
    "159", "166", "176", "177", "178", "180", "181", "182", "185", "186", "187", "188", "189", "191", "198", "199",
)  # fmt: skip
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def check_digit(first: str) -> str:
    """The last digit of an identity number by its first 17."""
    total = sum(int(digit) * weight for digit, weight in zip(first, _WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def luhn_digit(first: str) -> str:
    """The last digit of a bank card by those before it."""
    total = 0
    for place, digit in enumerate(reversed(first)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def credit_code(rng: random.Random, kind: str = "91") -> str:
    """A unified social credit code."""
    area = rng.choice(AREAS[:13])
    body = "".join(rng.choice("0123456789") for _ in range(8))
    if rng.random() < 0.4:
        body = "MA" + rng.choice("3CDFTU") + "".join(rng.choice("0123456789ABCDEFGH") for _ in range(5))
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    values = [int(each) if each.isdigit() else ord(each) - 55 for each in body]
    digit = 11 - sum(a * b for a, b in zip(values, weights, strict=True)) % 11
    organisation = body + {10: "X", 11: "0"}.get(digit, str(digit))
    first = kind + area + organisation
    powers = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    total = sum(_CREDIT.index(each) * power for each, power in zip(first, powers, strict=True))
    return first + _CREDIT[(31 - total % 31) % 31]


def phone(rng: random.Random) -> str:
    """A mobile number."""
    return rng.choice(_OPERATORS) + "".join(rng.choice("0123456789") for _ in range(8))


def card(rng: random.Random) -> str:
    """A bank card of 16 or 19 digits."""
    start = rng.choice(("6228480", "6222021608", "6217002", "6210985", "6230521"))
    length = 19 if rng.random() < 0.85 else 16
    first = start + "".join(rng.choice("0123456789") for _ in range(length - 1 - len(start)))
    return first + luhn_digit(first)


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist."""

    name: str
    id_number: str
    birth: dt.date
    gender: str
    phone: str
    card: str


def person_name(rng: random.Random) -> str:
    """A name of two or three characters, now and then a long one or one with rare characters."""
    chance = rng.random()
    if chance < 0.03:
        return rng.choice(LONG_NAMES)
    surname = rng.choice(DOUBLE) if chance < 0.05 else rng.choice(SURNAMES)
    if chance > 0.95:
        return surname + rng.choice(RARE)
    return surname + "".join(rng.sample(GIVEN, 1 if rng.random() < 0.3 else 2))


def person(rng: random.Random, first_year: int, last_year: int) -> Person:
    """Somebody born in these years."""
    span = (dt.date(last_year, 12, 31) - dt.date(first_year, 1, 1)).days
    birth = dt.date(first_year, 1, 1) + dt.timedelta(days=rng.randrange(span))
    serial = rng.randrange(1, 1000)
    first = f"{rng.choice(AREAS)}{birth:%Y%m%d}{serial:03d}"
    gender = "男" if serial % 2 else "女"
    if (first + check_digit(first)).endswith("000"):
        return person(rng, first_year, last_year)
    return Person(person_name(rng), first + check_digit(first), birth, gender, phone(rng), card(rng))


PLACES = (
    "济宁",
    "山东",
    "任城",
    "兖州",
    "邹城",
    "曲阜",
    "嘉祥",
    "鲁南",
    "金乡",
    "微山",
    "汶上",
    "泗水",
    "梁山",
)
BRANDS = (
    "海达", "鲁能", "宏河", "永生", "如意", "华勤", "辰欣", "山推", "天德", "博特", "科力", "联诚", "东岳", "齐鲁", "正和",
    "圣阳", "鑫源", "广联", "恒立", "泰丰", "英特力", "金大丰", "安泰", "中程",
)  # fmt: skip
TRADES = (
    "精密制造", "机械", "电子", "机器人", "汽车服务", "液压", "工程机械", "生物科技", "纺织服装", "食品", "物流", "信息技术",
    "新能源", "酒店管理", "建设工程",
)  # fmt: skip
ENDINGS = ("有限公司", "股份有限公司", "有限责任公司", "集团有限公司")


def company(rng: random.Random) -> str:
    """A company's full name."""
    place, brand, trade = rng.choice(PLACES), rng.choice(BRANDS), rng.choice(TRADES)
    if rng.random() < 0.08:
        return f"{brand}{trade}（{place}）有限公司"
    return f"{place}{brand}{trade}{rng.choice(ENDINGS)}"
