#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks docs/reports.md and docs/ci.md: reports.py FOLDER TOOL INCLUDES.

- each example of a format is what the tool says about the example's source
- the recipes are YAML, and their commands write the reports they upload
"""

import json
import pathlib
import re
import subprocess
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SECTIONS = {
    "Text": "text",
    "JSON": "json",
    "SARIF": "sarif",
    "GitHub annotations": "github",
    "GitLab code quality": "gitlab",
    "reviewdog": "rdjson",
}


def block(section, kind):
    return re.search(rf"```{kind}\n(.*?)```", section, re.DOTALL)[1]


def run(folder, command, codes=(1,)):
    result = subprocess.run(command, cwd=folder, shell=isinstance(command, str), capture_output=True, text=True)
    if result.returncode not in codes:
        sys.exit(f"{command}: exit code {result.returncode}\n{result.stderr}")
    return result.stdout


def example(folder, page, includes):
    """The project that the pages speak of."""
    (folder / ".git").mkdir()
    (folder / "src").mkdir()
    (folder / "build").mkdir()
    (folder / "src/task.h").write_text('#include "coroutine.h"\n', encoding="utf-8")
    (folder / "src/server.cpp").write_text(block(page, "cpp"), encoding="utf-8")
    entry = {
        "directory": str(folder / "build"),
        "file": "../src/server.cpp",
        "command": f"c++ -std=c++20 -isystem {includes} -c ../src/server.cpp",
    }
    (folder / "build/compile_commands.json").write_text(json.dumps([entry]), encoding="utf-8")


def check_formats(folder, page, tool):
    for title, form in SECTIONS.items():
        section = page.split(f"\n## {title}\n")[1].split("\n## ")[0]
        printed = run(folder, [tool, "-p", "build", "--quiet", f"--report={form}"])
        if form in ("text", "github"):
            shown = block(section, "text")
        else:
            shown, printed = json.loads(block(section, "json")), json.loads(printed)
        if form == "sarif":
            printed = printed["runs"][0]["results"][0]
        if shown != printed:
            sys.exit(f"docs/reports.md: the example of {form} should be\n{printed}")


def check_recipes(folder, page, tool):
    for recipe in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL):
        yaml.safe_load(recipe)
        for command in re.findall(r"(?:run:|-) (async-tidy -p .*--report.*)", recipe):
            run(folder, command.split(" | ")[0].replace("async-tidy", tool, 1))
        for report in re.findall(r"(?:sarif_file|codequality): (.*)", recipe):
            json.loads((folder / report).read_text(encoding="utf-8"))


def main():
    folder, tool, includes = sys.argv[1:]
    folder = pathlib.Path(folder)
    page = (ROOT / "docs/reports.md").read_text(encoding="utf-8")
    example(folder, page, includes)
    check_formats(folder, page, tool)
    check_recipes(folder, (ROOT / "docs/ci.md").read_text(encoding="utf-8"), tool)


if __name__ == "__main__":
    main()
