#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks that what belongs together is there together.

- every file has its SPDX line (JSON has no comments, LICENSE is the text, what is
  fed to a fuzzer is odd on purpose)
- every check has a page, a source and tests; every folder of tests has a check
- every option of a check is explained in its page
- every option that a guide mentions exists
"""

import argparse
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LICENSE = "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception"


def output(command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def files():
    """All files of the project, committed or not yet."""
    names = output(["git", "ls-files", "--cached", "--others", "--exclude-standard"]).splitlines()
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def without_license(paths):
    for path in paths:
        if path.name == "LICENSE" or path.suffix == ".json" or path.parent.name == "seeds":
            continue
        head = path.read_text(encoding="utf-8", errors="replace").splitlines()
        # A page of a check starts with the check's facts.
        head = head if path.parent == ROOT / "docs/checks" else head[:3]
        if not any(LICENSE in line for line in head):
            yield f"{path.relative_to(ROOT)}: the SPDX line is missing from the first lines"


def known_options(build):
    dump = output([build / "bin/async-clang-tidy", "--checks=-*,async-*", "--dump-config", "any.cpp", "--"])
    return set(re.findall(r"^  (async-[\w-]+\.\w+):", dump, re.MULTILINE))


def known_checks(build):
    listed = output([build / "bin/async-clang-tidy", "--checks=-*,async-*", "--list-checks"])
    return re.findall(r"^ +async-(\S+)$", listed, re.MULTILINE)


def wrong_checks(checks, options):
    tests = {path.name for path in (ROOT / "test/checks").iterdir() if path.is_dir()} - {"Inputs"}
    for stem in sorted(tests - set(checks)):
        yield f"test/checks/{stem}: there is no check async-{stem}"
    for stem in checks:
        if not list((ROOT / "test/checks" / stem).glob("*.cpp")):
            yield f"test/checks/{stem}: async-{stem} has no tests"
        source = "".join(word.capitalize() for word in stem.split("-"))
        if not (ROOT / f"checks/{source}.cpp").exists():
            yield f"checks/{source}.cpp: async-{stem} has no source of its name"
        _, _, page = (ROOT / f"docs/checks/{stem}.md").read_text(encoding="utf-8").split("---\n", 2)
        for option in sorted(options):
            name = option.removeprefix(f"async-{stem}.")
            if name != option and f"`{name}`" not in page and f"`{option}`" not in page:
                yield f"docs/checks/{stem}.md: the option `{option}` is not explained"


def unknown_options(paths, options):
    for path in paths:
        if path.suffix != ".md":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            for option in re.findall(r"async-[\w-]+\.[A-Z]\w+", line):
                if option not in options:
                    yield f"{path.relative_to(ROOT)}:{number}: there is no option '{option}'"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, required=True)
    build = parser.parse_args().build
    paths, options, checks = files(), known_options(build), known_checks(build)
    mistakes = [*without_license(paths), *wrong_checks(checks, options), *unknown_options(paths, options)]
    sys.exit("\n".join(mistakes) or 0)


if __name__ == "__main__":
    main()
