"""The program checks itself (程序自检): whether an installed copy has everything and everything works."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from college_desk.base import resources
from college_desk.base.catalogue import module_names
from college_desk.base.errors import DeskError, UnusableInput
from college_desk.base.translation import _
from college_desk.forms.filing import FILINGS
from college_desk.forms.form import FORMS
from college_desk.policy.guard import GUARDS
from college_desk.policy.pack import load_pack
from college_desk.records import codes
from college_desk.records.page import FilledForm, Paragraph, Title
from college_desk.records.register import REGISTERS
from college_desk.rules.rule import RULES
from college_desk.services.checkup import Check

_DAY = dt.date(2026, 9, 1)
_FOLDERS = ("codes", "policy", "fonts", "icons", "calendar", "demo")
_PAGES = "college_desk.gui.pages"
_COMMANDS = "college_desk.cli.commands"
_SAFE_DATABASE = (3, 51, 3)
"""The first SQLite without the damage that two connections' checkpoints could do."""


def self_test() -> list[Check]:
    """Everything an installed copy needs, tried out one by one; in a temporary folder, nothing is kept."""
    checks = [*_catalogues(), _resources(), _codes(), _policies(), _database_version()]
    with tempfile.TemporaryDirectory(prefix="college-desk-") as scratch:
        folder = Path(scratch)
        trials: tuple[tuple[str, str, Callable[[Path], str]], ...] = (
            ("database", "建库与加密", _encrypted_workspace),
            ("spreadsheets", "读写表格", _spreadsheet_round_trip),
            ("fonts", "打印字体", _fonts),
            ("pdf", "生成PDF", _pdf),
            ("docx", "生成Word文档", _docx),
            ("pinyin", "拼音检索", _pinyin),
        )
        checks += [_tried(name, title, trial, folder) for name, title, trial in trials]
    return checks


def counts() -> dict[str, int]:
    """How many things each catalogue holds; a frozen build must have those of the source."""
    return {
        "registers": len(REGISTERS),
        "fields": sum(len(each.fields) for each in REGISTERS),
        "code_tables": len(codes.table_names()),
        "rules": len(RULES),
        "guards": len(GUARDS),
        "filings": len(FILINGS),
        "forms": len(FORMS),
        "pages": len(module_names(_PAGES)),
        "commands": len(module_names(_COMMANDS)),
    }


_COUNT_TITLES = {
    "registers": "台账",
    "fields": "项目",
    "code_tables": "代码表",
    "rules": "校验规则",
    "guards": "限制条件",
    "filings": "申报事项",
    "forms": "表样",
    "pages": "页面",
    "commands": "命令组",
}


def _catalogues() -> list[Check]:
    try:
        found = counts()
    except ImportError as problem:
        return [Check("catalogues", "程序模块", False, _("缺少模块：{name}").format(name=problem.name))]
    return [Check(name, title, found[name] > 0, str(found[name])) for name, title in _COUNT_TITLES.items()]


def _check(name: str, title: str, problems: Iterable[str], fine: str) -> Check:
    found = list(problems)
    return Check(name, title, not found, "；".join(found) or fine)


def _resources() -> Check:
    missing = [name for name in _FOLDERS if not any(resources.path(name).glob("*"))]
    problems = [_("缺少资源：{name}").format(name=name) for name in missing]
    return _check("resources", "资源文件", problems, str(resources.root()))


def _codes() -> Check:
    used = {each.type.labels() for register in REGISTERS for each in register.fields}
    tables = [codes.code_table(name) for name in codes.table_names()]
    empty = [_("代码表“{name}”是空的").format(name=each.title) for each in tables if not each.entries]
    return _check(
        "codes", "代码表", empty, _("{count}张，项目用到{used}组").format(count=len(tables), used=len(used))
    )


def _policies() -> Check:
    packs = sorted(each.name for each in resources.path("policy").iterdir() if each.is_dir())
    loaded = [load_pack(each) for each in packs]
    described = "、".join(f"{each.title} {each.version}" for each in loaded)
    return _check("policy", "政策依据", [] if loaded else [_("一个也没有")], described)


def _database_version() -> Check:
    from college_desk.storage.dialect import engine_version

    version = engine_version()
    safe = tuple(int(part) for part in version.split(".")) >= _SAFE_DATABASE
    problem = _("{version} 版本过低").format(version=version)
    return _check("sqlite_version", "数据库版本", [] if safe else [problem], version)


def _tried(name: str, title: str, trial: Callable[[Path], str], folder: Path) -> Check:
    """The check of a trial that tells what it found, or raises what is amiss."""
    try:
        return Check(name, title, True, trial(folder))
    except (DeskError, ImportError, OSError, ValueError) as problem:
        return Check(name, title, False, str(problem) or type(problem).__name__)


def _encrypted_workspace(folder: Path) -> str:
    from college_desk.storage import workspace

    place = folder / "desk"
    workspace.create(place, passphrase="试一试").close()
    try:
        workspace.open_desk(place, passphrase="不对").close()
    except UnusableInput:
        with workspace.open_desk(place, passphrase="试一试") as desk, desk.read() as reader:
            return _("可用，{count}个台账").format(
                count=sum(1 for each in REGISTERS if reader.count(each) == 0)
            )
    raise ValueError(_("口令不对也能打开"))


def _spreadsheet_round_trip(folder: Path) -> str:
    from college_desk.files.documents import lists
    from college_desk.files.sheets import reading

    file = folder / "试.xlsx"
    heads = [lists.ListColumn("姓名"), lists.ListColumn("人数")]
    lists.write_xlsx(file, "试", heads, [["买买提·阿不都热依木", 7]])
    rows = reading.read(file).sheets[0].rows
    if [list(row) for row in rows] != [["姓名", "人数"], ["买买提·阿不都热依木", 7]]:
        raise ValueError(_("写出的表格读回来不一样"))
    return _("可用")


def _fonts(folder: Path) -> str:
    from college_desk.files.documents import fonts

    if missing := fonts.missing():
        raise ValueError(_("缺少字体：{names}").format(names="、".join(missing)))
    return "、".join(sorted(each.name for each in fonts.folders()))


def _pdf(folder: Path) -> str:
    from college_desk.files.documents import reading, writing

    made = writing.pdf([_sample_form()], day=_DAY)
    if not any("试样" in str(text) for text in reading.contents(made)):
        raise ValueError(_("生成的文件里读不出文字"))
    return _("可用")


def _docx(folder: Path) -> str:
    from college_desk.files.documents import reading, writing

    made = writing.write(_sample_form(), day=_DAY)
    if not any("试样" in str(text) for text in reading.contents(made)):
        raise ValueError(_("生成的文件里读不出文字"))
    return _("可用")


def _pinyin(folder: Path) -> str:
    from college_desk.storage.pinyin import search_words

    words = search_words(["张三"])
    if "zhangsan" not in words or "zs" not in words:
        raise ValueError(_("查不到拼音"))
    return _("可用")


def _sample_form() -> FilledForm:
    return FilledForm("trial", "试样", "试样", "", "docx", (Title("试样"), Paragraph("写得出，也读得回。")))
