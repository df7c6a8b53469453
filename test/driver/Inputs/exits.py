# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""exits.py N COMMAND...: runs the command and fails unless it exits with N."""

import subprocess
import sys

expected, command = int(sys.argv[1]), sys.argv[2:]
code = subprocess.run(command).returncode
if code != expected:
    sys.exit(f"expected exit code {expected}, got {code}: {' '.join(command)}")
