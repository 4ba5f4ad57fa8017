from __future__ import annotations

import threading
from typing import Any

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from college_desk.base.errors import DeskError
from college_desk.base.progress import Progress
from college_desk.gui.tasks import Tasks


class Seen:
    """What a Tasks told."""

    def __init__(self) -> None:
        self.results: list[Any] = []
        self.refused: list[str] = []
        self.crashed: list[BaseException] = []
        self.threads: list[QThread] = []
        self.tasks = Tasks(
            None, refused=lambda error: self.refused.append(str(error)), crashed=self.crashed.append
        )

    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())


def finish(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.idle, timeout=5000)


def test_the_answer_of_the_quickest_work_arrives_on_the_windows_thread(qtbot: QtBot) -> None:
    seen = Seen()
    for number in range(50):
        seen.tasks.run(lambda _progress, number=number: number, then=seen.take)  # type: ignore[misc]
    finish(qtbot, seen.tasks)
    assert sorted(seen.results) == list(range(50))
    assert set(seen.threads) == {QApplication.instance().thread()}  # type: ignore[union-attr]


def test_writes_run_one_at_a_time_in_order(qtbot: QtBot) -> None:
    seen, lock, order = Seen(), threading.Lock(), []

    def write(number: int) -> None:
        assert lock.acquire(blocking=False), "two writes ran at once"
        order.append(number)
        lock.release()

    for number in range(30):
        seen.tasks.run(lambda _progress, number=number: write(number), writes=True)  # type: ignore[misc]
    finish(qtbot, seen.tasks)
    assert order == list(range(30))
    assert not seen.crashed


def test_a_refusal_is_shown_unless_the_caller_takes_it(qtbot: QtBot) -> None:
    seen = Seen()
    taken: list[DeskError] = []

    def refuse(_progress: Progress) -> None:
        raise DeskError("请先填写学校名称。")

    seen.tasks.run(refuse)
    seen.tasks.run(refuse, failed=taken.append)
    finish(qtbot, seen.tasks)
    assert seen.refused == ["请先填写学校名称。"]
    assert [str(each) for each in taken] == ["请先填写学校名称。"]
    assert not seen.crashed


def test_a_fault_of_the_program_goes_to_the_crash_handler(qtbot: QtBot) -> None:
    seen = Seen()
    seen.tasks.run(lambda _progress: 1 // 0, then=seen.take)
    finish(qtbot, seen.tasks)
    assert isinstance(seen.crashed[0], ZeroDivisionError)
    assert not seen.results


def test_cancelled_work_stops_at_its_next_step_and_answers_nothing(qtbot: QtBot) -> None:
    seen, begun = Seen(), threading.Event()

    def work(progress: Progress) -> str:
        for number in range(100_000):
            progress.step("读入", number, 100_000)
            begun.set()
        return "done"

    task = seen.tasks.run(work, then=seen.take)
    begun.wait(5)
    task.stop()
    finish(qtbot, seen.tasks)
    assert not (seen.results or seen.refused or seen.crashed)


def test_progress_is_told_with_stage_and_count(qtbot: QtBot) -> None:
    seen, steps = Seen(), []
    seen.tasks.stepped.connect(lambda _task, stage, done, total: steps.append((stage, done, total)))
    seen.tasks.run(lambda progress: progress.step("核对", 10, 10))
    finish(qtbot, seen.tasks)
    assert steps == [("核对", 10, 10)]


def test_answers_to_something_that_is_gone_are_dropped(qtbot: QtBot) -> None:
    seen, owner, go = Seen(), QObject(), threading.Event()
    seen.tasks.run(lambda _progress: go.wait(5), then=seen.take, owner=owner)
    owner.deleteLater()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    go.set()
    finish(qtbot, seen.tasks)
    assert not seen.results


def test_closing_finishes_edits_under_way_and_stops_longer_work(qtbot: QtBot) -> None:
    seen, begun, written = Seen(), threading.Event(), []

    def long(progress: Progress) -> None:
        for number in range(10**9):
            begun.set()
            progress.step("导入", number)

    seen.tasks.run(long, title="正在导入")
    seen.tasks.run(lambda _progress: written.append(1), writes=True)
    seen.tasks.run(lambda _progress: written.append(2), writes=True)
    begun.wait(5)
    seen.tasks.close()
    assert written == [1, 2]
    assert not seen.crashed
