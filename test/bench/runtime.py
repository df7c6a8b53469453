#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measures the reference runtime against Boost.Asio, on the same work.

await     awaiting a coroutine that is ready
spawn     starting a coroutine and awaiting its result
queue     passing numbers through a queue for 64

Cpu time, as a ratio to Asio's; both run in turn, several times, and the median
of the pairs is what counts. Exits with 1 when a ratio is above 2.

    test/bench/runtime.py [--runs=N]
"""

import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile

from speed import ROOT, pairs

COUNT = 1_000_000
LIMIT = 2


def build(folder, name):
    source, program = ROOT / f"test/bench/runtime_{name}.cpp", pathlib.Path(folder) / name
    flags = ["-std=c++20", "-O2", "-DNDEBUG", "-pthread", f"-I{ROOT / 'test/runtime'}"]
    subprocess.run(["clang++-19", *flags, source, "-o", program], check=True)
    return program


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    args = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        tide, asio = build(folder, "tide"), build(folder, "asio")
        for work in "await", "spawn", "queue":
            measured = pairs([tide, work, str(COUNT)], [asio, work, str(COUNT)], args.runs, measure=1)
            ratio = statistics.median(ours / theirs for ours, theirs in measured)
            print(f"{work}: ratio {ratio:.2f} (at most {LIMIT})")
            failed |= ratio > LIMIT
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
