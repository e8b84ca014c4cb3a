#!/usr/bin/env python3
"""The whole job beside its peers, in rounds in turn: whole processes, from start to exit.

    wholejob.py EXPORT --readback PATH [--python PATH] [--rounds 3] [--record FILE]

EXPORT is a ServiceNow export, a row a ticket, whose columns are called and ordered as `COLUMNS` here has them. Peers:

- `readback analyze` with a JSON report and a page, with one thread and with two;
- `flags_sql.py`: DuckDB, a part of the job;
- `floor.c`: the bare steps in C, what the hardware allows (gcc -O3);
- `pipeline.py`: pandas, textstat, rapidfuzz, scikit-learn and statsmodels, typical and tuned, over the first tickets only,
  with readback over the same beside it;
- `wc -w`: what it takes to see that there are words.

What is not installed is left out, and named. --python names the interpreter that has the Python packages:

    python3 -m venv venv && venv/bin/pip install duckdb pandas statsmodels scikit-learn rapidfuzz textstat

CPU time is that of user and system, of the process and its children; figures are medians of the rounds. "Cost" is CPU time a
megabyte, beside that of readback with one thread over the same tickets. Peaks under 15 MB are those of this script.
"""

import argparse
import csv
import datetime
import itertools
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
WORDS = HERE.parent.parent / "Sources" / "CLexicons" / "data" / "words.txt"
COLUMNS = (
    "number opened_at resolved_at closed_at reopened_at reopen_count priority category assignment_group assigned_to "
    "caller_id short_description description comments_and_work_notes close_notes"
).split()
# The rows that the others are held against.
ALONE, SIDE_BY_SIDE = "readback, 1 thread", "readback, 2 threads"
PADDING_WORDS = 6000


