#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks docs/runtime.md against the runtime.

The example compiles and prints what the page shows; every statement of the
table compiles, among the names that Inputs/runtime.h declares; declarations,
handlers and environment variables are looked for in the headers.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RUNTIME = ROOT / "test/runtime"
COMPILE = ["clang++-19", "-std=c++20", "-pthread", f"-I{RUNTIME}", f"-I{HERE / 'Inputs'}"]


def check_example(page, folder):
    source = re.search(r"```cpp\n(.*?)```", page, re.DOTALL)[1]
    console = re.search(r"```console\n\$ [^\n]*\n(.*?)```", page, re.DOTALL)[1]
    (folder / "report.cpp").write_text(source, encoding="utf-8")
    program = folder / "report"
    subprocess.run([*COMPILE, folder / "report.cpp", "-o", program], check=True)
    run = subprocess.run([program], check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if run.stdout != console:
        sys.exit(f"the example prints\n{run.stdout}instead of\n{console}")


def table(page):
    """The right cells of the first table."""
    lines = page.split("## From asyncio")[1].split("\n## ")[0].splitlines()
    rows = [line for line in lines if line.startswith("| `")]
    return [re.findall(r"`([^`]*)`", row.rsplit(" | ", 1)[1]) for row in rows]


def check_table(page, folder):
    headers = "".join(path.read_text(encoding="utf-8") for path in (RUNTIME / "tide").iterdir())
    functions = []
    for cell in table(page):
        for code in cell:
            if code.endswith(";"):
                kind = "task<> " if "co_await" in code else "void "
                functions.append(f"{kind}row{len(functions)}(names &all) {{\n"
                                 "  auto &[t, tasks, group, scope, when, semaphore, mutex, event, condition, guard, queue, "
                                 "pool, loop, stream, port, text, f, ready] = all;\n"
                                 f"  {{ {code.replace('queue<int>', 'tide::queue<int>')} }}\n}}\n")
                continue
            for name in re.findall(r"\w{6,}", code.split("=")[0]):
                if name not in headers and name not in {"catch", "const", "lines", "failed"}:
                    sys.exit(f"docs/runtime.md: '{name}' of '{code}' is nowhere in the runtime")
    source = folder / "table.cpp"
    # The page's main is a coroutine.
    source.write_text('#define main page_main\n#include "runtime.h"\n' + "".join(functions), encoding="utf-8")
    subprocess.run([*COMPILE, "-Wno-unused", "-fsyntax-only", source], check=True)
    print(f"{len(functions)} statements compile")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    folder = parser.parse_args().folder
    os.makedirs(folder, exist_ok=True)
    page = (ROOT / "docs/runtime.md").read_text(encoding="utf-8")
    check_example(page, folder)
    check_table(page, folder)


if __name__ == "__main__":
    main()
