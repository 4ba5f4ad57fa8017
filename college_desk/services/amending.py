"""What an amended version (补正稿) says about itself: the bureau's remarks, what was done, what differs."""

from __future__ import annotations

from typing import Any

from college_desk.records.filing_course import Course
from college_desk.records.snapshot import Snapshot
from college_desk.services.differences import between


def amendment(before: Snapshot, after: Snapshot, course: Course, reason: str) -> dict[str, Any]:
    """The amendment as the new snapshot keeps it; the page 修改说明 is made from nothing else.

    before: the version that came back or was overtaken; after: the new content, under any version.
    """
    found = between(before, after)
    shown = found.to_json()
    for change, said in zip(found.changes, shown["changes"], strict=True):
        said["title"] = change.title
        said["name"] = change.name
    return {
        "version": before.version,
        "reason": reason,
        "remarks": [{"text": each.text, "answer": each.answer} for each in course.remarks],
        "people": shown["people"],
        "counted": found.counted,
        "money": shown["money"],
        "changes": shown["changes"],
    }
