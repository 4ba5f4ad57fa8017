"""What a process that reads a strange file may use: memory, processor time; it leaves no core file behind."""

from __future__ import annotations

import contextlib
import sys

_DIE_WITH_PARENT = 1
_LIMIT_PROCESS_TIME = 0x00000002
_LIMIT_PROCESS_MEMORY = 0x00000100
_DIE_ON_UNHANDLED_EXCEPTION = 0x00000400
_EXTENDED_LIMITS = 9
_TICKS_PER_SECOND = 10_000_000


def set_bounds(memory_mb: int, seconds: int) -> None:
    """Bound this process for the rest of its life; on Linux it also dies with its parent."""
    if sys.platform == "win32":
        _set_job_limits(memory_mb * 1024 * 1024, seconds)
        return
    import resource

    memory = memory_mb * 1024 * 1024
    for what, soft, hard in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, seconds, seconds + 1),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (soft, hard))
    if sys.platform == "linux":
        import ctypes
        import signal

        with contextlib.suppress(OSError):
            ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


if sys.platform == "win32":

    def _set_job_limits(memory: int, seconds: int) -> None:
        """Put this process into a job object of its own with these limits; without one it runs unbounded."""
        import ctypes
        from ctypes import wintypes

        class Basic(ctypes.Structure):
            _fields_ = [
                ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
                ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
                ("LimitFlags", wintypes.DWORD),
                ("MinimumWorkingSetSize", ctypes.c_size_t),
                ("MaximumWorkingSetSize", ctypes.c_size_t),
                ("ActiveProcessLimit", wintypes.DWORD),
                ("Affinity", ctypes.c_size_t),
                ("PriorityClass", wintypes.DWORD),
                ("SchedulingClass", wintypes.DWORD),
            ]

        class Extended(ctypes.Structure):
            _fields_ = [
                ("BasicLimitInformation", Basic),
                ("IoInfo", ctypes.c_ulonglong * 6),
                ("ProcessMemoryLimit", ctypes.c_size_t),
                ("JobMemoryLimit", ctypes.c_size_t),
                ("PeakProcessMemoryUsed", ctypes.c_size_t),
                ("PeakJobMemoryUsed", ctypes.c_size_t),
            ]

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = [
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.c_void_p,
            wintypes.DWORD,
        ]
        kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
        limits = Extended()
        limits.BasicLimitInformation.LimitFlags = (
            _LIMIT_PROCESS_TIME | _LIMIT_PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION
        )
        limits.BasicLimitInformation.PerProcessUserTimeLimit = seconds * _TICKS_PER_SECOND
        limits.ProcessMemoryLimit = memory
        job = kernel.CreateJobObjectW(None, None)
        if job:
            kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
