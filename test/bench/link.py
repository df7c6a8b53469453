#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measures how long linking takes, and how much memory, on generated programs.

Three sizes, by default 250,000, 500,000 and 1,000,000 functions in a hundredth
as many summaries, each linked three times, of which the fastest counts: the others
tell of the machine. Claimed: the largest takes less than half a minute of cpu time,
and time and memory per function of the largest are at most 1.5 times those of
the smallest. Exits with 1 when that does not hold.

    test/bench/link.py [--build=FOLDER] [--functions=N]
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RUNS = 3
CPU_LIMIT = 30
GROWTH_LIMIT = 1.5


def link(tool, folder):
    """Wall time and cpu time in seconds, memory in MB, findings."""
    names = folder / "summaries"
    names.write_text("\n".join(str(f) for f in sorted(folder.glob("*.sum"))), encoding="utf-8")
    command = [tool, "--link", f"@{names}", "--report=text:/dev/null", f"--project-root={folder}"]
    start = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    log = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(log)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, log.splitlines()[-1].split(" finding")[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--functions", type=int, default=1_000_000)
    args = parser.parse_args()
    subprocess.run(["cmake", "--build", args.build, "--target", "asyncProgramGenerator"], check=True,
                   stdout=subprocess.DEVNULL)
    costs = []
    for functions in (args.functions // 4, args.functions // 2, args.functions):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            subprocess.run([args.build / "bin/asyncProgramGenerator", str(functions), folder], check=True)
            size = sum(f.stat().st_size for f in folder.glob("*.sum")) / 1e6
            runs = [link(args.build / "bin/async-tidy", folder) for _ in range(RUNS)]
            wall, cpu, memory, findings = min(runs, key=lambda run: run[1])
        print(f"link: {functions} functions in {functions // 100} summaries ({size:.0f} MB): "
              f"{wall:.1f} s, {cpu:.1f} s of cpu, {memory:.0f} MB, {findings} findings", flush=True)
        costs.append((functions, cpu, memory))
    first, last = costs[0], costs[-1]
    cpu_growth = last[1] / last[0] * first[0] / first[1]
    memory_growth = last[2] / last[0] * first[0] / first[2]
    print(f"link: per function {cpu_growth:.2f} times the cpu time and {memory_growth:.2f} times the memory "
          f"(at most {GROWTH_LIMIT})")
    holds = last[1] <= CPU_LIMIT and cpu_growth <= GROWTH_LIMIT and memory_growth <= GROWTH_LIMIT
    sys.exit(0 if holds else 1)


if __name__ == "__main__":
    main()
