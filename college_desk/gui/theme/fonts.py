"""One family for Chinese characters and digits, so that both stand on one baseline."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from college_desk.base import resources
from college_desk.gui.theme.tokens import TEXT_PX

FAMILIES = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "思源黑体", "Microsoft YaHei UI", "Microsoft YaHei",
    "微软雅黑", "WenQuanYi Micro Hei", "文泉驿微米黑", "WenQuanYi Zen Hei", "PingFang SC", "SimHei",
)  # fmt: skip
"""Families that draw Simplified Chinese well on screen, the best first."""


def family() -> str:
    """The best family that this machine has; else the program's own font file, else Qt's default."""
    present = set(QFontDatabase.families())
    for name in FAMILIES:
        if name in present:
            return name
    for file in sorted(resources.path("fonts").glob("*Sans*")):
        loaded = QFontDatabase.addApplicationFont(str(file))
        if loaded >= 0:
            return QFontDatabase.applicationFontFamilies(loaded)[0]
    return QFont().defaultFamily()


def text_font(pixels: int = TEXT_PX, *, bold: bool = False) -> QFont:
    """The window's font at a size, with digits that are all equally wide."""
    font = QFont(family())
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
