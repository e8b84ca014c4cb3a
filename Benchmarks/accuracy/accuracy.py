#!/usr/bin/env python3
"""How well readback's detectors agree with people.

    accuracy.py --gold DIR --readback PATH [--segments PATH] [--only NAME ...] [--record FILE] [--compare FILE]

DIR holds texts that other people have labelled, one JSON object a line (see README.md beside this file for what is
expected). Each set's texts go through the built `readback score`; one row a figure is printed. `--record` writes the
rows as a table that holds aggregates only; `--compare` prints what changed against such a table.
"""

import argparse
import math
import sys

import sets
from scoring import Scorer

HEADER = ["figure", "measure", "n", "positives", "precision", "recall", "value", "low", "high", "aim"]


def cell(value):
    if value is None:
        return ""
    if isinstance(value, float):
        return "" if math.isnan(value) else f"{value:.3f}"
    return str(value)


def cells(row):
    return [cell(v) for v in (row.name, row.kind, row.n, row.positives, row.precision, row.recall, row.value,
                              row.low, row.high, row.aim)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gold", required=True, help="folder of labelled sets")
    parser.add_argument("--readback", required=True, help="the built command")
    parser.add_argument("--segments", help="the built bench `segments`; without it sets of words and sentences are left out")
    parser.add_argument("--only", nargs="+", default=[], help="names of sets, such as annomi")
    parser.add_argument("--record", help="write the table to this file, tab-separated")
    parser.add_argument("--compare", help="a recorded table to compare with")
    options = parser.parse_args()
    recorded = {}
    if options.compare:
        with open(options.compare, encoding="utf-8") as file:
            for line in file.read().splitlines()[1:]:
                parts = line.split("\t")
                recorded[parts[0]] = parts[6]
    scorer = Scorer(options.readback, options.segments)
    lines = ["\t".join(HEADER)]
    layout = "{:<34} {:<9} {:>6} {:>6} {:>6} {:>6} {:>7}  {:>6} – {:<6} {:>6}"
    print(layout.format("", *HEADER[1:]))
    for measured in sets.ALL:
        if options.only and measured.__name__ not in options.only:
            continue
        try:
            for row in measured(options.gold, scorer):
                shown = cells(row)
                lines.append("\t".join(shown))
                was = recorded.get(row.name)
                changed = f"  was {was}" if was and was != shown[6] else ""
                print(layout.format(*shown) + changed, flush=True)
        except FileNotFoundError as missing:
            print(f"{measured.__name__}: left out, {missing.filename} is not there", file=sys.stderr)
        except ModuleNotFoundError as missing:
            print(f"{measured.__name__}: left out, it needs the Python package {missing.name}", file=sys.stderr)
    if options.record:
        with open(options.record, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
