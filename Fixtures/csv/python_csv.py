#!/usr/bin/env python3
"""Writes python_csv.ndjson: random CSV texts, and the rows that Python's csv module finds in them.

One line a text: [delimiter, text, rows]. Empty rows, which Python gives for lines without a byte, are left out.
"""
import csv, io, json, random, sys

random.seed(20)
with open(sys.path[0] + "/python_csv.ndjson", "w") as out:
    for _ in range(400):
        delimiter = random.choice(",;\t|")
        pieces = [delimiter] * 4 + ['"'] * 3 + ["\n", "\r", "\r\n", "a", " ", "\\", "é", "long enough for a block", '""']
        text = "".join(random.choice(pieces) for _ in range(random.randrange(1, 40)))
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]
        out.write(json.dumps([delimiter, text, rows]) + "\n")
