"""Ends `readback run` with SIGKILL at random moments while an export grows, and looks at what is left.

    swift build -c release --static-swift-stdlib --product readback
    python3 Benchmarks/kill/kill.py .build/release/readback --kills 200 > Benchmarks/Results/kill.md

Two desks get the same files night by night. On one nobody disturbs the run; on the other it is ended again and again
until one run gets through. After every kill the database must pass SQLite's own check, `latest` must point to a whole
report, and no half-written file may stand among the reports. In the end both must hold the same: every row of every
table but times, and every byte of every report but the manifests, which hold the time.
"""

import argparse
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

CONFIGURATION = """version: 1
inputs: {files: exports/*.csv, settle: 0 s}
report: {outputs: [html, json, csv, findings, markdown], metrics: readback.prom, split_by: group}
digest: {to: [lead@example.org]}
"""
# Columns that hold times of the machine, not of the tickets.
TIMES = {"run": {"recorded_at"}, "input": {"modified_ns"}}


def pieces(export, nights):
    """The export in `nights` parts, each with its header."""
    header, *records = export.split("\r\n\"INC")
    records = ["\r\n\"INC" + record for record in records]
    size = -(-len(records) // nights)
    return [header + "".join(records[at:at + size]) + "\r\n" for at in range(0, len(records), size)]


class Desk:
    def __init__(self, binary, folder):
        self.binary, self.folder = binary, pathlib.Path(folder)
        (self.folder / "exports").mkdir(parents=True)
        (self.folder / "readback.yml").write_text(CONFIGURATION)
        # The same key, so that the same people have the same numbers.
        key = self.folder / "history.sqlite.key"
        key.write_text("000102030405060708090a0b0c0d0e0f\n")
        key.chmod(0o600)

    def deliver(self, night, text):
        (self.folder / "exports" / f"{night:03}.csv").write_bytes(text.encode())

    def start(self):
        return subprocess.Popen(
            [self.binary, "run", "--quiet"], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def run(self):
        process = self.start()
        errors = process.communicate()[1].decode()
        assert process.returncode == 0, errors

    def query(self, sql):
        connection = sqlite3.connect(self.folder / "history.sqlite")
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def runs(self):
        """Runs that the history remembers."""
        if not (self.folder / "history.sqlite").exists():
            return 0
        if not self.query("SELECT 1 FROM sqlite_master WHERE name = 'v_run'"):
            return 0
        return self.query("SELECT count(*) FROM run")[0][0]

    def check(self):
        """What is wrong after a kill; nothing is expected."""
        faults = []
        if (self.folder / "history.sqlite").exists():
            faults += [row[0] for row in self.query("PRAGMA integrity_check") if row[0] != "ok"]
            faults += [str(row) for row in self.query("PRAGMA foreign_key_check")]
        reports = self.folder / "reports"
        if not reports.exists():
            return faults
        for entry in sorted(reports.iterdir(), key=lambda entry: entry.stat().st_mtime)[-3:]:
            if entry.name.startswith("."):
                continue  # where the next run cleans up
            for name in ("run.json", "report.json"):
                try:
                    json.loads((entry / name).read_text())
                except (OSError, ValueError) as error:
                    faults.append(f"{entry.name}/{name}: {error}")
            for file in entry.rglob("*.partial"):
                faults.append(f"half written: {file}")
        return faults

    def state(self):
        """Everything that must not depend on kills."""
        state = {}
        for (table,) in self.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"):
            columns = [row[1] for row in self.query(f"PRAGMA table_info({table})")]
            kept = [column for column in columns if column not in TIMES.get(table, ())]
            state[table] = sorted(map(repr, self.query(f"SELECT {', '.join(kept)} FROM {table}")))
        for path in sorted((self.folder / "reports").rglob("*")):
            name = str(path.relative_to(self.folder))
            if path.is_symlink():
                state[name] = os.readlink(path)
            elif path.is_file() and path.name != "run.json":
                state[name] = path.read_bytes()
        state["readback.prom"] = (self.folder / "readback.prom").read_bytes()
        return state


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--nights", type=int, default=50)
    parser.add_argument("--seed", type=int, default=8)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    root = pathlib.Path(__file__).resolve().parents[2]
    export = (root / "Fixtures/desk/incidents.csv").read_bytes().decode()
    nights = pieces(export, options.nights)
    with tempfile.TemporaryDirectory() as folder:
        calm = Desk(options.binary.resolve(), folder + "/calm")
        wild = Desk(options.binary.resolve(), folder + "/wild")
        durations = []
        for night, text in enumerate(nights):
            calm.deliver(night, text)
            began = time.monotonic()
            calm.run()
            durations.append(time.monotonic() - began)
        kills, late, faults = 0, 0, []
        for night, text in enumerate(nights):
            wild.deliver(night, text)
            # A night whose run got through before its kill has nothing left to disturb; the next nights make up for it.
            due = options.kills * (night + 1) // len(nights)
            while kills < due and wild.runs() == night:
                process = wild.start()
                time.sleep(chance.uniform(0, durations[night]))
                process.send_signal(signal.SIGKILL)
                process.communicate()
                if process.returncode == -signal.SIGKILL:
                    kills += 1
                else:
                    late += 1
                faults += [f"night {night}, kill {kills}: {fault}" for fault in wild.check()]
            wild.run()
        expected, found = calm.state(), wild.state()
        different = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
    print("# Ended at random moments\n")
    print(f"`readback run` over {len(nights)} nights of a growing export, ended {kills} times by SIGKILL at a moment drawn "
          "evenly from the time an undisturbed run takes.\n")
    print("| | |\n|---|---|")
    print(f"| kills | {kills} |")
    print(f"| runs that ended before the signal came | {late} |")
    print(f"| faults of the database or the reports after a kill | {len(faults)} |")
    print(f"| tables and files compared in the end | {len(expected)} |")
    print(f"| of them different from an undisturbed desk | {len(different)} |")
    for fault in faults + different:
        print(f"\n- {fault}")
    return 1 if faults or different else 0


if __name__ == "__main__":
    sys.exit(main())
