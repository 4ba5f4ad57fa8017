"""Invented people: names, identity numbers with right check digits, telephone numbers, bank cards."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass

from tests import make
from tests.generators.demo_college import SEED

_SURNAMES = (
    "王李张刘陈杨赵孔颜孟曾徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_MALE = "伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林森远航泽博文轩昊天瑞峰志国建新庆海"
_FEMALE = "芳娜敏静丽艳娟霞秀玲燕玉桂英婷雪慧莹洁梅琳月颖倩欣怡佳悦萍红云晶璐梦瑶思涵雅蕾薇"
_BANKS = (
    "中国农业银行济宁任城支行",
    "中国工商银行兖州支行",
    "中国建设银行济宁高新区支行",
    "邮储银行济宁市分行营业部",
)
_UNUSED_RANGE = "154"
"""A range of mobile numbers that no operator gives out."""


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist."""

    name: str
    id_number: str
    birth: dt.date
    male: bool
    phone: str
    card: str
    bank: str

    @property
    def gender(self) -> str:
        """男 or 女, as the number says."""
        return "男" if self.male else "女"

    @property
    def registration_number(self) -> str:
        """The 学籍号 of 19 characters."""
        return f"G{self.id_number}"


class Population:
    """Makes people one after another; no two have a name, number, telephone or card in common."""

    def __init__(self) -> None:
        self._random = random.Random(f"{SEED}/people")
        self._names: set[str] = set()
        self._born: dict[dt.date, int] = {}
        self._count = 0

    def person(self, first: dt.date, last: dt.date, *, male: float = 0.7, name: str | None = None) -> Person:
        """Somebody born within two days; male: the share of men."""
        self._count += 1
        is_male = self._random.random() < male
        birth = first + dt.timedelta(days=int(self._random.random() * ((last - first).days + 1)))
        serial = self._born[birth] = self._born.get(birth, 0) + 1
        return Person(
            name or self._name(is_male),
            make.id_number(birth, male=is_male, serial=serial),
            birth,
            is_male,
            f"{_UNUSED_RANGE}0537{self._count:04d}",
            make.card(self._count),
            self._random.choice(_BANKS),
        )

    def people(self, count: int, first: dt.date, last: dt.date, *, male: float = 0.7) -> Iterator[Person]:
        """Several people."""
        for _ in range(count):
            yield self.person(first, last, male=male)

    def name(self, *, male: bool) -> str:
        """A name that nobody has yet, for a guardian or a representative."""
        return self._name(male)

    def phone(self) -> str:
        """A telephone number that nobody has yet."""
        self._count += 1
        return f"{_UNUSED_RANGE}0537{self._count:04d}"

    def _name(self, male: bool) -> str:
        given = _MALE if male else _FEMALE
        while True:
            parts = 1 if self._random.random() < 0.25 else 2
            name = self._random.choice(_SURNAMES) + "".join(self._random.choice(given) for _ in range(parts))
            if name not in self._names:
                self._names.add(name)
                return name
