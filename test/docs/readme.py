#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks that the README is true.

- what its console block shows is what the command in it prints
- its table has every check, with the tier and summary of the check's page
- the commands it tells people to type exist
"""

import argparse
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def fact(page, key):
    return re.search(rf"^{key}: (.*)$", page, re.MULTILINE).group(1)


def missing_rows(readme):
    for path in sorted((ROOT / "docs/checks").glob("*.md")):
        page = path.read_text(encoding="utf-8")
        name, tier, summary = (fact(page, key) for key in ("check", "tier", "summary"))
        row = f"| [{name}](docs/checks/{path.name}) | {tier} | {summary} |"
        if row not in readme:
            yield f"README.md: this row is missing from the checks: {row}"


def missing_lines(readme, printed):
    block = re.search(r"```console\n\$ (?P<command>.*)\n(?P<output>(?:.*\n)*?)```", readme)
    for line in block["output"].splitlines():
        if line not in printed:
            yield f"README.md: './dev demo' does not print: {line}"
    if block["command"] not in printed:
        yield f"README.md: './dev demo' does not run: {block['command']}"


def unknown_commands(readme, help_text):
    for command in sorted(set(re.findall(r"\./dev [a-z]+", readme))):
        if command not in help_text:
            yield f"README.md: './dev help' does not know: {command}"


def broken_links(readme):
    for target in re.findall(r"\]\(([^)#:]+)\)", readme):
        if not (ROOT / target).exists():
            yield f"README.md: there is no {target}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--demo", type=pathlib.Path, required=True, help="what ./dev demo printed")
    demo = parser.parse_args().demo.read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    help_text = subprocess.run([ROOT / "dev", "help"], capture_output=True, text=True, check=True).stdout
    mistakes = [
        *missing_rows(readme),
        *missing_lines(readme, demo),
        *unknown_commands(readme, help_text),
        *broken_links(readme),
    ]
    sys.exit("\n".join(mistakes) or 0)


if __name__ == "__main__":
    main()
