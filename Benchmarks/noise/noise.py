#!/usr/bin/env python3
"""How often each rule speaks, per 1,000 scored staff sentences.

    noise.py --readback PATH [--strictness WORD] [--record FILE] NAME=FILE[,FILE…] …

Each NAME is a set of exports that are read together. The built `readback analyze` counts the scored sentences and writes
the findings; one row a rule is printed, gaps before strengths, the loudest first, and the sum of gaps with and without
the listening family. `--record` writes the rows as a table that holds counts only.
"""

import argparse
import collections
import json
import os
import subprocess
import tempfile

DONE, ROWS_LOST = 0, 3


def analyze(readback, files, strictness):
    """Scored staff sentences of some exports, and the number of findings by (kind, rule)."""
    with tempfile.TemporaryDirectory() as folder:
        report, findings = os.path.join(folder, "report.json"), os.path.join(folder, "findings.ndjson")
        done = subprocess.run(
            [readback, "analyze", *files, "--strictness", strictness, "--json", report, "--findings", findings,
             "--quiet", "--no-progress"],
            stdout=subprocess.DEVNULL, check=False)
        if done.returncode not in (DONE, ROWS_LOST):
            raise SystemExit(f"{readback} analyze ended with {done.returncode}")
        with open(report, encoding="utf-8") as file:
            sentences = json.load(file)["scored_sentences"]
        counts = collections.Counter()
        with open(findings, encoding="utf-8") as file:
            for line in file:
                finding = json.loads(line)
                counts[finding["kind"], finding["rule"]] += 1
    return sentences, counts


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--readback", required=True, help="the built command")
    parser.add_argument("--strictness", default="default", help="default or strict")
    parser.add_argument("--record", help="write the table to this file, tab-separated")
    parser.add_argument("sets", nargs="+", metavar="NAME=FILE,…", help="exports that are read together")
    options = parser.parse_args()
    sets = [(name, files.split(",")) for name, _, files in (s.partition("=") for s in options.sets)]
    results = [(name, *analyze(options.readback, files, options.strictness)) for name, files in sets]

    total = sum(sentences for _, sentences, _ in results)
    everything = sum((counts for _, _, counts in results), collections.Counter())

    def row(kind, rule, numbers, count):
        cells = [kind, rule]
        for (_, sentences, _), number in zip(results, numbers):
            cells += [str(number), f"{1000 * number / max(1, sentences):.2f}"]
        return cells + [str(count), f"{1000 * count / max(1, total):.2f}"]

    header = ["kind", "rule"]
    for name, *_ in results:
        header += [name, f"{name} per 1000"]
    rows = [header + ["all", "all per 1000"]]
    rows.append(["", "scored sentences"] + [c for _, s, _ in results for c in (str(s), "")] + [str(total), ""])
    for (kind, rule), count in sorted(everything.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        rows.append(row(kind, rule, [counts[kind, rule] for _, _, counts in results], count))
    for title, counted in (
            ("all gaps", lambda kind, rule: kind == "gap"),
            ("gaps without listening", lambda kind, rule: kind == "gap" and not rule.startswith("listening."))):
        numbers = [sum(n for key, n in counts.items() if counted(*key)) for _, _, counts in results]
        rows.append(row("sum", title, numbers, sum(numbers)))

    width = max(len(cells[1]) for cells in rows)
    for cells in rows:
        print(f"{cells[0]:<9}{cells[1]:<{width}}" + "".join(f"{c:>18}" for c in cells[2:]))
    if options.record:
        with open(options.record, "w", encoding="utf-8") as file:
            file.write("".join("\t".join(cells) + "\n" for cells in rows))


if __name__ == "__main__":
    main()
