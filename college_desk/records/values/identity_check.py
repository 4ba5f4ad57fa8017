"""The arithmetic of identity numbers (GB 11643-1999): check character, birth date, gender, area."""

from __future__ import annotations

import datetime as dt
import functools
import re
from operator import mul

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_OF_ZEROS = ord("0") * sum(_WEIGHTS)
_CHARACTERS = "10X98765432"
_NEARBY = 256
"""Rules ask for the same number several times in a row."""
_EIGHTEEN = re.compile(r"\d{17}[\dX]", re.ASCII)
_FIFTEEN = re.compile(r"\d{15}", re.ASCII)

PROVINCES = frozenset(
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41",
        "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71",
        "81", "82", "83",
    ]
)  # fmt: skip
"""The first two digits in use; 71 Taiwan, 81 to 83 residence permits of Hong Kong, Macao and Taiwan people."""

PERMIT_AREAS = frozenset({"810000", "820000", "830000"})
"""The first six digits of a residence permit (港澳台居民居住证)."""

JINING_AREAS = frozenset(
    [
        "370800", "370801", "370811", "370812", "370826", "370827", "370828", "370829", "370830", "370831",
        "370832", "370881", "370883", "370802", "370803", "370821", "370822", "370823", "370824", "370825",
        "370882",
    ]
)  # fmt: skip
"""Areas of Jining, those in force and the retired ones that stand in older numbers."""


def check_character(first_seventeen: str) -> str:
    """The eighteenth character that belongs to seventeen digits (ISO 7064 MOD 11-2)."""
    return _CHARACTERS[(sum(map(mul, first_seventeen.encode("ascii"), _WEIGHTS)) - _OF_ZEROS) % 11]


def eighteen(number: str) -> str | None:
    """The eighteen-character form of a number of either length; None for other shapes."""
    if _EIGHTEEN.fullmatch(number):
        return number
    if _FIFTEEN.fullmatch(number):
        long = number[:6] + "19" + number[6:]
        return long + check_character(long)
    return None


@functools.lru_cache(maxsize=_NEARBY)
def birth_date_of(number: str) -> dt.date | None:
    """The birth date in an identity number, or None when there is none."""
    long = eighteen(number)
    if long is None:
        return None
    try:
        return dt.date(int(long[6:10]), int(long[10:12]), int(long[12:14]))
    except ValueError:
        return None


@functools.lru_cache(maxsize=_NEARBY)
def gender_of(number: str) -> str | None:
    """The code of the gender in an identity number ("1" 男, "2" 女), or None when there is none."""
    long = eighteen(number)
    if long is None:
        return None
    return "1" if int(long[16]) % 2 else "2"


@functools.lru_cache(maxsize=65536)
def is_valid(number: str) -> bool:
    """Whether a number's province, birth date and check character are right; 15 digits have no check."""
    long = eighteen(number)
    return (
        long is not None
        and long[:2] in PROVINCES
        and birth_date_of(long) is not None
        and long[17] == check_character(long[:17])
    )


def area_is_known(number: str) -> bool:
    """Whether the first six digits can be an area, now or formerly.

    Areas of Jining are looked up; of others only the shape is judged, since counties come and go.
    """
    area = number[:6]
    if area[:2] in {"81", "82", "83"}:
        return area in PERMIT_AREAS
    if area.startswith("3708"):
        return area in JINING_AREAS
    prefecture, county = int(area[2:4]), int(area[4:6])
    if area[:2] == "71":
        return True
    return (1 <= prefecture <= 70 or prefecture == 90) and county != 0