class Peer:
    """A command, and what its runs took."""

    def __init__(self, name, command, export, base):
        self.name, self.command, self.export, self.base = name, command, export, base
        self.megabytes = os.path.getsize(export) / 1e6
        self.cpu, self.wall, self.peak = [], [], []

    def run(self):
        start = time.perf_counter()
        with subprocess.Popen(
            [str(word) for word in self.command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as process:
            complaint = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{self.name} ended with {process.returncode}:\n{complaint.decode(errors='replace')}")
        self.wall.append(time.perf_counter() - start)
        self.cpu.append(usage.ru_utime + usage.ru_stime)
        self.peak.append(usage.ru_maxrss / 1024)

    @property
    def seconds(self):
        return statistics.median(self.cpu)

    @property
    def wall_seconds(self):
        return statistics.median(self.wall)


def first_tickets(export, path, count):
    """Writes the header and the first rows, byte for byte, as they are read: what is held here counts as the peers' peak."""
    with open(export, encoding="utf-8", newline="") as file, open(path, "w", encoding="utf-8", newline="") as beginning:

        def copied():
            for line in file:
                beginning.write(line)
                yield line

        reader = csv.reader(copied())
        if next(reader) != COLUMNS:
            sys.exit(f"{export}: its columns are not the ones expected; see --help")
        for _ in itertools.islice(reader, count):
            pass


def has_modules(python, *modules):
    command = [python, "-c", "import " + ", ".join(modules)]
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def build_floor(folder):
    """The compiled floor and its table; `None` without a compiler."""
    if shutil.which("gcc") is None:
        return None
    import cues

    with open(WORDS, encoding="utf-8") as file:
        words = (word for line in file if (word := line.strip()).isascii() and word.isalpha())
        cues.write_classes(folder / "classes.tsv", itertools.islice(words, PADDING_WORDS))
    source = HERE / "floor.c"
    subprocess.run(["gcc", "-O3", "-march=x86-64-v2", "-o", folder / "floor", source], check=True)
    return [folder / "floor"], [folder / "classes.tsv"]


def contestants(options, folder):
    """The peers that can run here, and the names of those that can't."""
    missing = []
    export, beginning = pathlib.Path(options.export), folder / "beginning.csv"
    first_tickets(export, beginning, options.tickets)

    def readback(path, *more):
        page, report = folder / "report.html", folder / "report.json"
        return [options.readback, "analyze", path, "--html", page, "--json", report, "--quiet", "--no-progress", *more]

    some = f"first {options.tickets:,} tickets"
    few = f"readback, 1 thread, {some}"
    peers = [
        Peer(ALONE, readback(export, "--threads", "1"), export, ALONE),
        Peer(SIDE_BY_SIDE, readback(export, "--threads", "2"), export, ALONE),
    ]
    if has_modules(options.python, "duckdb"):
        command = [options.python, HERE / "flags_sql.py", export]
        peers.append(Peer("DuckDB, flags by SQL (a part)", command, export, ALONE))
    else:
        missing.append("DuckDB")
    if floor := build_floor(folder):
        program, table = floor
        peers.append(Peer("the floor in C", [*program, export, *table], export, ALONE))
    else:
        missing.append("the floor in C (gcc)")
    if shutil.which("wc"):
        peers.append(Peer("wc -w", ["wc", "-w", export], export, ALONE))
    peers.append(Peer(few, readback(beginning, "--threads", "1"), beginning, few))
    if has_modules(options.python, "pandas", "rapidfuzz", "sklearn", "statsmodels"):
        command = [options.python, HERE / "pipeline.py", beginning, folder / "page.html"]
        peers.append(Peer(f"Python, tuned, {some}", [*command, "--tuned"], beginning, few))
        if has_modules(options.python, "textstat"):
            peers.append(Peer(f"Python, typical, {some}", command, beginning, few))
        else:
            missing.append("Python, typical (textstat)")
    else:
        missing.append("Python (pandas, rapidfuzz, scikit-learn, statsmodels)")
    return peers, missing


def rows(peers):
    by_name = {peer.name: peer for peer in peers}
    for peer in peers:
        base = by_name[peer.base]
        cost = (peer.seconds / peer.megabytes) / (base.seconds / base.megabytes)
        yield [
            peer.name, f"{peer.seconds:.2f}", f"{min(peer.cpu):.2f}", f"{max(peer.cpu):.2f}",
            f"{peer.wall_seconds:.2f}", f"{max(peer.peak):.0f}", f"{peer.megabytes / peer.seconds:.2f}", f"{cost:.3g}",
        ]


def print_table(head, body):
    widths = [max(len(row[column]) for row in [head, *body]) for column in range(len(head))]
    for row in [head, *body]:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join(cells))


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return f"{names[0] if names else platform.machine()}, {os.cpu_count()} cores"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export")
    parser.add_argument("--readback", required=True, help="the built command")
    parser.add_argument("--python", default=sys.executable, help="the interpreter of the Python peers")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tickets", type=int, default=5000, help="how many the Python pipeline gets")
    parser.add_argument("--record", help="append the rows to this file, tab-separated")
    options = parser.parse_args()
    head = ["peer", "CPU s", "least", "most", "wall s", "peak MB", "MB/CPU s", "cost"]
    with tempfile.TemporaryDirectory() as name:
        peers, missing = contestants(options, pathlib.Path(name))
        for _ in range(options.rounds):
            for peer in peers:
                peer.run()
    body = list(rows(peers))
    megabytes = os.path.getsize(options.export) / 1e6
    print(f"{megabytes:.1f} MB, {options.rounds} rounds, load {os.getloadavg()[0]:.1f}, {machine()}\n")
    print_table(head, body)
    by_name = {peer.name: peer for peer in peers}
    print(f"\ntwo threads: {by_name[ALONE].wall_seconds / by_name[SIDE_BY_SIDE].wall_seconds:.2f} × by the clock")
    if missing:
        print("not installed, left out: " + "; ".join(missing))
    if options.record:
        commit = subprocess.run(
            ["git", "-C", str(HERE), "rev-parse", "--short", "HEAD"], capture_output=True, text=True
        ).stdout.strip()
        common = [datetime.date.today().isoformat(), commit, machine(), f"{megabytes:.1f}", str(options.rounds)]
        is_new = not pathlib.Path(options.record).exists()
        with open(options.record, "a", encoding="utf-8") as file:
            if is_new:
                print("date", "commit", "machine", "export MB", "rounds", *head, sep="\t", file=file)
            for row in body:
                print(*common, *row, sep="\t", file=file)


if __name__ == "__main__":
    main()
