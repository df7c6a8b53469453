#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks what every front end finds in one file.

    // RUN: %check %s [options]
    // CHECK-MESSAGES: :[[@LINE+1]]:3: warning: ... [async-blocking-call]
    // CHECK-MESSAGES: :[[@LINE+5]]:3: note: ...

The file is analysed by the driver with libstdc++ and with libc++, by the plugin
in stock clang-tidy with the first, and by async-clang-tidy, which is the
plugin's code again, with the second. All must say the same: the same places, the
same messages, the same notes, in the same order. FileCheck then
compares that with the comments. A warning or error that no comment expects is
a failure; with a comment CHECK-NOTES anywhere, an unexpected note is one too.

    -std=STANDARD          of the language, c++20 by default
    --stdlib=LIBRARY       only libstdc++ or only libc++
    --args=FLAGS           more compiler flags
    --rules=FILE           a file or folder of rules; may be repeated
    --config=KEY=VALUE     a check option; may be repeated
    --checks=GLOBS         async-* by default
"""

import argparse
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LINE = re.compile(r"(?P<path>[^\s:][^:]*):(?P<line>\d+):(?P<column>\d+): (?P<kind>warning|error|note): (?P<text>.*)")
PLACELESS = re.compile(r"(error|warning): .*")


class Failure(Exception):
    pass


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--no-plugin", action="store_true")
    parser.add_argument("-std", "--std", default="c++20")
    parser.add_argument("--stdlib", choices=["libstdc++", "libc++"])
    parser.add_argument("--args", default="")
    parser.add_argument("--rules", action="append", default=[])
    parser.add_argument("--config", action="append", default=[])
    parser.add_argument("--checks", default="async-*")
    parser.add_argument("file", type=pathlib.Path)
    return parser.parse_args()


def compiler_flags(args, stdlib):
    return [f"-std={args.std}", f"-stdlib={stdlib}", f"-I{HERE / 'checks'}", *shlex.split(args.args)]


def configuration(args, **more):
    options = dict(item.split("=", 1) for item in args.config)
    return "--config=" + json.dumps({"CheckOptions": {"async-tidy.ProjectRoot": str(HERE), **options, **more}})


def driver(args):
    rules = [f"--rules={rule}" for rule in args.rules]
    return [args.build / "bin/async-tidy", f"--checks={args.checks}", configuration(args), *rules]


def clang_tidy(args, program):
    rules = {"async-tidy.Rules": ";".join(map(os.path.abspath, args.rules))} if args.rules else {}
    return [*program, f"--checks=-*,{args.checks}", "--header-filter=.*", configuration(args, **rules)]


def front_ends(args, is_first, is_last):
    """Name, command, and the exit status that goes with findings, for the first or last standard library."""
    yield "async-tidy", driver(args), 1
    if is_first and not args.no_plugin:
        plugin = args.build / "lib/AsyncTidyModule.so"
        yield "plugin", clang_tidy(args, ["clang-tidy-19", f"--load={plugin}"]), 0
    if is_last or args.no_plugin:
        yield "async-clang-tidy", clang_tidy(args, [args.build / "bin/async-clang-tidy"]), 0


def findings(output):
    """The messages of an output, without code frames, each file by its path below test/."""
    for line in output.splitlines():
        match = LINE.fullmatch(line)
        if match:
            path = os.path.relpath(os.path.join(HERE, match["path"]), HERE)
            yield f"{path}:{match['line']}:{match['column']}: {match['kind']}: {match['text']}"
        elif PLACELESS.fullmatch(line):
            yield line


def run(name, command, found_status):
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    found = list(findings(result.stdout))
    expected = found_status if found else 0
    if result.returncode != expected:
        raise Failure(
            f"{name} exited with {result.returncode}, not {expected}\n"
            f"{shlex.join(map(str, command))}\n{result.stdout}{result.stderr}"
        )
    return found


def compare(reference, found, name, first_name):
    if found == reference:
        return
    only_first = "".join(f"  {line}\n" for line in reference if line not in found)
    only_this = "".join(f"  {line}\n" for line in found if line not in reference)
    raise Failure(
        f"front ends differ (or only in order, where nothing follows)\n"
        f"only {first_name} says:\n{only_first}only {name} says:\n{only_this}"
    )


def file_check(path, found):
    text = path.read_text(encoding="utf-8")
    kinds = "warning|error|note" if "CHECK-NOTES" in text else "warning|error"
    if not re.search(r"CHECK(-\w+)*:", text):
        if found:
            raise Failure("no finding was expected, but there are:\n" + "\n".join(found))
        return
    command = ["FileCheck", "--check-prefixes=CHECK-MESSAGES,CHECK-NOTES", "--allow-unused-prefixes"]
    command += ["--dump-input=never", f"--implicit-check-not={{{{{kinds}}}}}:", str(path)]
    result = subprocess.run(command, input="\n".join(found) + "\n", capture_output=True, text=True, check=False)
    if result.returncode:
        raise Failure(result.stderr + "\nall that was said:\n" + "\n".join(found))


def check(args):
    reference, first_name = None, ""
    stdlibs = [args.stdlib] if args.stdlib else ["libstdc++", "libc++"]
    for stdlib in stdlibs:
        for front_end, command, found_status in front_ends(args, stdlib == stdlibs[0], stdlib == stdlibs[-1]):
            name = f"{front_end} with {stdlib}"
            found = run(name, [*command, args.file, "--", *compiler_flags(args, stdlib)], found_status)
            if reference is None:
                reference, first_name = found, name
                file_check(args.file, reference)
            compare(reference, found, name, first_name)


def main():
    try:
        check(parse_arguments())
    except Failure as failure:
        sys.exit(str(failure))


if __name__ == "__main__":
    main()
