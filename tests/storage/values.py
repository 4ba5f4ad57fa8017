"""Values and records of any register, for properties: what cells of every sort are read as."""

from __future__ import annotations

import functools
from typing import Any

from hypothesis import strategies as st

from college_desk.records.register import REGISTERS, Field, Record, Register, Source

_CELLS = (
    "李明", "买买提·阿不都热依木", "𬭚文", "单小燕", "济宁如意纺织有限公司", "山东（济宁）机床厂", "机电工程系",
    "370811198501011234", "11010519491231002X", "91370800MA3C00000X", "6222021608001234567", "13805371234",
    "0537-2345678", "2026-09-01", "2026年9月", "2026.10.9", "长期", "是", "否", "0", "1", "12", "37", "3.5", "98.00",
    "1.25", "20%", "2026", "2026-2027", "2026-2027-1", "1-2", "3-4", "660301", "2026级", "JN-2026-001", "0007", "G370811198501011234",
    "%_\\'\"", "第一行\n第二行", "专业课、实训",
)  # fmt: skip


@functools.cache
def pool(code: str, name: str) -> tuple[Any, ...]:
    """The distinct values that some field reads out of cells of every sort."""
    declared = REGISTERS[code].by_name[name]
    cells = (*_CELLS, *declared.type.labels())
    values = [declared.type.read(cell).value for cell in cells]
    return tuple(dict.fromkeys(value for value in values if value is not None))


def values_of(register: Register, declared: Field) -> st.SearchStrategy[Any]:
    """Values that a field can hold, None among them."""
    known = pool(register.code, declared.name)
    return st.none() | st.sampled_from(known) if known else st.none()


def records_of(register: Register) -> st.SearchStrategy[Record]:
    """Records of a register, not stored yet, most fields at random."""
    sources = st.none() | st.builds(
        Source, st.just("名册.xlsx"), st.none() | st.just("一系"), st.none() | st.integers(1, 99_999)
    )
    fields = {each.name: values_of(register, each) for each in register.fields}
    return st.builds(register.record, ended=st.booleans(), source=sources, **fields)


def any_records() -> st.SearchStrategy[Record]:
    """Records of all registers."""
    return st.sampled_from(list(REGISTERS)).flatmap(records_of)
