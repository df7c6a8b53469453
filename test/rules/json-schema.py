#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Validates rule files against the JSON Schema: json-schema.py SCHEMA FILE..."""

import json
import pathlib
import sys

import jsonschema
import yaml


def with_text_keys(value):
    """Keys as they are written: YAML takes `null` for no text."""
    if isinstance(value, dict):
        return {"null" if key is None else str(key): with_text_keys(item) for key, item in value.items()}
    return [with_text_keys(item) for item in value] if isinstance(value, list) else value


def main():
    schema, *files = map(pathlib.Path, sys.argv[1:])
    validator = jsonschema.Draft7Validator(json.loads(schema.read_text(encoding="utf-8")))
    wrong = 0
    for file in files:
        rules = with_text_keys(yaml.safe_load(file.read_text(encoding="utf-8")))
        for error in validator.iter_errors(rules):
            print(f"{file.name}: {'.'.join(map(str, error.path))}: {error.message}")
            wrong += 1
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
