#!/usr/bin/env python3
"""CSV readers side by side, by CPU time: ours and DuckDB's over the same file, every column's bytes delivered.

    csv_readers.py READERS FILE [ROUNDS]

READERS is the built bench (`swift build -c release --package-path Benchmarks`, then
`Benchmarks/.build/release/readers`). DuckDB comes from PyPI (`pip install duckdb`). Rounds alternate; each figure is the
best of them. DuckDB runs with one thread and sums the length of every column, so that it can't leave any out. "Whole
process" is what a user pays, start-up and imports included; "work" is the reading alone.
"""

import os
import re
import resource
import subprocess
import sys

import duckdb


def cpu_time():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def duckdb_seconds(connection, path):
    source = f"read_csv('{path}', all_varchar=true, delim=',', header=true, quote='\"')"
    before = cpu_time()
    columns = [row[0] for row in connection.execute(f"describe select * from {source}").fetchall()]
    sums = ", ".join(f'sum(strlen("{name}"))' for name in columns)
    connection.execute(f"select count(*), {sums} from {source}").fetchall()
    return cpu_time() - before


def our_rate(readers, path):
    output = subprocess.run([readers, path], capture_output=True, text=True, check=True).stdout
    return {kind: float(rate) for kind, rate in re.findall(r"(parser|reader)[^:]*: ([\d.]+) MB/s", output)}


def whole_process(command):
    """CPU seconds of a process and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    if len(sys.argv) == 3 and sys.argv[1] == "--duckdb":
        connection = duckdb.connect()
        connection.execute("set threads = 1")
        duckdb_seconds(connection, sys.argv[2])
        return
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    readers, path = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    megabytes = os.path.getsize(path) / 1e6
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    best = {"parser": 0.0, "reader": 0.0, "duckdb": 0.0, "whole duckdb": 0.0, "whole reader": 0.0}
    for _ in range(rounds):
        ours, theirs = whole_process([readers, "--once", path]), whole_process([sys.executable, __file__, "--duckdb", path])
        best["whole reader"] = max(best["whole reader"], megabytes / ours)
        best["whole duckdb"] = max(best["whole duckdb"], megabytes / theirs)
        best["duckdb"] = max(best["duckdb"], megabytes / duckdb_seconds(connection, path))
        for kind, rate in our_rate(readers, path).items():
            best[kind] = max(best[kind], rate)
    print(f"what\tMB per CPU-second\tratio to DuckDB {duckdb.__version__}")
    for kind, name, base in (
            ("whole duckdb", "whole process: DuckDB read_csv", "whole duckdb"),
            ("whole reader", "whole process: our reader", "whole duckdb"),
            ("duckdb", "work: DuckDB read_csv", "duckdb"),
            ("reader", "work: our reader, from opening the file on", "duckdb"),
            ("parser", "work: our parser, bytes in memory", "duckdb")):
        print(f"{name}\t{best[kind]:.0f}\t{best[kind] / best[base]:.2f}")


if __name__ == "__main__":
    main()
