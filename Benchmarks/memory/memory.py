#!/usr/bin/env python3
"""How much memory whole runs take, as the input grows.

    swift build -c release --product readback
    python3 Benchmarks/memory/memory.py .build/release/readback --record Benchmarks/Results/memory.md

Made-up exports of 100 MB, 1 GB and 5 GB (`--sizes`), a row a ticket, and pairs of tickets and messages in an order that has
nothing to do with them (`--pairs`). Each is analysed once by the command with two workers. The resident memory of the process is
read a hundred times a second; its progress line tells when reading and scoring are over, the rest is estimation and reports.
Exports are written to `--folder`, which needs room for twice the largest, and removed.
"""

import argparse
import datetime
import os
import pathlib
import pty
import resource
import subprocess
import tempfile
import threading
import time

import desk

# What the process holds in memory, by /proc: all of it, and the part that is not mapped from files.
KEYS = ("VmRSS", "RssAnon")


class Progress(threading.Thread):
    """Reads what the command shows on its terminal; notes when the last of it came that says how far it is."""

    def __init__(self, terminal):
        super().__init__(daemon=True)
        self.terminal = terminal
        self.is_reading = True
        self.start()

    def run(self):
        while True:
            try:
                shown = os.read(self.terminal, 4096)
            except OSError:
                return
            # The line is taken away when everything is read, scored and reported; at 100 % it is read and scored.
            if not shown or b"100 %" in shown:
                self.is_reading = False
                return


def memory(pid):
    """The figures of a process now, in bytes; none once it has ended."""
    try:
        lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return None
    found = dict(line.split(":", 1) for line in lines if line.startswith(KEYS))
    return {key: int(value.split()[0]) * 1024 for key, value in found.items()} if len(found) == len(KEYS) else None


def measure(command):
    """Runs a command. The most memory it held while reading and after, the most in all, CPU and wall seconds."""
    ours, theirs = pty.openpty()
    start = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    progress = Progress(ours)
    most = {"reading": {key: 0 for key in KEYS}, "estimation": {key: 0 for key in KEYS}}
    while process.poll() is None:
        phase = most["reading" if progress.is_reading else "estimation"]
        for key, value in (memory(process.pid) or {}).items():
            phase[key] = max(phase[key], value)
        time.sleep(0.01)
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = usage.ru_utime + usage.ru_stime - before.ru_utime - before.ru_stime
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return most, cpu, time.monotonic() - start


def megabytes(number):
    return f"{number / 2**20:,.0f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readback", help="the built command")
    parser.add_argument("--sizes", default="100,1000,5000", help="megabytes of the exports with a row a ticket")
    parser.add_argument("--pairs", default="100,1000", help="megabytes of the pairs")
    parser.add_argument("--memory", help="what to give as --memory")
    parser.add_argument("--folder", default=tempfile.gettempdir())
    parser.add_argument("--record", help="append the table to this file")
    options = parser.parse_args()
    extra = ["--memory", options.memory] if options.memory else []

    lines = [
        "| input | tickets | MB | reading and scoring: MB resident | of it not mapped | estimation: MB resident | of it not mapped "
        "| bytes a ticket | CPU s | wall s |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    print("\n".join(lines), flush=True)
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = pathlib.Path(name)
        jobs = [("one file", int(size)) for size in options.sizes.split(",") if size]
        jobs += [("unsorted pair", int(size)) for size in options.pairs.split(",") if size]
        for shape, size in jobs:
            files = [folder / "tickets.csv"]
            if shape == "one file":
                tickets = desk.write_one_file(files[0], size * 1_000_000)
            else:
                files.append(folder / "messages.csv")
                tickets = desk.write_unsorted_pair(*files, size * 1_000_000)
            written = sum(file.stat().st_size for file in files)
            command = [options.readback, "analyze", *map(str, files), "--threads", "2", *extra]
            most, cpu, wall = measure(command)
            reading, estimation = most["reading"], most["estimation"]
            lines.append(
                f"| {shape} | {tickets:,} | {written / 1e6:,.0f} | {megabytes(reading['VmRSS'])} | {megabytes(reading['RssAnon'])} "
                f"| {megabytes(estimation['VmRSS'])} | {megabytes(estimation['RssAnon'])} "
                f"| {estimation['VmRSS'] / tickets:,.0f} | {cpu:,.0f} | {wall:,.0f} |")
            print(lines[-1], flush=True)
            for file in files:
                file.unlink()
    if options.record:
        today = datetime.date.today().isoformat()
        with open(options.record, "a", encoding="utf-8") as file:
            file.write(f"\n{today}, `memory.py{' --memory ' + options.memory if options.memory else ''}`\n\n")
            file.writelines(line + "\n" for line in lines)


if __name__ == "__main__":
    main()
