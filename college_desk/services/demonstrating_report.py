"""What a demonstration tells, step by step, in the office's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from college_desk.base.translation import _
from college_desk.forms.filing import FILINGS, Filing
from college_desk.policy.written_dates import written_day
from college_desk.records.register import REGISTERS
from college_desk.rules.rule import RULES

if TYPE_CHECKING:
    from college_desk.services.demonstrating import Checked, FiledPackage, Imported
    from college_desk.services.demonstrating_mending import Mending
    from college_desk.services.demonstrating_script import DemoScript, Payment
    from college_desk.services.month_of_fees import MonthOfFees

_RULES_TOLD = 6


def beginning(script: DemoScript) -> str:
    """The first line: which school, on which day."""
    return _("示例学校：{name}，{day}。表格、人员、单位都是虚构的。").format(
        name=script.name, day=written_day(script.day)
    )


def imported(done: Imported) -> str:
    """One spreadsheet."""
    register = REGISTERS[done.register]
    file = f"{done.file}（{done.sheet}）" if done.sheet else done.file
    line = _("  {file} → {register}：{rows}行，新增{stored}，更新{updated}，待处理{pending}").format(
        file=file,
        register=_(register.title),
        rows=done.rows,
        stored=done.stored,
        updated=done.updated,
        pending=done.pending,
    )
    if done.errors or done.warnings:
        line += _("；必须改正{errors}处，需核实{warnings}处").format(
            errors=done.errors, warnings=done.warnings
        )
    return line


def paid(payment: Payment, done: MonthOfFees) -> str:
    """A month of hourly fees settled and paid out."""
    return "\n" + _("课时费：{month}结算{lines}笔，应发{gross}元，{day}发放").format(
        month=written_day(payment.month),
        lines=len(done.lines),
        gross=f"{done.total('gross'):.2f}",
        day=written_day(payment.paid_on),
    )


def checked(title: str, whole: Checked, filings: Mapping[str, Checked]) -> str:
    """A check of the whole desk and of each filing, the rules most often met by name."""
    lines = [
        "",
        _(
            "{title}：全部数据 必须改正{errors}条，需核实说明{warnings}条，提示{infos}条，待处理{pending}行"
        ).format(
            title=title,
            errors=whole.errors,
            warnings=whole.unexplained,
            infos=whole.infos,
            pending=whole.pending,
        ),
    ]
    for code, found in filings.items():
        lines.append(
            _("  {filing}：必须改正{errors}条，需核实说明{warnings}条，已说明{explained}条").format(
                filing=_(FILINGS[code].title),
                errors=found.errors,
                warnings=found.unexplained,
                explained=found.explained,
            )
        )
        if found.errors:
            lines.append("    " + _most_met(found.rules))
    return "\n".join(lines)


def _most_met(rules: Mapping[str, int]) -> str:
    most = sorted(rules, key=lambda code: -rules[code])[:_RULES_TOLD]
    told = "、".join(f"{_(RULES[code].title)}（{rules[code]}）" for code in most)
    left = len(rules) - len(most)
    return told + (_("……共{count}种").format(count=len(rules)) if left else "")


def mended(done: Mending) -> str:
    """What the script mended."""
    return "\n" + _(
        "改正：补录入库{stored}行，删去重复{discarded}行，改正记录{written}条，写情况说明{explained}条"
    ).format(stored=done.stored, discarded=done.discarded, written=done.written, explained=done.explained)


def filed(kind: Filing, period: str, packages: Sequence[FiledPackage]) -> str:
    """The packages of one filing and whether they are whole."""
    title = f"{_(kind.title)} {period}"
    if not packages:
        return _("报送：{title} 还有问题没有改正或说明，没有生成材料包").format(title=title)
    lines = []
    for each in packages:
        check = each.verification
        state = _("材料完整，表内数字与数据一致（{count}个文件）").format(count=check.files)
        if not check.ok:
            first = check.problems[0]
            state = _("核验没有通过：{file} {problem}").format(file=first.file, problem=first.problem)
        lines.append(
            _("报送：{title} → {package}\n  核验：{state}").format(
                title=title, package=each.path.name, state=state
            )
        )
    return "\n".join(lines)


def ending(ok: bool, folder: Path) -> str:
    """The last line."""
    if ok:
        return "\n" + _("示例学校做好了：{folder}").format(folder=folder)
    return "\n" + _("示例学校没有做完整，请看上面没有通过的一项。")
