#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs what guides tell people to type, in a small project with a mistake.

Of their blocks of sh and YAML every command that starts with `async-tidy` has to do
its job: exit code 0 or 1, not 2. So have those that make what it reads.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys

import yaml

COMMANDS = ("async-tidy ", "clang-tidy-19 ", "mkdir ")
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GIT = ["git", "-c", "user.name=t", "-c", "user.email=t@t", "-c", "init.defaultBranch=main"]
SOURCE = '#include "coroutine.h"\ntask sleepy() {\n  usleep(1);\n  co_return;\n}\n'


def texts(value):
    """All texts in a YAML document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


def commands(page):
    for language, block in re.findall(r"^```(sh|yaml)\n(.*?)^```", page, re.MULTILINE | re.DOTALL):
        lines = block.splitlines() if language == "sh" else texts(yaml.safe_load(block))
        yield from (line.split(" | ")[0] for line in lines if line.startswith(COMMANDS))


def make_project(folder):
    (folder / "src").mkdir(parents=True)
    (folder / "build").mkdir()
    (folder / "src/server.cpp").write_text(SOURCE, encoding="utf-8")
    flags = ["c++", "-std=c++20", f"-isystem{ROOT}/test/driver/Inputs", "-c", "src/server.cpp"]
    entry = {"directory": str(folder), "file": "src/server.cpp", "arguments": flags}
    (folder / "build/compile_commands.json").write_text(json.dumps([entry]), encoding="utf-8")
    for arguments in (["init", "-q"], ["add", "src"], ["commit", "-q", "-m", "first"],
                      ["update-ref", "refs/remotes/origin/main", "HEAD"]):
        subprocess.run([*GIT, *arguments], cwd=folder, check=True)


def check_hooks(run):
    """What pre-commit does with the hooks."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in hooks:
        assert hook["language"] == "system" and hook["require_serial"], hook
        is_source = re.compile(hook.get("files", ""))
        assert all(is_source.search(f"a.{end}") for end in ("cpp", "cc", "cxx", "C")), hook
        by_name = hook.get("pass_filenames", True)
        assert not by_name or not is_source.search("a.h"), hook
        yield run(hook["entry"] + (" src/server.cpp" if by_name else " -p build"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("pages", nargs="+")
    options = parser.parse_args()
    folder = options.folder.resolve()
    make_project(folder)
    build = options.build.resolve()
    environment = {**os.environ, "PATH": f"{build}/bin:{os.environ['PATH']}",
                   "LD_LIBRARY_PATH": f"{build}/lib"}

    def run(command):
        done = subprocess.run(command, shell=True, cwd=folder, env=environment, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        print(f"$ {command}\n{done.stdout}exit code {done.returncode}")
        return done.returncode in (0, 1)

    worked = []
    for page in options.pages:
        found = list(commands((ROOT / page).read_text(encoding="utf-8")))
        if not found:
            sys.exit(f"{page}: no command was found")
        worked += map(run, found)
    worked += check_hooks(run)
    sys.exit(0 if all(worked) else "a command could not do its job")


if __name__ == "__main__":
    main()
