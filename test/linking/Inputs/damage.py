# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""damage.py GOOD BAD -- COMMAND...: writes GOOD to BAD with a mistake, again and again, and runs the command.

It must exit with 2 and report the same each time, and tell of BAD in one line."""

import random
import subprocess
import sys

good, bad, command = sys.argv[1], sys.argv[2], sys.argv[4:]
content = open(good, "rb").read()
choose = random.Random(3)


def damaged():
    body = content.index(b"\n") + 1
    for _ in range(15):
        yield content[: choose.randrange(body, len(content))]
        place, bit = choose.randrange(body, len(content)), 1 << choose.randrange(8)
        yield content[:place] + bytes([content[place] ^ bit]) + content[place + 1 :]
        yield content[:place] + bytes([choose.randrange(256)]) + content[place:]
    yield content + b"\0"
    yield content + content


reports = set()
for broken in damaged():
    with open(bad, "wb") as file:
        file.write(broken)
    result = subprocess.run(command, capture_output=True, text=True)
    reports.add(result.stdout)
    lines = result.stderr.splitlines()
    if result.returncode != 2 or len(lines) != 1 or "is damaged; make it again" not in lines[0]:
        sys.exit(f"exit status {result.returncode}\n{result.stderr}\nwith {broken!r}")
if len(reports) != 1 or "warning:" not in reports.pop():
    sys.exit("the other files are not reported, or not always alike")
