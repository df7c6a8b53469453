#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measures what README and docs claim about speed.

startup   how much more cpu time `async-tidy --list-checks`, which reads all the
          rules, takes than an empty program that links libclang-cpp (at most 2 ms)
parse     the driver's cpu time on a Boost.Asio file, as a ratio to that of
          `clang++-19 -fsyntax-only` on the same file (at most 0.6)
flow      the same file with all checks, as a ratio to the cpu time with one that
          follows no paths and no calls (at most 1.05)
rules     the same file with all built-in rules, as a ratio to the cpu time with
          those of Asio and the standard library alone (at most 1.02)

Both run in turn, several times; the median of the pairs is what counts. Exits
with 1 when a claim does not hold.

    test/bench/speed.py [--runs=N] [--build=FOLDER] [FILE [compiler flags]]
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LLVM_LIBRARIES = "/usr/lib/llvm-19/lib"
STARTUP_LIMIT = 0.002
PARSE_LIMIT = 0.6
FLOW_LIMIT = 1.05
RULES_LIMIT = 1.02


def run(command):
    """Wall time and cpu time of a command, in seconds."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))} exited with {process.returncode}\n{errors.decode()}")
    return wall, usage.ru_utime + usage.ru_stime


def pairs(first, second, runs, measure):
    """Measures of both commands, run in turn after one run each to warm up."""
    run(first), run(second)
    return [(run(first)[measure], run(second)[measure]) for _ in range(runs)]


def empty_program(folder):
    source, program = folder / "empty.cpp", folder / "empty"
    source.write_text("int main() {}\n", encoding="utf-8")
    libraries = ["-Wl,--no-as-needed", f"{LLVM_LIBRARIES}/libclang-cpp.so.19.1", f"{LLVM_LIBRARIES}/libLLVM.so.19.1"]
    subprocess.run(["clang++-19", "-O2", source, "-o", program, *libraries], check=True)
    return program


def startup(driver, runs):
    with tempfile.TemporaryDirectory() as folder:
        measured = pairs([driver, "--list-checks"], [empty_program(pathlib.Path(folder))], 9 * runs, measure=1)
    longer = statistics.median(ours - empty for ours, empty in measured)
    print(f"startup: {longer * 1e3:+.1f} ms (at most {STARTUP_LIMIT * 1e3:.0f} ms)")
    return longer <= STARTUP_LIMIT


def rules(driver, file, flags, runs):
    libraries = {path.stem for path in (ROOT / "rules").glob("*.yaml")} - {"asio", "std"}
    with tempfile.TemporaryDirectory() as folder:
        few = pathlib.Path(folder) / "few.yaml"
        few.write_text(f"schema: 1\nlibrary: few\ndisables: [{', '.join(sorted(libraries))}]\n", encoding="utf-8")
        command = [driver, "--checks=async-*", file]
        measured = pairs([*command, "--", *flags], [*command, f"--rules={few}", "--", *flags], 2 * runs, measure=1)
    ratio = statistics.median(a / b for a, b in measured)
    print(f"rules: ratio {ratio:.3f} (at most {RULES_LIMIT})")
    return ratio <= RULES_LIMIT


def flow(driver, file, flags, runs):
    all_checks, one_check = ([driver, f"--checks={checks}", file, "--", *flags] for checks in ["async-*", "async-erased-task"])
    ratio = statistics.median(a / b for a, b in pairs(all_checks, one_check, 2 * runs, measure=1))
    print(f"flow: ratio {ratio:.3f} (at most {FLOW_LIMIT})")
    return ratio <= FLOW_LIMIT


def parse(driver, file, flags, runs):
    ours = [driver, "--checks=async-*", file, "--", *flags]
    clang = ["clang++-19", "-fsyntax-only", *flags, file]
    measured = pairs(ours, clang, runs, measure=1)
    ours, clang = map(statistics.median, zip(*measured))
    ratio = statistics.median(a / b for a, b in measured)
    print(f"parse: async-tidy {ours:.2f} s cpu, clang++-19 -fsyntax-only {clang:.2f} s cpu")
    print(f"parse: ratio {ratio:.2f} (at most {PARSE_LIMIT})")
    return ratio <= PARSE_LIMIT


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("file", nargs="?", default=ROOT / "test/fixtures/demo/Server.cpp")
    args, flags = parser.parse_known_args()
    driver = args.build / "bin/async-tidy"
    good = startup(driver, args.runs)
    good &= parse(driver, args.file, flags or ["-std=c++20"], args.runs)
    good &= flow(driver, args.file, flags or ["-std=c++20"], args.runs)
    good &= rules(driver, args.file, flags or ["-std=c++20"], args.runs)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
