#!/usr/bin/env python3
"""Runs benches, keeps what they print, and says what got slower.

    record.py run text MESSAGES 7        runs Benchmarks/.build/release/text and appends its figures to Results/history.tsv
    record.py run wholejob 100
    record.py compare [--worse 10]       the latest figures beside those before them, on this kind of machine;
                                         exit 1 if one is worse by more than so many percent

A figure is a line that a bench prints (words, a number, a unit), or a cell of a table that says its unit in the head of its
column ("CPU s", "peak MB"). Rates (MB/s) are better when they are greater, all else (ms, µs, CPU s, ns a byte, MB of
memory) when it is less. Figures of one machine only are compared.
"""

import argparse
import datetime
import pathlib
import platform
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent
HISTORY = ROOT / "Results" / "history.tsv"
COLUMNS = ["date", "commit", "machine", "bench", "measure", "value", "unit"]
FIGURE = re.compile(r"^\s*(?P<measure>.*?[^\s:,])[:\s]\s*(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>MB/s|ms|µs|ns|CPU s|MB)\b")
TABLED = re.compile(r"^(?P<measure>[^\t]*[A-Za-z][^\t]*)\t(?P<value>\d+(?:\.\d+)?)$")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
UNITS_OF_COLUMNS = ("CPU s", "MB")


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def tabled(lines):
    """Measure, value and unit of the cells of tables in Markdown; what has no unit in its column's head names the row."""
    head = []
    for line in lines:
        if not line.startswith("|"):
            head = []
        elif not head:
            head = cells(line)
        elif set(line) - set("|-: "):
            units = [next((unit for unit in UNITS_OF_COLUMNS if name.endswith(unit)), None) for name in head]
            row = list(zip(head, units, cells(line)))
            name = ", ".join(cell for title, unit, cell in row if unit is None and not title.endswith(" s"))
            for title, unit, cell in row:
                if unit and NUMBER.fullmatch(cell):
                    what = title.removesuffix(unit).strip()
                    yield f"{name}: {what}" if what else name, float(cell), unit


def figures(text):
    """Measure, value and unit of whatever has them."""
    lines = text.splitlines()
    yield from tabled(lines)
    for line in lines:
        if found := FIGURE.match(line):
            yield found["measure"], float(found["value"]), found["unit"]
        elif found := TABLED.match(line):
            yield found["measure"], float(found["value"]), "ns/byte"


def machine():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def run(bench, arguments):
    command = [str(ROOT / ".build" / "release" / bench), *arguments]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(output, end="")
    commit = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True
    ).stdout.strip()
    rows = [
        [datetime.date.today().isoformat(), commit, machine(), bench, measure, f"{value:.6g}", unit]
        for measure, value, unit in figures(output)
    ]
    if not rows:
        sys.exit(f"{bench} printed no figure")
    is_new = not HISTORY.exists()
    with HISTORY.open("a") as file:
        if is_new:
            print(*COLUMNS, sep="\t", file=file)
        for row in rows:
            print(*row, sep="\t", file=file)


def compare(worse):
    if not HISTORY.exists():
        sys.exit("nothing is recorded yet: record.py run BENCH …")
    last = {}
    for line in HISTORY.read_text().splitlines()[1:]:
        date, commit, where, bench, measure, value, unit = line.split("\t")
        if where == machine():
            last.setdefault((bench, measure, unit), []).append((float(value), date, commit))
    slower = False
    for (bench, measure, unit), values in last.items():
        if len(values) < 2:
            continue
        (before, _, old), (now, _, new) = values[-2:]
        change = (before / now if unit == "MB/s" else now / before) - 1 if now and before else 0.0
        slower |= change > worse / 100
        mark = "worse" if change > worse / 100 else "better" if change < -worse / 100 else ""
        print(f"{bench:10} {measure:48} {before:10.4g} → {now:10.4g} {unit:8} {100 * change:+6.1f} % {mark}  ({old} → {new})")
    sys.exit(1 if slower else 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    running = commands.add_parser("run")
    running.add_argument("bench")
    running.add_argument("arguments", nargs=argparse.REMAINDER)
    commands.add_parser("compare").add_argument("--worse", type=float, default=10.0)
    options = parser.parse_args()
    if options.command == "run":
        run(options.bench, options.arguments)
    else:
        compare(options.worse)


if __name__ == "__main__":
    main()
