"""The use of the establishment (C7 编制使用情况表): one row for the college as of the filing's day."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from college_desk.forms.filing import PART_TIME_APPOINTMENTS
from college_desk.forms.form import Frozen, form
from college_desk.forms.naming import safe, school_name
from college_desk.forms.paper.summary import summary
from college_desk.forms.selecting import filed
from college_desk.forms.teaching.appointment_roster import is_renewal
from college_desk.forms.teaching.appointments import in_force, teacher_of
from college_desk.forms.wording import (
    cell_of,
    day_in_words,
    figure,
    label,
    percent,
    plain,
    short_day,
    shown,
)
from college_desk.policy.quota import allowance, staffing_on, terms_on
from college_desk.policy.quota_series import occupied_on
from college_desk.records.college.staffing import Staffing
from college_desk.records.page import (
    Block,
    FilledForm,
    FormCell,
    Line,
    Paragraph,
    SealPlace,
    Seals,
    Table,
    Title,
)
from college_desk.records.teaching.appointment import Appointment

TITLE = "编制使用情况表"
DATE = "年　　月　　日"
HOLDERS_TITLE = "占用20%编制员额人员明细表"
HEAD = (
    ("核定\n编制数", 15.0), ("批复文号", 27.0), ("合计", 13.0), ("专任\n教师", 13.0), ("实习指\n导教师", 13.0),
    ("空编", 12.0), ("超编", 12.0), ("已批用编\n未到岗", 16.0), ("20%\n员额数", 14.0), ("可用\n员额", 13.0),
    ("已聘兼职\n人数", 16.0), ("占用\n员额", 13.0), ("剩余\n员额", 13.0), ("占编制\n比例", 15.0),
    ("兼职占专兼\n总数比例", 19.0), ("新聘", 11.0), ("续聘", 11.0), ("解聘", 11.0),
)  # fmt: skip
HEAD_GROUPS = (("在编实有", 2, 3), ("本期聘任变化（人次）", 15, 3))
"""Title, first column, number of columns of what stands above several columns."""

DETAIL = (
    ("序号", 12.0), ("姓名", 24.0), ("工作单位", 62.0), ("任教课程", 44.0), ("协议编号", 38.0), ("聘期", 46.0),
    ("占用员额", 18.0), ("批复文号（超员额）", 33.0),
)  # fmt: skip


class Use:
    """The figures of the form, reckoned once from the frozen records as of the filing's day.

    Raises MissingStaffing when no approved establishment is on record for the day.
    """

    def __init__(self, frozen: Frozen) -> None:
        day = frozen.snapshot.day
        terms = terms_on(frozen.policy, day)
        stretch = occupied_on(frozen.facts, terms, day)
        serving = [each for each in frozen.facts.all(Appointment) if in_force(each, day)]
        self.staffing = staffing_on(frozen.facts.all(Staffing), day) or Staffing()
        self.approved = self.staffing.approved_posts
        self.mode = terms.mode
        self.periods_per_post = terms.periods_per_post
        self.quota = None if self.approved is None else allowance(self.approved, terms.ratio)
        self.usable = stretch.usable
        self.occupied = stretch.occupied
        self.remaining = None if self.usable is None else Decimal(self.usable) - Decimal(self.occupied)
        self.people = len({each.teacher for each in serving})
        self.counting = [each for each in serving if each.counts_in_quota]
        chosen = filed(frozen, Appointment)
        self.renewed = sum(1 for each in chosen if is_renewal(frozen.facts, each))
        self.hired = len(chosen) - self.renewed if frozen.snapshot.kind != "ending" else 0
        self.ended = len(chosen) if frozen.snapshot.kind == "ending" else 0

    @property
    def vacant(self) -> int | None:
        """空编: approved less filled, never below 0; None where either is not known."""
        if self.approved is None or self.staffing.posts_filled is None:
            return None
        return max(0, self.approved - self.staffing.posts_filled)

    @property
    def overfull(self) -> int | None:
        """超编: filled less approved, never below 0; None where either is not known."""
        if self.approved is None or self.staffing.posts_filled is None:
            return None
        return max(0, self.staffing.posts_filled - self.approved)

    @property
    def share_of_teachers(self) -> str:
        """兼职占专兼总数比例: part-timers of all teachers, full and part time."""
        full = self.staffing.full_time_teachers
        return "—" if full is None else percent(self.people, full + self.people)

    @property
    def reckoning(self) -> str:
        """How a part-timer fills a post, as the form prints it under the table."""
        if self.mode == "periods":
            return f"按课时折算，每{self.periods_per_post}课时（学年）折算1个员额"
        return "按人计算，一人占用的员额数以聘任台账为准，未填的按1个"

    @property
    def instructors(self) -> str:
        """The share of internship instructors with the way it is reckoned; empty where it is not known."""
        staffing = self.staffing
        if staffing.internship_instructors is None or staffing.full_time_teachers is None:
            return ""
        if staffing.instructors_included:
            share = percent(staffing.internship_instructors, staffing.full_time_teachers)
            return f"实习指导教师占比{share}（实习指导教师÷专任教师，实习指导教师含在专任教师内）"
        whole = staffing.full_time_teachers + staffing.internship_instructors
        share = percent(staffing.internship_instructors, whole)
        return f"实习指导教师占比{share}（实习指导教师÷（专任教师＋实习指导教师））"


@form("staffing-use", TITLE, filings=(PART_TIME_APPOINTMENTS,), order=21)
def staffing_use(frozen: Frozen) -> Iterable[FilledForm]:
    """The one sheet with the college's figures and, below them, who occupies a post."""
    use = Use(frozen)
    day = day_in_words(frozen.snapshot.day)
    yield FilledForm(
        code="staffing-use",
        title=TITLE,
        name=safe(f"{school_name(frozen)}_{TITLE}"),
        folder="02-汇总表",
        medium="xlsx",
        landscape=True,
        sheet="编制使用情况",
        blocks=(
            Title(TITLE, subtitle=f"（统计时点：{day}）"),
            Line(
                left=f"填报单位（盖章）：{school_name(frozen)}",
                middle="单位：名、个",
                right=f"填报日期：{day}",
            ),
            Table(tuple(width for _title, width in HEAD), (*_head(), _figures(use)), header_rows=2, size=9.0),
            *_notes(use),
            Seals(
                (
                    SealPlace(("学校（盖章）", "负责人（签字）：", DATE)),
                    SealPlace(("主管部门意见（盖章）", "负责人（签字）：", DATE)),
                    SealPlace(("编办核对意见（盖章）", "负责人（签字）：", DATE)),
                )
            ),
        ),
    )


