#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Validates JSON files against a JSON Schema: validate.py SCHEMA FILE..."""

import json
import pathlib
import sys

import jsonschema


def main():
    schema, *files = (json.loads(pathlib.Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:])
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    wrong = [error for file in files for error in kind(schema).iter_errors(file)]
    sys.exit("\n".join(f"{'.'.join(map(str, error.path))}: {error.message}" for error in wrong) or 0)


if __name__ == "__main__":
    main()
