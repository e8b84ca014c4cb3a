#!/usr/bin/env python3
"""What Readback says of the public ServiceNow audit log, beside what a plain count of the file gives.

    servicenow.py READBACK incident_event_log.csv

READBACK is the built command; the log is "Incident management process enriched event log" (UCI Machine Learning
Repository, 2019; Amaral, Fantinato & Peres), one row an event, sorted by incident and sys_mod_count. Nothing of
it is part of this project. Rows marked *leaky* take every ticket as it was last exported, as published analyses
do; the others cut at the first resolution.
"""
import csv
import json
import subprocess
import sys


def readback(command, log, *options):
    run = subprocess.run([command, "analyze", log, "--json", "-", "--no-progress", *options],
                         check=True, capture_output=True, text=True)
    return json.loads(run.stdout)


def whole_tickets(log):
    """The last event of every incident, and the most it was ever reopened or reassigned: counted without Readback."""
    tickets = {}
    with open(log, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            ticket = tickets.setdefault(row["number"], {"reopened": 0, "mod": -1})
            ticket["reopened"] = max(ticket["reopened"], int(row["reopen_count"]))
            if int(row["sys_mod_count"]) >= ticket["mod"]:
                ticket.update(mod=int(row["sys_mod_count"]), moves=int(row["reassignment_count"]),
                              sla=row["made_sla"], priority=row["priority"])
    return list(tickets.values())


def table(a, n, c, m):
    """Odds ratio and Pearson's chi-squared of a of n against c of m."""
    b, d = n - a, m - c
    total = n + m
    chi = total * (a * d - b * c) ** 2 / (n * m * (a + c) * (b + d))
    return a * d / (b * c), chi


def row(name, figure, check=""):
    print(f"| {name} | {figure} | {check} |")


def main():
    command, log = sys.argv[1:]
    leaky = readback(command, log, "--window", "none", "--allow-leaky")
    cut = readback(command, log)
    plain = whole_tickets(log)

    def plain_counts(test):
        group = [t for t in plain if test(t)]
        return f"{sum(t['reopened'] > 0 for t in group)} of {len(group)}"

    def share(p):
        return f"{p['events']} of {p['total']}"

    print("| figure | Readback | plain count of the file |\n|---|---|---|")
    row("reopened (*leaky*)", share(leaky["reopened"]), plain_counts(lambda t: True))
    priorities = next(b for b in leaky["breakdowns"] if b["name"] == "priority")["rows"]
    for one in sorted(priorities, key=lambda r: r["value"]):
        row(f"priority {one['value']} (*leaky*)", share(one["reopened"]),
            plain_counts(lambda t: t["priority"] == one["value"]))
    for name, report in [(" (*leaky*)", leaky), ("", cut)]:
        one = report["process_associations"][0]
        a, b = one["exposed"], one["unexposed"]
        odds, chi = table(a["events"], a["total"], b["events"], b["total"])
        plain_moves = [plain_counts(lambda t: t["moves"] > 0), plain_counts(lambda t: t["moves"] == 0)]
        row(f"reassigned against not{name}", f"{share(a)}, {share(b)}",
            ", ".join(plain_moves) if name else "")
        row(f"crude odds ratio{name}", f"{one['crude']['odds_ratio']['value']:.3f}", f"{odds:.3f} from the counts")
        row(f"χ²{name}", "", f"{chi:.2f} from the counts")
        for view in ("stratified", "adjusted"):
            e = one[view]["odds_ratio"]
            row(f"{view} odds ratio{name}", f"{e['value']:.2f} ({e['lower']:.2f} to {e['upper']:.2f})")
        rates = one["dose"]["rates"]
        ratio = rates[4]["share"] / rates[0]["share"]
        row(f"four reassignments and more against none{name}",
            f"{share(rates[4])}, {share(rates[0])}: {ratio:.1f}-fold",
            ", ".join([plain_counts(lambda t: t["moves"] >= 4), plain_counts(lambda t: t["moves"] == 0)]) if name else "")
        row(f"verdict{name}", one["verdict"])
    # The default report holds the plain count beside its own, in rows marked leaky: the same as the leaky run's.
    one, whole = cut["process_associations"][0], leaky["process_associations"][0]
    beside = next(v for v in one["variants"] if v["leaky"])
    row("the default report's own row marked *leaky*",
        f"{share(beside['exposed'])}, {share(beside['unexposed'])}: odds ratio {beside['odds_ratio']['value']:.3f}",
        "the same as the leaky run" if (beside["exposed"], beside["unexposed"], one["dose"]["leaky_rates"])
        == (whole["exposed"], whole["unexposed"], whole["dose"]["rates"]) else "DIFFERS from the leaky run")
    row("tickets compared", share(cut["reopened"]))
    row("closing", next(n for n in cut["notes"] if "closed" in n))
    row("made_sla false, true (*leaky*; not read by Readback: it turns false when a ticket is resolved)", "",
        ", ".join([plain_counts(lambda t: t["sla"] == "false"), plain_counts(lambda t: t["sla"] == "true")]))


if __name__ == "__main__":
    main()
