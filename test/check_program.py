#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks what is found in a program of several files, whichever way it is put together.

    RUN: %check-program %s %t [options]

    #--- a.cpp
    void helper();
    co::task<> serve() {
      helper();
    // CHECK: a.cpp:[[@LINE-1]]:3: warning: call to 'helper' blocks {{.*}}
    // CHECK: b.cpp:[[nap]]:17: note: 'helper' calls 'usleep' here
      co_return;
    }
    #--- b.cpp
    #include <unistd.h>
    void helper() { usleep(1); } // #nap

The test is split into a folder below %t, where the files keep their line numbers;
it is the project, unless one of the files is in a .git. Without a
compile_commands.json among them, every .cpp file is compiled as C++20; task.h is
found in either case, and the rules about it. The program is then analysed

    at once     all of the database with one job
    reversed    the database from its end, with two jobs
    linked      a summary of each file by itself, linked in some other order
    moved       the same with the summaries of a copy, linked where the first one is
    indexed     each file by itself with an index of the program
    clang-tidy  the same with the plugin for the first file, and with
                async-clang-tidy for the others

All must find the same, the first four down to the last byte of both reports.
FileCheck then compares that with the comments: whole lines, `// #name` in a line makes
[[name]] its number. What no comment expects is a failure, but for the notes that
begin with "instead", which are left out.

    --checks=GLOBS         -*,async-blocking-call by default; empty: as configured
    --config=KEY=VALUE     a check option; may be repeated; in place of .clang-tidy
    --root=FOLDER          the project root, below the folder of the program
    --option=OPTION        one more for async-tidy and clang-tidy, in which [[name]]
                           is the number of a line, too; may be repeated
    --no-tidy-notes        clang-tidy leaves out or misplaces notes
    --no-plugin            async-clang-tidy for all files