@form("quota-holders", HOLDERS_TITLE, filings=(PART_TIME_APPOINTMENTS,), order=22)
def quota_holders(frozen: Frozen) -> Iterable[FilledForm]:
    """Who occupies the allowance on the filing's day, one row for each; none where nobody does."""
    use = Use(frozen)
    if not use.counting:
        return
    day = day_in_words(frozen.snapshot.day)
    yield FilledForm(
        code="quota-holders",
        title=HOLDERS_TITLE,
        name=safe(f"{school_name(frozen)}_{HOLDERS_TITLE}"),
        folder="02-汇总表",
        medium="xlsx",
        landscape=True,
        sheet="占用员额明细",
        blocks=(
            Title(HOLDERS_TITLE, subtitle=f"（统计时点：{day}）"),
            Line(left=f"填报单位（盖章）：{school_name(frozen)}", right=f"填报日期：{day}"),
            Table(tuple(width for _title, width in DETAIL), tuple(_detail(frozen, use)), header_rows=1),
            Line(left="制表人（签字）：", right="单位负责人（签字）：　　　　　　　　"),
        ),
    )


def _head() -> list[tuple[FormCell, ...]]:
    """Two rows: captions over both, but where a group stands above its columns."""
    first: list[FormCell] = []
    second: list[FormCell] = []
    grouped = {column: (title, count) for title, column, count in HEAD_GROUPS}
    covered = {column for _title, start, count in HEAD_GROUPS for column in range(start, start + count)}
    for column, (title, _width) in enumerate(HEAD):
        if column in grouped:
            group, count = grouped[column]
            first.append(label(group, across=count))
        if column in covered:
            second.append(label(title))
        else:
            first.append(label(title, down=2))
    return [tuple(first), tuple(second)]


