# SPDX-License-Identifier: MIT
"""The rows, heading included, of the longest table in a document of pandoc's (JSON, standard input)."""
import json, sys


def tables(node):
    if isinstance(node, dict):
        if node.get("t") == "Table":
            _, _, _, head, bodies, _ = node["c"]
            yield len(head[1]) + sum(len(rows) for body in bodies for rows in body[2:])
        for value in node.values():
            yield from tables(value)
    elif isinstance(node, list):
        for value in node:
            yield from tables(value)


print(max(tables(json.load(sys.stdin)), default=0))
