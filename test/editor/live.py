#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sessions in which time matters, which cannot be written down as text."""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.parse

from lsp_client import Editor

HEAD = '#include "coroutine.h"\n'
BUG = HEAD + "task sleepy() {\n  usleep(1);\n  co_return;\n}\n"
CLEAN = HEAD + "task sleepy() {\n  co_return;\n}\n"
SLOW = "".join(f"#include <{name}>\n" for name in ("algorithm", "iostream", "ranges", "regex", "thread"))


def expect(what, expected, actual):
    if expected != actual:
        sys.exit(f"{what}: expected {expected}, got {actual}")


def path_of(uri):
    return pathlib.Path(urllib.parse.unquote(urllib.parse.urlparse(uri).path))


def exits(start, uri):
    expect("after shutdown", 0, start().close())
    editor = start()
    editor.notify("exit", None)  # the pipe stays open
    expect("without shutdown", 1, editor.process.wait(timeout=10))
    editor = start()
    editor.process.stdin.close()
    expect("hung up", 1, editor.process.wait(timeout=10))
    editor = start()
    editor.request("shutdown", None)
    editor.process.stdin.close()
    expect("hung up after shutdown", 0, editor.process.wait(timeout=10))


def exits_in_the_middle(start, uri):
    editor = start()
    editor.open(uri, SLOW + BUG)
    time.sleep(0.2)
    begin = time.monotonic()
    expect("in the middle", 0, editor.close())
    expect("quick", True, time.monotonic() - begin < 1)


def types(start, uri):
    editor = start()
    editor.open(uri, CLEAN)
    expect("clean", 0, len(editor.findings(uri, 1)))
    for version in range(2, 30):
        editor.change(uri, version, BUG if version % 2 else CLEAN)
        time.sleep(0.02)
    told = []

    def is_last(message):
        if message.get("method") == "textDocument/publishDiagnostics":
            told.append(message["params"])
        return bool(told) and told[-1]["version"] == 29

    editor.wait(is_last)
    expect("told seldom", True, len(told) < 5)
    expect("the last", 1, len(told[-1]["diagnostics"]))
    # A request is answered while nothing is done about the change before it.
    editor.change(uri, 30, CLEAN)
    answer = editor.request(
        "textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 2, "character": 3}}
    )
    expect("not known yet", None, answer["result"])
    expect("clean again", 0, len(editor.findings(uri, 30)))
    expect("exit", 0, editor.close())


def drops_old_texts(start, uri):
    """Nobody waits for the end of the analysis of a text that has changed."""
    editor = start()
    steps = "  if (++i % 3) co_return;\n" * 50
    long = BUG + "".join(f"task long{each}(int i) {{\n{steps}}}\n" for each in range(2000))
    editor.open(uri, long)
    expect("opened", 1, len(editor.findings(uri, 1)))
    begin = time.monotonic()
    editor.change(uri, 2, long + "\n")
    expect("whole", 1, len(editor.findings(uri, 2)))
    whole = time.monotonic() - begin
    editor.change(uri, 3, long + "\n\n")
    time.sleep(0.2 + whole / 8)  # it has begun
    begin = time.monotonic()
    editor.change(uri, 4, CLEAN)
    expect("clean", 0, len(editor.findings(uri, 4)))
    taken = time.monotonic() - begin
    expect(f"after {taken:.2f} s of {whole:.2f} s, quick", True, taken < whole / 2)
    expect("exit", 0, editor.close())


def takes_huge_files(start, uri):
    """200,000 lines, a bug behind them, and edits there."""
    editor = start()
    lines = 200_000
    editor.open(uri, "// \N{SMILING FACE WITH OPEN MOUTH} a line\n" * lines + BUG)
    expect("line", [lines + 2], [found["range"]["start"]["line"] for found in editor.findings(uri, 1)])
    for version in range(2, 12):
        at = {"line": lines + 1, "character": 0}
        editor.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": [{"range": {"start": at, "end": at}, "text": "\n"}],
            },
        )
    told = editor.findings(uri, 11)
    expect("moved", [lines + 12], [found["range"]["start"]["line"] for found in told])
    editor.change(uri, 12, BUG.replace("usleep", "/*" + "x" * 10_000_000 + "*/ usleep"))
    told = editor.findings(uri, 12)
    expect("a long line", [10_000_007], [found["range"]["start"]["character"] for found in told])
    expect("exit", 0, editor.close())


