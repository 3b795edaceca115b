"""A process that builds with a cluster gives memory back."""

import platform
import subprocess
import sys

import pytest

# Each thread asks for memory while the others hold theirs; then the process tells of its heaps.
HEAPS = """
import ctypes, threading
{first}
all_here = threading.Barrier(4)
def ask():
    held = [bytes(1000) for _ in range(100)]
    all_here.wait()
threads = [threading.Thread(target=ask) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
libc = ctypes.CDLL(None)
libc.malloc_info(0, ctypes.c_void_p.in_dll(libc, "stdout"))
libc.fflush(None)
"""


def heaps(first: str) -> int:
    """How many heaps a process has whose threads ask for memory after that first statement."""
    command = [sys.executable, "-c", HEAPS.format(first=first)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    return told.stdout.count("<heap nr=")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has a heap for each thread")
def test_all_threads_share_one_heap_once_a_process_gives_memory_back() -> None:
    assert heaps("pass") > 1
    assert heaps("from showcase.work.own_cluster import give_back; give_back()") == 1