def _figures(use: Use) -> tuple[FormCell, ...]:
    staffing = use.staffing
    return (
        figure(use.approved),
        cell_of(staffing, "document_number") if staffing.uid else FormCell(),
        figure(staffing.posts_filled),
        figure(staffing.full_time_teachers),
        figure(staffing.internship_instructors),
        figure(use.vacant),
        figure(use.overfull),
        figure(staffing.posts_reserved or 0),
        figure(use.quota),
        figure(use.usable),
        figure(use.people),
        figure(use.occupied),
        figure(use.remaining),
        FormCell("—" if use.approved is None else percent(use.occupied, use.approved)),
        FormCell(use.share_of_teachers),
        figure(use.hired),
        figure(use.renewed),
        figure(use.ended),
    )


def _notes(use: Use) -> Iterable[Block]:
    yield Paragraph(
        f"注：1. 可用员额取20%员额数与空编数（扣除已批用编未到岗）中较小者。2. 占用员额{use.reckoning}。",
        "small",
    )
    if use.instructors:
        yield Paragraph(f"3. {use.instructors}。", "small")


def _detail(frozen: Frozen, use: Use) -> Iterable[tuple[FormCell, ...]]:
    yield tuple(label(title) for title, _width in DETAIL)
    for number, each in enumerate(use.counting, start=1):
        teacher = teacher_of(frozen.facts, each)
        yield (
            FormCell(str(number), number=number),
            cell_of(teacher, "name") if teacher else cell_of(each, "name"),
            cell_of(teacher, "employer", align="left"),
            cell_of(each, "course", align="left"),
            cell_of(each, "contract_number"),
            FormCell(f"{short_day(each.start_on)}—{short_day(each.end_on)}"),
            figure(each.posts_used if each.posts_used is not None else 1),
            cell_of(each, "approval_number"),
        )
    yield label("合计", across=6), figure(use.occupied, source="sum:posts_used"), FormCell()


@summary(PART_TIME_APPOINTMENTS)
def appointments_summary(frozen: Frozen) -> Iterable[Block]:
    """The two paragraphs of the cover paper: how many are appointed, and how the allowance stands."""
    chosen = filed(frozen, Appointment)
    people = len({each.teacher for each in chosen})
    use = Use(frozen)
    yield Paragraph(f"一、本期共{_turnover(frozen, use, people, len(chosen))}。")
    if use.approved is None:
        return
    vacant = "" if use.vacant is None else f"，在编实有{use.staffing.posts_filled}名，空编{use.vacant}名"
    yield Paragraph(
        f"二、截至{day_in_words(frozen.snapshot.day)}，我校核定编制{use.approved}名"
        f"（{shown(use.staffing, 'document_number') or '批复文号：　　　　'}）{vacant}；20%编制员额{use.quota}名，"
        f"可用{use.usable}名，已占用{plain(use.occupied)}名，剩余{plain(use.remaining)}名。"
    )


def _turnover(frozen: Frozen, use: Use, people: int, times: int) -> str:
    """聘任兼职教师45人（47人次），其中新聘30人次、续聘17人次."""
    counted = f"{people}人" if people == times else f"{people}人（{times}人次）"
    if frozen.snapshot.kind == "ending":
        return f"解聘兼职教师{counted}"
    parts = [f"{word}{count}人次" for word, count in (("新聘", use.hired), ("续聘", use.renewed)) if count]
    return f"聘任兼职教师{counted}，其中{'、'.join(parts)}"
