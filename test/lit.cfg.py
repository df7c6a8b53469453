# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Run by ./dev test, which passes -D build=FOLDER. What a test can use:
#   %check             runs a file through every front end (see check_findings.py)
#   %check-program     does so with a program of several files (see check_program.py)
#   %async-tidy        the driver
#   %async-clang-tidy  clang-tidy with the checks linked in
#   %async-clangd      clangd with the checks linked in
#   %clang-tidy        stock clang-tidy with the plugin loaded
#   %plugin            the plugin's path
#   %build             the build folder
#   %rules             the folder of the built-in rules
#   %everywhere        builds and runs a test of the runtime (see runtime/everywhere.py)
#   %verify-pack LIBRARY FILE [FLAGS]  whether FILE declares all that a built-in rule file names
#   %build-fixture     compiles a program of fixtures/
#   %debug             runs it in the runtime's debug mode
#   %unit-tests SUITE  the unit tests of that GoogleTest suite
#   %analyse FILE      what the driver finds in it
# and FileCheck, not, split-file and python3 by these names. Tests marked
# `REQUIRES: plugin` do not run in sanitized builds: stock clang-tidy cannot load
# an instrumented plugin.

import os
import pathlib

import lit.formats
import lit.llvm

LLVM = "/usr/lib/llvm-19/bin"

root = pathlib.Path(__file__).resolve().parent.parent
build = pathlib.Path(lit_config.params["build"])
sanitized = "ASYNC_TIDY_SANITIZE:BOOL=ON" in (build / "CMakeCache.txt").read_text(encoding="utf-8")

config.name = "async-tidy"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".test"]
config.excludes = ["Inputs", "bench", "demo", "fuzz", "Parsed.cpp"]
config.test_source_root = str(root / "test")
config.test_exec_root = str(build / "test")

config.environment["PATH"] = os.pathsep.join([LLVM, os.environ["PATH"]])
# Rules that are installed on this machine are none of the tests' business.
config.environment["XDG_DATA_DIRS"] = str(build / "test/no-data")
if sanitized:
    # LLVM is not instrumented: what it allocates and poisons is not told to us.
    config.environment["ASAN_OPTIONS"] = "allow_user_poisoning=0:detect_leaks=0:detect_container_overflow=0"
    config.environment["UBSAN_OPTIONS"] = "print_stacktrace=1"
else:
    config.available_features.add("plugin")

runtime = root / "test/runtime"
plugin = build / "lib/AsyncTidyModule.so"
check = f"python3 {root}/test/check_findings.py --build={build}"
no_plugin = " --no-plugin" if sanitized else ""
config.substitutions += [
    # Before %check, which would be found in its name.
    ("%check-program", f"python3 {root}/test/check_program.py --build={build}{no_plugin}"),
    ("%check", check + no_plugin),
    ("%async-tidy", str(build / "bin/async-tidy")),
    ("%async-clang-tidy", str(build / "bin/async-clang-tidy")),
    ("%async-clangd", str(build / "bin/async-clangd")),
    ("%clang-tidy", f"clang-tidy-19 --load={plugin}"),
    ("%plugin", str(plugin)),
    # Before %build, which would be found in its name.
    ("%build-fixture", f"clang++-19 -std=c++20 -O1 -Wall -Wextra -pthread -I{runtime}"),
    ("%build", str(build)),
    ("%rules", str(root / "rules")),
    (
        r"%verify-pack (\S+) (\S+)",
        rf"{build}/bin/async-tidy --verify-rules --rules={root}/rules/\1.yaml \2 -- -std=c++20",
    ),
    ("%everywhere", f"python3 {runtime}/everywhere.py"),
    (r"%unit-tests (\S+)", rf"{build}/bin/asyncUnitTests --gtest_brief=1 --gtest_filter=\1.*"),
    ("%debug", "env TIDE_DEBUG=1 TIDE_SLOW_STEP_MS=200"),
    (r"%analyse (\S+)", rf"{build}/bin/async-tidy --quiet --checks=async-* \1 -- -std=c++20 -I{runtime}"),
]
