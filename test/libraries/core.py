#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Spells core.cpp.in with one library's names, and checks what is found.

    core.py FOLDER OUTPUT -- COMMAND...

FOLDER/spelling.json has the names:

    includes, args    of the compiler; %S in args is the folder
    globals, prelude  declarations in front of all, statements in front of each
                      coroutine's; empty if left out
    task_void, task_int, timer_advice
    sleep, bridge, offload, loop_callback, awaited_child
                      null where the library has none; notes say why. The last
                      one is child() if left out
    done              what ends a coroutine: co_return; if left out
    silent            those of bridge, offload and loop_callback that are spelt,
                      but of which nothing can be found; notes say why
    std, stdlib       passed to COMMAND, if given
"""

import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PARTS = ("sleep", "bridge", "offload", "loop_callback", "awaited_child")
DEFAULTS = {"globals": "", "prelude": "", "awaited_child": "child()", "done": "co_return;"}


def spelt(text, spelling):
    spelling = {**DEFAULTS, **spelling}
    for part in PARTS:
        keep = r"\1" if spelling.get(part) else ""
        text = re.sub(rf"^@if {part}\n(.*?)^@end\n", keep, text, flags=re.MULTILINE | re.DOTALL)
    for part in spelling.get("silent", []):
        text = re.sub(rf"(@{part}@;\n) *// CHECK-MESSAGES: .*\n", r"\1", text)
    names = dict(spelling)
    names["includes"] = "\n".join(f"#include {name}" for name in spelling["includes"])
    return re.sub(r"@(\w+)@", lambda name: names[name[1]], text)


def main():
    folder, output, _, *command = sys.argv[1:]
    folder, output = pathlib.Path(folder), pathlib.Path(output)
    spelling = json.loads((folder / "spelling.json").read_text(encoding="utf-8"))
    source = spelt((HERE / "core.cpp.in").read_text(encoding="utf-8"), spelling)
    output.write_text(source, encoding="utf-8")
    flags = [f"--args={spelling['args'].replace('%S', str(folder))}"]
    for name in "std", "stdlib":
        if name in spelling:
            flags.append(f"--{name}={spelling[name]}")
    sys.exit(subprocess.run([*command, *flags, output], check=False).returncode)


if __name__ == "__main__":
    main()
