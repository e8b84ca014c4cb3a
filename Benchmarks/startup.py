#!/usr/bin/env python3
"""What a short run costs: whole processes, from the start to the exit.

    startup.py READBACK [--runs N] [--record FILE]

Run from the root of the repository: a night's delta of 100 tickets and a look at it (the first of Fixtures/desk/incidents.csv),
and a draft of a hundred words, as an editor checks it on each save. Wall and CPU time in milliseconds, the least and the median
of the runs.
"""

import argparse
import csv
import datetime
import pathlib
import resource
import statistics
import subprocess
import tempfile
import time

DRAFT = """Hi Ana,

thank you for the details. I have looked at the printer on the third floor and found that its queue was stuck since this
morning. I restarted the queue at 10:15 and printed your two documents, which are in the tray now. Other people on your
floor had the same problem, and I have told them too. The cause was a large drawing that the printer could not read, so
please send drawings to the plotter in room 12 until Friday, when the new software comes. Could you please check whether
your report comes out in colour? If it does not, call me at extension 12 and I will come by this afternoon.

Regards
Leon
"""


def measure(command, runs):
    wall, cpu = [], []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wall.append(1e3 * (time.perf_counter() - start))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu.append(1e3 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return min(wall), statistics.median(wall), min(cpu), statistics.median(cpu)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readback", help="the built command")
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument("--record", help="append the rows to this file, tab-separated")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        delta, draft = folder / "delta.csv", folder / "draft.txt"
        with open("Fixtures/desk/incidents.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[:101]
        with open(delta, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        draft.write_text(DRAFT, encoding="utf-8")
        html, json = str(folder / "report.html"), str(folder / "report.json")
        jobs = [
            ("help", ["--help"]),
            ("analyze 100 tickets", ["analyze", str(delta)]),
            ("analyze 100 tickets, HTML and JSON", ["analyze", str(delta), "--html", html, "--json", json]),
            ("inspect 100 tickets", ["inspect", str(delta)]),
            ("check a draft of a hundred words", ["check", str(draft)]),
        ]
        lines = []
        for title, arguments in jobs:
            figures = measure([options.readback, *arguments], options.runs)
            lines.append("\t".join([title] + [f"{figure:.1f}" for figure in figures]))
    head = "job\twall_least_ms\twall_median_ms\tcpu_least_ms\tcpu_median_ms"
    print("\n".join([head, *lines]))
    if options.record:
        today = datetime.date.today().isoformat()
        is_new = not pathlib.Path(options.record).exists()
        with open(options.record, "a", encoding="utf-8") as file:
            if is_new:
                file.write("date\t" + head + "\n")
            file.writelines(f"{today}\t{line}\n" for line in lines)


if __name__ == "__main__":
    main()