"""

import argparse
import difflib
import json
import os
import pathlib
import random
import re
import shlex
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
INPUTS = HERE / "linking/Inputs"
RULES = INPUTS / "co.yaml"
CHECK = re.compile(r"CHECK(-\w+)?:")
LABEL = re.compile(r"// #(\w+)$")
MESSAGE = re.compile(r"(?P<path>[^\s:][^:]*):(?P<line>\d+):(?P<column>\d+): (?P<kind>warning|error|note): (?P<text>.*)")
PLACELESS = re.compile(r"(?P<kind>warning|error|note): (?P<text>.*)")


class Failure(Exception):
    pass


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--no-plugin", action="store_true")
    parser.add_argument("--no-tidy-notes", action="store_true")
    parser.add_argument("--checks", default="-*,async-blocking-call")
    parser.add_argument("--config", action="append", default=[])
    parser.add_argument("--root", default=".")
    parser.add_argument("--option", action="append", default=[])
    parser.add_argument("test", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    return parser.parse_args()


class Tree:
    """A copy of the program, and what is made of it, which lies beside it."""

    def __init__(self, folder, root):
        self.folder = folder
        self.root = folder / root
        self.made = folder.parent / f"{folder.name}-made"
        self.made.mkdir()

    def commands(self):
        written = self.folder / "compile_commands.json"
        if written.exists():
            commands = json.loads(written.read_text(encoding="utf-8"))
        else:
            sources = sorted(path.relative_to(self.folder) for path in self.folder.rglob("*.cpp"))
            commands = [
                {"directory": ".", "file": str(path), "command": f"c++ -std=c++20 -I. -c {path}"} for path in sources
            ]
        return [{**command, "directory": str(self.folder / command["directory"])} for command in commands]

    def sources(self):
        """All main files, each once, and absolute."""
        return list(dict.fromkeys(os.path.join(c["directory"], c["file"]) for c in self.commands()))

    def database(self, name="compile", backwards=False):
        folder = self.made / name
        folder.mkdir(exist_ok=True)
        commands = self.commands()[:: -1 if backwards else 1]
        (folder / "compile_commands.json").write_text(json.dumps(commands), encoding="utf-8")
        return folder

    def copy(self, to):
        shutil.copytree(self.folder, to)
        return Tree(to, os.path.relpath(self.root, self.folder))


def split(test, folder):
    shutil.rmtree(folder, ignore_errors=True)
    program = folder / "program"
    folder.mkdir(parents=True)
    subprocess.run(["split-file", "--leading-lines", test, program], check=True)
    if not list(program.rglob(".git")):
        (program / ".git").mkdir()
    return program


class Checker:
    def __init__(self, args):
        self.args = args
        args.build, args.folder = args.build.absolute(), args.folder.absolute()
        self.first = Tree(split(args.test, args.folder), args.root)
        for label, number in labels(args.test):
            args.option = [option.replace(f"[[{label}]]", str(number)) for option in args.option]

    # What is run, and what it says

    def configuration(self, **more):
        options = dict(item.split("=", 1) for item in self.args.config)
        if not options and not more:
            return []
        return ["--config=" + json.dumps({"CheckOptions": {**options, **more}})]

    def common(self):
        checks = [f"--checks={self.args.checks}"] if self.args.checks else []
        return [f"--extra-arg=-isystem{INPUTS}", *checks, *self.args.option]

    def run(self, name, tree, command, statuses, must_be_quiet=True):
        command = list(map(str, command))
        result = subprocess.run(command, cwd=tree.root, capture_output=True, text=True, check=False)
        if result.returncode not in statuses(result.stdout) or (must_be_quiet and result.stderr):
            raise Failure(
                f"{name}: exit status {result.returncode}, or unexpected words on standard error\n"
                f"cd {tree.root} && {shlex.join(command)}\n{result.stdout}{result.stderr}"
            )
        return result.stdout

    def tidy(self, name, tree, *options, reports=True):
        """What the driver says in both formats."""
        found = tree.made / f"{name.replace(' ', '-')}.json"
        command = [self.args.build / "bin/async-tidy", "--quiet", *options]
        if reports:
            command += ["--report=text", f"--report=json:{found}"]
        text = self.run(name, tree, command, lambda said: [1 if reports and said else 0])
        return text, found.read_text(encoding="utf-8") if reports else ""

    def analysing(self, tree):
        root = [] if self.args.root == "." else [f"--project-root={tree.root}"]
        return [*self.common(), f"--rules={RULES}", *root, *self.configuration()]

    # The ways to put a program together

    def at_once(self):
        tree = self.first
        return self.tidy("at once", tree, "-j1", "-p", tree.database(), *self.analysing(tree))

    def reversed(self):
        tree = self.first
        database = tree.database("reversed", backwards=True)
        return self.tidy("reversed", tree, "-j2", "-p", database, *self.analysing(tree))

    def summaries(self, tree):
        database = tree.database()
        for number, source in enumerate(tree.sources()):
            summary = tree.made / f"{number}.sum"
            self.tidy(
                f"summary of {os.path.basename(source)}",
                tree,
                f"--write-summary={summary}",
                "-p",
                database,
                source,
                *self.analysing(tree),
                reports=False,
            )
            yield summary

    def linked(self, tree, name, *options):
        summaries = list(self.summaries(tree))
        random.Random(7).shuffle(summaries)
        return self.tidy(name, self.first, "--link", f"--project-root={self.first.root}", *summaries, *options)

    def index(self):
        return self.first.made / "program.index"

    def linked_here(self):
        return self.linked(self.first, "linked", f"--write-index={self.index()}")

    def moved(self):
        return self.linked(self.first.copy(self.args.folder / "moved/deep/program"), "moved")

    def indexed(self):
        tree = self.first
        for source in tree.sources():
            name = f"index for {os.path.basename(source)}"
            options = [f"--index={self.index()}", "-p", tree.database(), source, *self.analysing(tree)]
            yield from messages(self.tidy(name, tree, *options)[0], tree)

    def clang_tidy(self):
        tree = self.first.copy(self.args.folder / "tidied")
        shutil.copy(self.index(), tree.root / "program.index")
        own = {"async-tidy.Index": "program.index", "async-tidy.Rules": str(RULES)}
        if self.args.root != ".":
            own["async-tidy.ProjectRoot"] = str(tree.root)
        configs = list(tree.folder.rglob(".clang-tidy"))
        if configs and not self.args.config:
            for config in configs:
                add_options(config, own)
            config = []
        else:
            config = self.configuration(**own)
        is_filtered = any("header-filter" in option for option in self.args.option)
        options = ["--quiet", *self.common(), *config, *([] if is_filtered else ["--header-filter=.*"])]
        options += ["-p", tree.database()]
        for number, source in enumerate(tree.sources()):
            plugin = [f"--load={self.args.build / 'lib/AsyncTidyModule.so'}"]
            program = ["clang-tidy-19", *plugin] if number == 0 and not self.args.no_plugin else [
                self.args.build / "bin/async-clang-tidy"
            ]
            said = self.run(
                f"clang-tidy for {os.path.basename(source)}",
                tree,
                [*program, *options, source],
                lambda said: [1 if "error:" in said else 0],
                must_be_quiet=False,
            )
            yield from messages(said, tree, tree.folder)

    # What they must agree on

    def check(self):
        reports = self.at_once()
        first = messages(reports[0], self.first)
        file_check(self.args.test, first)
        for name, way in (("reversed", self.reversed), ("linked", self.linked_here), ("moved", self.moved)):
            for mine, other in zip(reports, way()):
                compare(mine, other, name)
        compare(as_text(first), as_text(merged(self.indexed())), "indexed")
        tidied = merged(self.clang_tidy())
        if self.args.no_tidy_notes:
            first, tidied = ([finding[:1] for finding in findings] for findings in (first, tidied))
        compare(as_text(first), as_text(tidied), "clang-tidy")


def add_options(config, options):
    # Only tests with configurations of their own need it.
    import yaml

    content = yaml.safe_load(config.read_text(encoding="utf-8")) or {}
    content["CheckOptions"] = {**content.get("CheckOptions", {}), **options}
    config.write_text(yaml.safe_dump(content), encoding="utf-8")


def messages(report, tree, folder=None):
    """The findings of a text report: lists of places and texts, the warning first. Paths are relative to the root;
    in the report to the folder, if it is another."""
    findings = []
    for line in report.splitlines():
        match = MESSAGE.fullmatch(line) or PLACELESS.fullmatch(line)
        if not match:
            continue
        said = match.groupdict()
        path = said.get("path", "")
        path = os.path.relpath(os.path.join(folder or tree.root, path), tree.root) if path else ""
        text = said["text"].replace(",-warnings-as-errors]", "]")
        if said["kind"] != "note":
            findings.append([])
        findings[-1].append((path, int(said.get("line") or 0), int(said.get("column") or 0), text, said["kind"]))
    return findings


def merged(findings):
    """As the driver merges what it finds at one place (in a header) in several files."""
    found = {}
    for finding in sorted(findings):
        path, line, column, text, _ = finding[0]
        found.setdefault((path, line, column, text.rpartition(" [")[2]), finding)
    return list(found.values())


def as_text(findings):
    return "".join(
        (f"{path}:{line}:{column}: " if path else "") + f"{kind}: {text}\n"
        for finding in findings
        for path, line, column, text, kind in finding
    )


def compare(mine, other, name):
    if mine != other:
        lines = difflib.unified_diff(mine.splitlines(), other.splitlines(), "at once", name, lineterm="", n=1)
        raise Failure(f"'{name}' finds something else than 'at once':\n" + "\n".join(lines))


def labels(test):
    lines = test.read_text(encoding="utf-8").splitlines()
    found = [(match[1], number) for number, line in enumerate(lines, 1) if (match := LABEL.search(line))]
    if len(dict(found)) != len(found):
        raise Failure("two lines have the same label")
    return found


def file_check(test, findings):
    lines = test.read_text(encoding="utf-8").splitlines()
    found = [line for line in as_text(findings).splitlines() if ": note: instead: " not in line]
    if not any(CHECK.search(line) for line in lines):
        if found:
            raise Failure("no finding was expected, but there are:\n" + "\n".join(found))
        return
    command = ["FileCheck", "--match-full-lines", "--dump-input=never", "--implicit-check-not={{.*(warning|error|note): .*}}"]
    command += [f"-D{label}={number}" for label, number in labels(test)]
    result = subprocess.run([*command, str(test)], input="\n".join(found) + "\n", capture_output=True, text=True, check=False)
    if result.returncode:
        raise Failure(result.stderr + "\nall that was said:\n" + "\n".join(found))


def main():
    try:
        Checker(parse_arguments()).check()
    except Failure as failure:
        sys.exit(str(failure))


if __name__ == "__main__":
    main()
