#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes C++ of what is written once elsewhere.

docs/checks/*.md   -> CheckTable.inc     the table of all checks, with pages
                   -> <Class>Options.h   one check's options as a struct

A page starts with its check's facts between two lines `---`:

    check: async-blocking-call
    class: BlockingCall            (checks/BlockingCall.cpp)
    tier: default                  (or strict, opinion)
    summary: finds ...
    options:                       (left out when there are none)
      - name: Confidence
        type: word certain|likely  (or text, number, flag, or categories:
                                    globs of what blocks)
        default: likely
        summary: ...

Output depends on the input files alone, and a file whose content would not
change is not written, so that nothing is compiled in vain.
"""

import argparse
import pathlib
import re
import sys

LICENSE = "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception"
CPP_TYPES = {
    "text": "std::string",
    "word": "std::string",
    "categories": "std::string",
    "number": "unsigned",
    "flag": "bool",
}
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\t": "\\t", "\r": "\\r", "\n": "\\n"})
TIERS = {"default": "Default", "strict": "Strict", "opinion": "Opinion"}


class Mistake(Exception):
    def __init__(self, path, line, message):
        super().__init__(f"{path}:{line}: error: {message}")


class Fields:
    """The `key: value` lines of one block, each with its line number."""

    def __init__(self, path, line):
        self.path, self.line, self.values = path, line, {}

    def add(self, line, text, known):
        match = re.fullmatch(r"([a-z]+):(?: +(.*))?", text)
        if not match:
            raise Mistake(self.path, line, f"expected 'key: value', found '{text}'")
        key, value = match.group(1), unquote(match.group(2) or "")
        if key not in known:
            raise Mistake(self.path, line, f"unknown key '{key}', expected one of: {', '.join(known)}")
        if key in self.values:
            raise Mistake(self.path, line, f"'{key}' is given twice")
        self.values[key] = (line, value)

    def get(self, key, pattern, expected):
        """The value of a required key, which must look like the pattern."""
        if key not in self.values:
            raise Mistake(self.path, self.line, f"'{key}' is missing")
        line, value = self.values[key]
        if not re.fullmatch(pattern, value):
            raise Mistake(self.path, line, f"'{key}' must be {expected}, found '{value}'")
        return value


def unquote(value):
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value


class Option:
    def __init__(self, fields):
        self.line = fields.line
        self.name = fields.get("name", r"[A-Z][A-Za-z0-9]*", "an UpperCamelCase word")
        kinds = r"text|number|flag|categories|word [\w-]+(\|[\w-]+)+"
        kind = fields.get("type", kinds, "text, number, flag, categories or word a|b")
        self.kind, _, words = kind.partition(" ")
        self.words = words.split("|") if words else []
        pattern, expected = {
            "text": (r".*", "text"),
            "categories": (r".+", "globs"),
            "number": (r"\d+", "a number"),
            "flag": (r"true|false", "true or false"),
            "word": ("|".join(map(re.escape, self.words)), f"one of {', '.join(self.words)}"),
        }[self.kind]
        self.default = fields.get("default", pattern, expected)
        self.summary = fields.get("summary", r".*[^.]", "a text without full stop")


class Page:
    """A page of docs/checks: the facts in front, and the text for users."""

    def __init__(self, path):
        self.path = path
        self.lines = path.read_text(encoding="utf-8").splitlines()
        if not self.lines or self.lines[0] != "---" or "---" not in self.lines[1:]:
            raise Mistake(path, 1, "expected a page that starts with facts between two lines '---'")
        end = self.lines.index("---", 1)
        facts, options = self.read_front(end)
        self.name = facts.get("check", re.escape(f"async-{path.stem}"), f"async-{path.stem}, as the file is named")
        self.class_name = facts.get("class", r"[A-Z][A-Za-z0-9]*", "an UpperCamelCase word")
        self.tier = facts.get("tier", "|".join(TIERS), "default, strict or opinion")
        self.summary = facts.get("summary", r"[a-z].*[^.]", "a lower-case sentence without full stop")
        self.options = [Option(fields) for fields in options]
        self.text = "\n".join(line for line in self.lines[end + 1 :] if LICENSE not in line).strip() + "\n"
        names = set()
        for option in self.options:
            if option.name in names:
                raise Mistake(path, option.line, f"the option '{option.name}' is there twice")
            names.add(option.name)

    def read_front(self, end):
        facts, options = Fields(self.path, 1), []
        in_options = False
        for number, line in enumerate(self.lines[1:end], start=2):
            if line == "options:":
                in_options = True
            elif in_options and line.startswith("  - "):
                options.append(Fields(self.path, number))
                options[-1].add(number, line[4:], ["name", "type", "default", "summary"])
            elif options and line.startswith("    "):
                options[-1].add(number, line[4:], ["name", "type", "default", "summary"])
            else:
                in_options = False
                facts.add(number, line, ["check", "class", "tier", "summary", "options"])
        return facts, options


def literal(text):
    """A C++ string literal, one line of it per line of the text."""
    return "\n    ".join(f'"{line.translate(ESCAPES)}"' for line in text.splitlines(keepends=True) or [""])


def read_call(page, option):
    key = literal(f"{page.name}.{option.name}")
    if option.kind == "text":
        return f"Options.text({key}, {literal(option.default)})"
    if option.kind == "word":
        words = ", ".join(map(literal, option.words))
        return f"Options.word({key}, {literal(option.default)}, {{{words}}})"
    if option.kind == "categories":
        return f"Options.globs({key}, {literal(option.default)}, blockingCategories())"
    return f"Options.{option.kind}({key}, {option.default})"


def options_header(page):
    struct = f"{page.class_name}Options"
    members = "".join(f"  {CPP_TYPES[o.kind]} {o.name};\n" for o in page.options)
    reads = "".join(f"    Read.{o.name} = {read_call(page, o)};\n" for o in page.options)
    parameter = "const OptionReader &Options" if page.options else "const OptionReader &"
    return f"""// {LICENSE}
// Made by checks/generate.py from docs/checks/{page.path.name}.
#pragma once

#include "Check.h"
#include "OptionReader.h"
#include "model/RuleSchema.h"
#include <memory>
#include <string>

namespace asynctidy {{

struct {struct} {{
  /// The check's name.
  static constexpr llvm::StringLiteral Name = {literal(page.name)};

{members}
  static {struct} read({parameter}) {{
    {struct} Read;
{reads}    return Read;
  }}
}};

std::unique_ptr<Check> make{page.class_name}(const {struct} &Options);

}} // namespace asynctidy
"""


def check_table(pages):
    lines = [f"// {LICENSE}", "// Made by checks/generate.py from docs/checks/*.md.", ""]
    lines += [f'#include "{page.class_name}Options.h"' for page in pages]
    lines += ["", "namespace asynctidy {", ""]
    rows = []
    for page in pages:
        options = "{}"
        if page.options:
            options = f"{page.class_name}OptionTable"
            lines.append(f"static constexpr OptionInfo {options}[] = {{")
            lines += [f"    {{{literal(o.name)}, {literal(o.default)}, {literal(o.summary)}}}," for o in page.options]
            lines += ["};", ""]
        rows += [
            f"    {{{literal(page.name)}, Tier::{TIERS[page.tier]}, {literal(page.summary)},",
            f"    {literal(page.text)},",
            f"    {options}, create<{page.class_name}Options, make{page.class_name}>}},",
        ]
    lines += table("CheckInfo", "Checks", rows)
    lines += ["", "} // namespace asynctidy", ""]
    return "\n".join(lines)


def table(kind, name, rows):
    if not rows:
        return [f"static constexpr llvm::ArrayRef<{kind}> {name};"]
    return [f"static constexpr {kind} {name}[] = {{", *rows, "};"]


def write(path, text):
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=pathlib.Path, required=True)
    parser.add_argument("--checks", type=pathlib.Path, nargs="*", default=[])
    args = parser.parse_args()
    try:
        pages = sorted(map(Page, args.checks), key=lambda page: page.name)
    except Mistake as mistake:
        sys.exit(str(mistake))
    args.output.mkdir(parents=True, exist_ok=True)
    for page in pages:
        write(args.output / f"{page.class_name}Options.h", options_header(page))
    write(args.output / "CheckTable.inc", check_table(pages))


if __name__ == "__main__":
    main()
