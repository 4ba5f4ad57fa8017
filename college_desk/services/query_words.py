"""A selection in words, as chips, notices and exported tables say it."""

from __future__ import annotations

from college_desk.base.translation import _
from college_desk.records.query import Condition, Query
from college_desk.records.register import Register


def condition_words(register: Register, condition: Condition) -> str:
    """One condition: 性别：男, 月报酬（元） ≥ 1000, 协议编号未填."""
    declared = register.by_name[condition.field]
    title = _(declared.title)
    if condition.comparison == "empty":
        return _("{field}未填").format(field=title)
    if condition.comparison == "filled":
        return _("{field}已填").format(field=title)
    value = condition.value
    shown = (
        value if isinstance(value, str) and condition.comparison == "contains" else declared.type.show(value)
    )
    signs = {"is": "：", "contains": _("含"), "at_least": " ≥ ", "at_most": " ≤ "}
    return f"{title}{signs[condition.comparison]}{shown}"


def query_words(register: Register, query: Query) -> list[str]:
    """What a selection is narrowed by, one text each; empty when it takes everything."""
    words = [_("统计时点 {day}").format(day=query.on)] if query.on else []
    if query.search.strip():
        words.append(_("含“{words}”").format(words=query.search.strip()))
    words += [condition_words(register, each) for each in query.where]
    if query.uids is not None:
        words.append(_("选定的{n}{counted}").format(n=len(query.uids), counted=_(register.counted)))
    if query.ended:
        words.append(_("已停用"))
    return words
