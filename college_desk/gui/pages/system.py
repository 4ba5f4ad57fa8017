"""The page 系统: the school, campuses, policy parameters, history with undo, 数据体检."""

from __future__ import annotations
