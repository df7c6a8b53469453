#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints docs/libraries.md: what the built-in rule files know, and how that was verified.

    docs/libraries.py > docs/libraries.md
"""

import pathlib
import re

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADER_KEYS = {"schema", "library", "namespaces", "seen", "linkage", "disables"}
# Roles that are about other entries, not about a library's names.
AUXILIARY = {"evidence", "remedies"}

HEAD = """<!-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception -->
<!-- Made by docs/libraries.py of rules/*.yaml and test/rules/packs/*.cpp. -->
# Libraries that async-tidy knows

Each has a rule file, built in: `rules/LIBRARY.yaml`. It says what the library's names
mean, [role by role](rules.md#roles). `async-tidy --list-rules NAME` prints what is known about
a name; to change it, see [rules](rules.md#where-rule-files-are-found).

Every name in these files is declared by what the last column says: the headers of
Debian packages, or a stub, which declares the library's interface as the facts give
it, where Debian has none. `test/rules/packs` checks that.
"""

TABLE = """
| library | read from | names by role | verified against |
|---|---|---|---|
"""


def names_of(entry):
    """How many names an entry is about."""
    lists = [entry[key] for key in ("function", "namespace") if key in entry]
    names = lists or [entry.get("type", entry.get("constants", []))]
    return sum(len(each) if isinstance(each, list) else 1 for each in names)


def verified(library):
    test = ROOT / f"test/rules/packs/{library}.cpp"
    found = re.search(r"^// Verified against: (.*(?:\n//   .*)*)", test.read_text(encoding="utf-8"), re.MULTILINE)
    return re.sub(r"\s*\n//\s*", " ", found[1])


def row(rules):
    counts = {}
    for role, entries in rules.items():
        if role not in HEADER_KEYS | AUXILIARY:
            counts[role] = sum(map(names_of, entries))
    roles = ", ".join(f"{role} {count}" for role, count in counts.items())
    return f"| {rules['library']} | {rules.get('seen', '')} | {roles} | {verified(rules['library'])} |\n"


def main():
    packs = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "rules").glob("*.yaml"))]
    coroutines = [rules for rules in packs if "tasks" in rules or "spawns" in rules]
    insulated = [rules for rules in packs if rules.keys() - HEADER_KEYS == {"insulates"}]
    others = [rules for rules in packs if rules not in coroutines + insulated]
    print(HEAD, end="")
    for title, chosen in (
        ("Coroutines and tasks", coroutines),
        ("Other libraries, which block", others),
        ("Test frameworks, which are not looked into", insulated),
    ):
        print(f"\n## {title}\n{TABLE}", *map(row, chosen), sep="", end="")


if __name__ == "__main__":
    main()
