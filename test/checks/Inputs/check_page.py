# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""check_page.py FOLDER PAGE COMMAND...: analyses each C++ example of a page with
the command. The findings must be those of the text block right after the
example; an example without one has none."""

import pathlib
import re
import subprocess
import sys

EXAMPLE = re.compile(r"^```cpp\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)
FINDING = re.compile(r"[^\s:][^:]*:(\d+:\d+: (?:warning|error|note): .*)")


def findings(text):
    return [match[1] for match in map(FINDING.fullmatch, text.splitlines()) if match]


def main(folder, page, *command):
    examples = EXAMPLE.findall(pathlib.Path(page).read_text(encoding="utf-8"))
    for number, (code, text) in enumerate(examples, start=1):
        file = pathlib.Path(folder) / f"example{number}.cpp"
        file.write_text(code, encoding="utf-8")
        result = subprocess.run([*command, file, "--", "-std=c++20"], capture_output=True, text=True, check=False)
        if result.returncode > 1 or findings(result.stdout) != findings(text):
            sys.exit(f"{file}: not as the page says\n{result.stdout}{result.stderr}")
    print(len(examples), "examples")


main(*sys.argv[1:])
