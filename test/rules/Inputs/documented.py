# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks docs/rules.md against a rule file that uses everything there is.

documented.py PAGE COMPLETE OUTPUT

Every role, key and word of COMPLETE must be on the page. Every example of the page
is written into the folder OUTPUT as a rule file, to be verified.
"""

import pathlib
import re
import sys
import textwrap

HEADER = "schema: 1\nlibrary: example\nnamespaces: [example]\n"


def words_of(rules):
    """Keys, and those values that are words of the schema, not names or texts."""
    rules = re.sub(r"#.*", "", rules)
    keys = set(re.findall(r"(?:^|[-{,\[]) *([a-z][a-z-]*):(?=\s)", rules, re.MULTILINE))
    choices = "category|confidence|start|on-drop|handle|kind|to|lasts|linkage|argument"
    values = set(re.findall(rf"\b(?:{choices}): ([a-z][a-z-]*)", rules))
    return keys | values


def examples_of(page):
    for example in re.findall(r"^ *```yaml\n(.*?)^ *```$", page, re.MULTILINE | re.DOTALL):
        example = textwrap.dedent(example)
        yield example if example.startswith("schema:") else HEADER + example


def main():
    page, complete, output = map(pathlib.Path, sys.argv[1:])
    text = page.read_text(encoding="utf-8")
    spelled = set(re.findall(r"`([a-z-]+)(?:: true)?`", text))
    # The libraries of an `instead` are no words of the schema, but its `any` is.
    missing = words_of(complete.read_text(encoding="utf-8")) - spelled - {"toy"}
    if missing:
        sys.exit(f"not in {page.name}: {', '.join(sorted(missing))}")
    output.mkdir(parents=True, exist_ok=True)
    examples = list(examples_of(text))
    if len(examples) < 10:
        sys.exit(f"only {len(examples)} examples found in {page.name}")
    for number, example in enumerate(examples, 1):
        (output / f"example-{number:02}.yaml").write_text(example, encoding="utf-8")


if __name__ == "__main__":
    main()
