#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Builds a GoogleTest program for the runtime in every way that it must work, and runs it.

The one without optimisation shows that the stack does not grow where the compiler makes no tail calls.
"""

import argparse
import os
import pathlib
import subprocess
import sys

COMMON = ["-std=c++20", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Werror", "-g1", "-pthread"]
BUILDS = {
    "gcc": ["g++-12", "-O0"],
    "clang": ["clang++-19", "-O2"],
    "asan": ["clang++-19", "-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"],
    "tsan": ["clang++-19", "-O1", "-fsanitize=thread"],
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source")
    parser.add_argument("output", help="what the programs' names begin with")
    parser.add_argument("--only", choices=BUILDS, action="append", help="leave the other builds out")
    parser.add_argument("--repeat", type=int, default=1, help="how often each program runs its tests")
    args = parser.parse_args()
    include = pathlib.Path(__file__).resolve().parent
    environment = {**os.environ, "TSAN_OPTIONS": "halt_on_error=1", "ASAN_OPTIONS": "detect_stack_use_after_return=1"}
    for name in args.only or BUILDS:
        program = f"{args.output}-{name}"
        compile_it = [*BUILDS[name], *COMMON, f"-I{include}", args.source, "-lgtest", "-lgtest_main", "-o", program]
        run_it = [program, "--gtest_brief=1", f"--gtest_repeat={args.repeat}", "--gtest_break_on_failure"]
        for command in compile_it, run_it:
            print("+", *command, flush=True)
            status = subprocess.run(command, env=environment, check=False).returncode
            if status != 0:
                sys.exit(f"{name}: exit status {status}")


if __name__ == "__main__":
    main()