def shows_progress(start, uri):
    """While headers are parsed, and only to editors that want to see it."""

    def told_with(version, text, **outcome):
        seen = []

        def is_last(message):
            method = message.get("method", "")
            if method == "window/workDoneProgress/create":
                editor.answer(message, **outcome)
            if method == "$/progress":
                method = message["params"]["value"]["kind"]
            seen.append(method.rpartition("/")[2])
            return seen[-1] == "publishDiagnostics"

        if version == 1:
            editor.open(uri, text)
        else:
            editor.change(uri, version, text)
        editor.wait(is_last)
        return seen

    refused = {"code": -32601, "message": "no"}
    for wanted, outcome, shown in (
        (True, {"result": None}, ["create", "begin"]),
        (True, {"error": refused}, ["create"]),
        (False, {}, []),
    ):
        editor = start({"window": {"workDoneProgress": wanted}})
        expect("opened", shown + ["publishDiagnostics"], told_with(1, SLOW + BUG, **outcome))
        if "begin" in shown:
            end = editor.wait(lambda message: message.get("method") == "$/progress")["params"]
            expect("end", "end", end["value"]["kind"])
        expect("edited", ["publishDiagnostics"], told_with(2, SLOW + CLEAN))
        again = told_with(3, "#include <valarray>\n" + SLOW + CLEAN, **outcome)
        expect("other headers", shown + ["publishDiagnostics"], again)
        expect("exit", 0, editor.close())


def survives_noise(start, uri):
    editor = start()
    editor.write(b"\r\nContent-Length: nonsense\r\n\r\n")
    editor.write(b"Content-Length: 3\r\nContent-Type: any\r\n\r\n\xff{]")
    editor.write(b"Content-Length: 99999999999999\r\n\r\n")
    editor.write(b"Content-Length: 4\r\n\r\nnull")
    text = b'{"jsonrpc": "1.0", "method": "textDocument/hover", "id": 1}'
    editor.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
    editor.open(uri, BUG)
    expect("findings", 1, len(editor.findings(uri, 1)))
    expect("exit", 0, editor.close())


def notices_headers(start, uri):
    """Headers are parsed again when they, or the includes, have changed."""
    header = path_of(uri).with_name("nap.h")
    header.write_text("inline void nap() {}\n", encoding="utf-8")
    text = HEAD + '#include "nap.h"\ntask sleepy() {\n  nap();\n  co_return;\n}\n'
    editor = start()
    editor.open(uri, text)
    expect("harmless", 0, len(editor.findings(uri, 1)))
    header.write_text("inline void nap() { usleep(1); }\n", encoding="utf-8")
    editor.change(uri, 2, text + "\n")
    expect("changed on the disk", 1, len(editor.findings(uri, 2)))
    header.write_text("inline void nap() { ; }\n", encoding="utf-8")
    editor.notify("textDocument/didSave", {"textDocument": {"uri": header.as_uri()}})
    expect("saved", 0, len(editor.findings(uri, 2)))
    editor.change(uri, 3, "#define co_return usleep(1); co_return\n" + text)
    expect("other words before it", 1, len(editor.findings(uri, 3)))
    editor.change(uri, 4, text)
    expect("as before", 0, len(editor.findings(uri, 4)))
    expect("exit", 0, editor.close())


def agrees(server, flags, file):
    """A file has the findings that the command line tells, before and after an edit."""
    command = [server, "--quiet", "--checks=async-*", "--report=json", file, "--", *flags]
    report = json.loads(subprocess.run(command, stdout=subprocess.PIPE).stdout)
    told = [
        (found["check"], found["line"] - 1, found["column"] - 1, found["message"], len(found["path"] + found["notes"]))
        for found in report["findings"]
        if found["file"].endswith(file.name)
    ]
    can = {
        "general": {"positionEncodings": ["utf-8"]},
        "textDocument": {"publishDiagnostics": {"relatedInformation": True}},
    }
    editor = Editor([server, "--lsp", "--checks=async-*", "--", *flags], can)
    text = file.read_text(encoding="utf-8")
    editor.open(file.as_uri(), text)
    for version in range(1, 4):
        shown = [
            (
                found["code"],
                *(found["range"]["start"][key] for key in ("line", "character")),
                found["message"],
                len(found.get("relatedInformation", [])),
            )
            for found in editor.findings(file.as_uri(), version)
        ]
        expect(f"{file.name}, version {version}", sorted(told), sorted(shown))
        editor.change(file.as_uri(), version + 1, text + version * "\n")
    expect("exit", 0, editor.close())
    return len(told)


def main():
    scenarios = [
        exits,
        exits_in_the_middle,
        types,
        drops_old_texts,
        takes_huge_files,
        shows_progress,
        survives_noise,
        notices_headers,
    ]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", required=True)
    parser.add_argument("--inputs", required=True)
    parser.add_argument("scenario", choices=[*(each.__name__ for each in scenarios), "agrees"])
    parser.add_argument("files", type=pathlib.Path, nargs="*")
    parser.add_argument("--flag", action="append", default=["-std=c++20"])
    arguments = parser.parse_intermixed_args()
    for file in arguments.files:
        if not agrees(arguments.server, arguments.flag, file.resolve()):
            sys.exit(f"nothing is found in {file}")
    command = [arguments.server, "--lsp", "--", "-std=c++20", "-isystem", arguments.inputs]
    for scenario in scenarios:
        if scenario.__name__ == arguments.scenario:
            with tempfile.TemporaryDirectory() as folder:
                scenario(lambda can=None: Editor(command, can), (pathlib.Path(folder) / "a.cpp").as_uri())


if __name__ == "__main__":
    main()
