"""The honours that open clause 7's relaxed recruitment (第7条放宽条件的荣誉), a closed list.

The list with its ranks, prizes and conditions is the pack's `honours.toml`; the words under which offices
write each honour are the code table `honour`, whose entries name the item of the list they stand for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from college_desk.base.translation import _
from college_desk.policy.coded import coded, label, rank
from college_desk.policy.pack import Policy
from college_desk.records.codes import Entry, code_table
from college_desk.records.teaching.part_time_teacher import PartTimeTeacher

_PRIZES = {1: "一等奖", 2: "二等奖", 3: "三等奖"}
_RENAMED_PRIZES = {1: "金奖", 2: "银奖", 3: "铜奖"}
_FIRST_CONTEST = "H12"


@dataclass(frozen=True)
class Verdict:
    """Whether an honour opens the relaxed recruitment.

    opens: False for one off the list or beyond its limit; doubt: it opens, but the authority decides or
    something that must be checked is not recorded; reason: a sentence, empty where all is well.
    """

    opens: bool
    doubt: bool = False
    reason: str = ""


def verdict(teacher: PartTimeTeacher, policy: Policy, day: dt.date) -> Verdict:
    """Whether a teacher's honour opens the relaxed recruitment on a day. Source: 技能济宁 opinion, clause 7."""
    if teacher.honour is None:
        return _closed(_("没有填荣誉称号，不能按第7条放宽条件招聘。"))
    entry = code_table("honour").exactly(teacher.honour)
    item = _item(policy, entry)
    if entry is None or item is None:
        return _closed(_unlisted(teacher.honour, entry))
    refused = _refusal(teacher, entry, item, policy, day)
    if refused:
        return _closed(refused)
    doubt = _doubt(teacher, entry, item)
    return Verdict(True, bool(doubt), doubt)


def _item(policy: Policy, entry: Entry | None) -> Mapping[str, Any] | None:
    """The item of the pack's list that an entry of the code table stands for."""
    code = entry.detail.get("item") if entry else None
    listed: list[Mapping[str, Any]] = policy.lists["honours"]["honour"]
    return next((each for each in listed if each["code"] == code), None)


def _unlisted(honour: str, entry: Entry | None) -> str:
    """Why an honour that is not on the list does not open the recruitment."""
    if entry is not None and entry.detail.get("level") == "市":
        message = _("“{honour}”是市级荣誉，第7条只列国家级、省级的，不能放宽条件招聘。")
    else:
        message = _("“{honour}”不在第7条所列荣誉内，不能放宽条件招聘。")
    return message.format(honour=honour)


def _refusal(
    teacher: PartTimeTeacher, entry: Entry, item: Mapping[str, Any], policy: Policy, day: dt.date
) -> str:
    """Why a listed honour does not open the recruitment after all; empty where it does."""
    level = rank("honour_level", teacher.honour_level)
    province = rank("honour_level", coded("honour_level", "省"))
    if level is not None and province is not None and level < province:
        shown = label("honour_level", teacher.honour_level or "")
        message = _("荣誉级别是“{level}”，第7条只认省级以上，不能放宽条件招聘。")
        return message.format(level=shown)
    if item.get("leader_only") and teacher.honour_role == coded("honour_role", "成员"):
        message = _("“{honour}”只有带头人可以放宽条件招聘，现为成员。")
        return message.format(honour=entry.label)
    best = item.get("best_ranks")
    if best is not None and teacher.honour_rank is not None and teacher.honour_rank > best:
        message = _("“{honour}”第{rank}名，第7条限前{best}名，不能放宽条件招聘。")
        return message.format(honour=entry.label, rank=teacher.honour_rank, best=best)
    if "prizes" in item:
        prize = _prize(teacher, entry)
        if prize is not None and not _wins(prize, item, policy, day):
            message = _("“{honour}”{prize}，第7条限{prizes}，不能放宽条件招聘。")
            prizes = "、".join(item["prizes"])
            return message.format(honour=_family(entry), prize=prize, prizes=prizes)
    if item.get("skilled") and not _is_skilled(teacher, policy):
        return _("第7条所指为高技能人才，本人职业技能等级未达到高级工，不能放宽条件招聘。")
    return ""


def _doubt(teacher: PartTimeTeacher, entry: Entry, item: Mapping[str, Any]) -> str:
    """What of an honour that opens the recruitment must still be explained; empty for nothing."""
    if entry.detail.get("authority_decides"):
        message = _("“{honour}”是否等同第7条所列荣誉由主管部门确认，请写明情况。")
        return message.format(honour=entry.label)
    if item.get("leader_only") and entry.detail.get("role_asked") and teacher.honour_role is None:
        return _("“{honour}”只有带头人可以放宽条件招聘，请填写荣誉身份。").format(honour=entry.label)
    if item.get("best_ranks") is not None and teacher.honour_rank is None:
        message = _("“{honour}”限前{best}名，请填写荣誉名次。")
        return message.format(honour=entry.label, best=item["best_ranks"])
    if "prizes" in item and _prize(teacher, entry) is None:
        message = _("“{honour}”限{prizes}，请填写获奖等次。")
        return message.format(honour=entry.label, prizes="、".join(item["prizes"]))
    if item["code"] >= _FIRST_CONTEST and teacher.honour_role == coded("honour_role", "成员"):
        return _("团体项目的名次及于证书所列每名队员，请核对证书并写明情况。")
    return ""


def _prize(teacher: PartTimeTeacher, entry: Entry) -> str | None:
    """The prize won: as the entry names it, else by the rank recorded; None where neither says."""
    named = entry.detail.get("prize")
    if named is not None:
        return str(named)
    names = _RENAMED_PRIZES if entry.detail.get("authority_decides") else _PRIZES
    if teacher.honour_rank is None:
        return None
    return names.get(teacher.honour_rank, _("第{rank}名").format(rank=teacher.honour_rank))


def _wins(prize: str, item: Mapping[str, Any], policy: Policy, day: dt.date) -> bool:
    if prize in item["prizes"]:
        return True
    renamed: Mapping[str, str] = item.get("confirmed_prizes", {})
    return prize in renamed and policy.get("honour.world_vocational_counts", day) is True


def _family(entry: Entry) -> str:
    """The contest without the prize that an entry's label may name."""
    return entry.label.removesuffix(str(entry.detail.get("prize", "")))


def _is_skilled(teacher: PartTimeTeacher, policy: Policy) -> bool:
    least = rank("skill_level", policy.lists["honours"]["least_skill_level"])
    held = rank("skill_level", teacher.skill_level)
    return least is not None and held is not None and held >= least


def _closed(reason: str) -> Verdict:
    return Verdict(False, False, reason)
