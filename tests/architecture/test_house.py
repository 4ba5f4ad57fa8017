"""The house as it must stay: what lies where, what imports what, how long things are, which words are used."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from college_desk.base.catalogue import module_names

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "college_desk"
TOP_LEVEL = {
    "pyproject.toml",
    "requirements.lock",
    "README.md",
    "college_desk",
    "resources",
    "installers",
    "tests",
}
LONGEST_MODULE = 500
DRAWERS = {"utils", "util", "misc", "helpers", "helper", "common", "manager", "handler", "data", "info"}

NEVER_ON_SCREEN = (
    "冻结", "快照", "工作区", "工作空间", "实体", "记录集", "软删除", "合并请求", "校内初审", "主送单位", "控编",
    "顶岗实习", "跟岗实习", "师资人员", "外聘老师", "租户", "无效输入", "错误码", "哈希", "校验和",
)  # fmt: skip
"""Words of the glossary that a clerk must not meet; aliases of headers may hold them, messages may not."""


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name]


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_only_the_agreed_things_stand_at_the_top() -> None:
    names = {name.split("/")[0] for name in tracked()}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


@pytest.mark.parametrize("module", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_grows_too_long_or_becomes_a_drawer(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    assert module.stem not in DRAWERS


def test_every_module_can_be_imported_alone_without_side_effects_on_the_window() -> None:
    floors = ["base", "records", "policy", "rules", "forms", "storage", "files", "services", "cli"]
    code = (
        "import importlib, sys\n"
        "from college_desk.base.catalogue import module_names\n"
        f"for floor in {floors!r}:\n"
        "    for name in module_names('college_desk.' + floor):\n"
        "        if 'migrations' not in name: importlib.import_module(name)\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules), 'Qt was imported below the window'\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_starting_the_command_line_loads_nothing_heavy() -> None:
    heavy = ["PySide6", "openpyxl", "alembic", "pypinyin", "docx", "docxtpl", "typst", "lxml", "pypdfium2"]
    code = (
        "import sys, io, contextlib\n"
        "from college_desk.__main__ import main\n"
        "with contextlib.redirect_stdout(io.StringIO()): main(['registers', '--json'])\n"
        f"found = [name for name in {heavy!r} if name in sys.modules]\n"
        "assert not found, found\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_walk_that_finds_modules_finds_every_file() -> None:
    found = {name.replace(".", "/") for name in module_names("college_desk")}
    for path in modules():
        name = str(path.relative_to(ROOT).with_suffix(""))
        if path.name == "__init__.py":
            name = str(path.parent.relative_to(ROOT))
        if name != "college_desk":
            assert name in found


def test_no_message_uses_a_word_that_a_clerk_must_not_meet() -> None:
    for module in modules():
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        met = [word for word in NEVER_ON_SCREEN if word in argument.value]
                        assert not met, f"{module}: {argument.value}: {met}"


def test_no_message_is_an_f_string() -> None:
    for module in modules():
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
                assert not any(isinstance(each, ast.JoinedStr) for each in node.args), module


def test_nothing_names_a_machine_or_an_index() -> None:
    forbidden = re.compile("/wo" + "rk/|pythonhosted" + r"\.org|pypi\.org/sim" + "ple|--index" + "-url")
    for name in tracked():
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".lock", ".txt", ".spec", ".sh"} and path.is_file():
            assert not forbidden.search(path.read_text(encoding="utf-8")), name


def test_broad_excepts_stand_only_in_the_doors_and_before_qt() -> None:
    allowed = {"gui/tasks.py", "gui/crash.py", "gui/models/guarded.py", "__main__.py"}
    for module in modules():
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            broad = isinstance(node, ast.ExceptHandler) and (
                node.type is None
                or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
            )
            if broad:
                assert str(module.relative_to(PACKAGE)) in allowed, module
