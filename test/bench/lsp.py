#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measures what docs/editors.md claims about the language server.

edit      how long the answer to an edit in a function takes, from the editor's
          change to what it is told, as a ratio to the time that the first answer
          took, when the file was opened (at most 0.25)
memory    how much more memory the server has after all edits than it had after a
          tenth of them (at most 1.1 times as much)

The file is one of the demo's, on Boost.Asio. Exits with 1 when a claim does not
hold.

    test/bench/lsp.py [--edits=N] [--build=FOLDER] [FILE [compiler flags]]
"""

import argparse
import pathlib
import statistics
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "test/editor"))

from lsp_client import Editor  # noqa: E402

EDIT_LIMIT = 0.25
MEMORY_LIMIT = 1.1


def memory(process):
    """The resident memory of a process, in MB."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def measure(editor, file, edits):
    """Seconds of the first answer, seconds of those to edits, MB after each."""
    uri, text = file.resolve().as_uri(), file.read_text(encoding="utf-8")
    start = time.perf_counter()
    editor.open(uri, text)
    known = editor.findings(uri, 1)
    first = time.perf_counter() - start
    answers, sizes = [], []
    for version in range(2, edits + 2):
        start = time.perf_counter()
        editor.change(uri, version, f"{text}\nstatic int edit{version}() {{ return {version}; }}\n")
        if len(editor.findings(uri, version)) != len(known):
            sys.exit(f"the findings changed with edit {version}")
        answers.append(time.perf_counter() - start)
        sizes.append(memory(editor.process))
    return first, answers, sizes


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edits", type=int, default=50)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("file", type=pathlib.Path, nargs="?", default=ROOT / "test/fixtures/demo/Server.cpp")
    parser.add_argument("flags", nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    flags = arguments.flags or ["-std=c++20"]
    editor = Editor([arguments.build / "bin/async-tidy", "--lsp", "--checks=async-*", "--", *flags])
    first, answers, sizes = measure(editor, arguments.file, arguments.edits)
    editor.close()

    ratio = statistics.median(answers) / first
    print(f"edit: {statistics.median(answers):.3f} s after {first:.3f} s, ratio {ratio:.3f} (at most {EDIT_LIMIT})")
    early, late = sizes[len(sizes) // 10], sizes[-1]
    print(f"memory: {early:.0f} MB, then {late:.0f} MB (at most {MEMORY_LIMIT} times as much)")
    return ratio <= EDIT_LIMIT and late <= early * MEMORY_LIMIT


if __name__ == "__main__":
    sys.exit(not main())
