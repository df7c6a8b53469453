#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""hostile.py FOLDER TOOL FLAGS...: files whose names and text would command
terminals, CI systems and browsers come out of every format harmless."""

import json
import os
import re
import subprocess
import sys
import urllib.parse

NAMES = [
    b"::error ::a,b:c%25.cpp",
    b" ::warning ::x.cpp",
    b"bell\x07esc\x1b[31m.cpp",
    b"line\n::error::x.cpp",
    b"return\r::error::x.cpp",
    b"quote\"'\\.cpp",
    b"<script>alert(1)<|script>.cpp",
    b"latin-\xe9-csi-\xc2\x9b.cpp",
    "späte-😀.cpp".encode(),
]
FAILING = b"fail\x1b[2J\n::error::y.cpp"
LINE = b'"\xff\x1b[31m\x07%0A::error::x<script>\xc2\x9b]0;"'
CODE = b'#include "coroutine.h"\nstatic task a() { const char *S = ' + LINE + b"; usleep(1); co_return; }\n"
ERROR = b"#error \x1b[31m ::error::x%0A\n"


def write(folder):
    for name in NAMES:
        with open(os.path.join(folder.encode(), name), "wb") as file:
            file.write(CODE)
    with open(os.path.join(folder.encode(), FAILING), "wb") as file:
        file.write(ERROR)


def run(folder, tool, flags, form):
    return execute(folder, [tool, "--report=" + form, "--project-root=.", *NAMES, FAILING, "--", *flags])


def execute(folder, command):
    result = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert result.returncode == 2, result.stderr
    for text in result.stdout, result.stderr:
        harmless(text.decode("utf-8"))
    commands(result.stderr.decode("utf-8"), 0)
    return result.stdout.decode("utf-8")


def harmless(text):
    found = re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert not found, repr(text[max(0, found.start() - 40) : found.end()])


def commands(text, expected):
    lines = [line for line in text.split("\n") if line.lstrip().startswith("::")]
    assert len(lines) == expected, lines
    return lines


def check_text(text):
    commands(text, 0)
    assert text.count("[async-blocking-call]\n") == len(NAMES)
    assert "bell<07>esc<1B>[31m.cpp:2:" in text
    assert '"<FF><1B>[31m<07>%0A::error::x<script><C29B>]0;"' in text


def check_github(text):
    lines = commands(text, len(NAMES) + 1)
    assert text.count("\n") == len(lines)
    for line in lines:
        match = re.fullmatch("::(error|warning) ([^:]*)::(.*)", line)
        values = dict(value.split("=", 1) for value in match[2].split(","))
        assert set(values) == {"file", "line", "endLine", "col", "endColumn", "title"}, line
        assert values["title"] in ("async-blocking-call", "async-tidy"), line
        assert not re.search("%(?!25|0D|0A|3A|2C)", match[2] + match[3]), line
    assert "file=%3A%3Aerror %3A%3Aa%2Cb%3Ac%2525.cpp," in text
    assert "file=latin-<E9>-csi-<C29B>.cpp," in text


def names(paths):
    expected = sorted(name.decode("utf-8", "replace") for name in [*NAMES, FAILING])
    assert sorted(paths) == expected, paths


def check_sarif(text):
    (sarif,) = json.loads(text)["runs"]
    places = [*sarif["results"], *sarif["invocations"][0]["toolExecutionNotifications"]]
    physical = [place["locations"][0]["physicalLocation"] for place in places]
    uris = [place["artifactLocation"]["uri"] for place in physical]
    assert sorted(map(urllib.parse.unquote_to_bytes, uris)) == sorted([*NAMES, FAILING]), uris
    columns = {place["region"]["startColumn"] for place in physical[: len(NAMES)]}
    line = CODE.split(b"\n")[1].decode("utf-8", "replace")
    assert columns == {line.index("usleep") + 1}, columns


def check_configuration(folder, tool, flags):
    """The log, about files that are no sources."""
    name = b"::error ::\x1b[31m.yaml"
    with open(os.path.join(folder.encode(), name), "wb") as file:
        file.write(b"schema: 1\nlibrary: x\nbl\xff\xc2\x9bocks: []\n")
    for option in b"--rules=", b"--config-file=":
        execute(folder, [tool, option + name, "--project-root=.", NAMES[0], "--", *flags])
        execute(folder, [tool, option + b"none" + name, "--project-root=.", NAMES[0], "--", *flags])
    execute(folder, [tool, b"--report=\x1b[31m\n::error::", NAMES[0], "--", *flags])
    execute(folder, [tool, b"--\x1b[31m\n::error::", NAMES[0], "--", *flags])


def main():
    folder, tool, *flags = sys.argv[1:]
    write(folder)
    check_text(run(folder, tool, flags, "text"))
    check_github(run(folder, tool, flags, "github"))
    check_sarif(run(folder, tool, flags, "sarif"))
    names([issue["location"]["path"] for issue in json.loads(run(folder, tool, flags, "gitlab"))])
    names([entry["location"]["path"] for entry in json.loads(run(folder, tool, flags, "rdjson"))["diagnostics"]])
    report = json.loads(run(folder, tool, flags, "json"))
    names([entry["file"] for entry in [*report["findings"], *report["failedFiles"]]])
    check_configuration(folder, tool, flags)


if __name__ == "__main__":
    main()
