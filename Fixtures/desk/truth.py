"""Writes down what was planted, so that a report on the desk can be held against it."""

from __future__ import annotations

import json
from math import exp, log, sqrt
from pathlib import Path

import plan
from exports import stamp, write_csv
from plan import FLAGS, PLANTED, WINDOW
from thread import Thread

LABEL_COLUMNS = (
    "ticket_id", "language", "channel", "priority", "category", "group", "assignee", "eligible", "why_not", "first_resolved_at", *FLAGS,
    *(f"{flag}_whole_thread" for flag in FLAGS), "reopened", "repeat_contact", "outcome", "ending", "reopen_reason", "reopens", "terms",
)


def labels(threads: list[Thread]) -> list[dict[str, str]]:
    """One row a ticket. Group and assignee are those at the first resolution, not those of the export."""
    as_of = max(thread.updated for thread in threads)
    return [_label(thread, as_of) for thread in threads]


def _label(thread: Thread, as_of) -> dict[str, str]:
    ticket, cut = thread.ticket, thread.first_resolved
    why_not = ""
    if ticket.shape in ("alert", "phone", "german", "cancelled"):
        why_not = {"alert": "alert", "phone": "phone", "german": "language", "cancelled": "never resolved"}[ticket.shape]
    elif cut is None:
        why_not = "never resolved"
    elif cut + WINDOW > as_of:
        why_not = "censored"
    inside = [at for at in thread.reopened if cut and at <= cut + WINDOW]
    real = bool(inside) and ticket.ending in ("reopened", "late")
    repeat = ticket.ending == "repeat"
    return {
        "ticket_id": ticket.number, "language": "de" if ticket.shape == "german" else "en", "channel": ticket.channel, "priority": str(ticket.priority), "category": ticket.category,
        "group": ticket.group, "assignee": ticket.agent.name, "eligible": str(int(not why_not)), "why_not": why_not, "first_resolved_at": stamp(cut),
        **{flag: "" if ticket.flags[flag] is None else str(int(ticket.flags[flag])) for flag in FLAGS},
        **{f"{flag}_whole_thread": "" if ticket.flags[flag] is None else str(int(flag in thread.everywhere)) for flag in FLAGS},
        "reopened": str(int(real)), "repeat_contact": str(int(repeat)), "outcome": str(int(real or repeat)), "ending": ticket.ending, "reopen_reason": thread.reopen_reason,
        "reopens": str(len(thread.reopened)), "terms": "; ".join(thread.terms),
    }


def write_labels(path: Path, rows: list[dict[str, str]]) -> None:
    write_csv(path, LABEL_COLUMNS, rows)


def write_truth(path: Path, rows: list[dict[str, str]], threads: list[Thread]) -> None:
    eligible = [row for row in rows if row["eligible"] == "1"]
    truth = {
        "window_days": WINDOW.days,
        "as_of": stamp(max(thread.updated for thread in threads)),
        "tickets": len(rows),
        "eligible": len(eligible),
        "left_out": {why: sum(row["why_not"] == why for row in rows) for why in sorted({row["why_not"] for row in rows} - {""})},
        "reopened_or_repeat_contact": _share(eligible, "outcome"),
        "reopened": _share(eligible, "reopened"),
        "thanks_only_reopens": sum(row["ending"] == "thanks" for row in rows),
        "strata": "priority × category × group at the first resolution",
        "flags": {flag: _flag(eligible, flag) for flag in FLAGS},
        "recurring_problems": [{"problem": key, "from": stamp(first), "days": days, "tickets": sorted(thread.ticket.number for thread in threads if thread.ticket.burst == key)}
                               for key, first, days, _ in plan.BURSTS],
        "repeat_contacts": sorted([thread.ticket.repeats.number, thread.ticket.number] for thread in threads if thread.ticket.repeats),
    }
    path.write_text(json.dumps(truth, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _share(rows: list[dict[str, str]], column: str) -> float:
    return round(sum(row[column] == "1" for row in rows) / len(rows), 4)


def _flag(rows: list[dict[str, str]], flag: str) -> dict:
    known = [row for row in rows if row[flag]]
    return {
        "planted_odds_ratio": PLANTED[flag],
        "applicable": len(known),
        "prevalence": _share(known, flag),
        "crude": _odds_ratio(known, flag, lambda row: ()),
        "mantel_haenszel": _odds_ratio(known, flag, lambda row: (row["priority"], row["category"], row["group"])),
        "whole_thread_mantel_haenszel": _odds_ratio(known, flag + "_whole_thread", lambda row: (row["priority"], row["category"], row["group"])),
    }


def _odds_ratio(rows: list[dict[str, str]], flag: str, stratum) -> list[float]:
    """Estimate and 95 % limits of the (stratified) odds ratio; the variance is that of Robins, Breslow and Greenland (1986)."""
    tables: dict[tuple, list[int]] = {}
    for row in rows:
        table = tables.setdefault(stratum(row), [0, 0, 0, 0])
        table[(0 if row[flag] == "1" else 2) + (0 if row["outcome"] == "1" else 1)] += 1
    r = s = pr = ps_qr = qs = 0.0
    for a, b, c, d in tables.values():
        n = a + b + c + d
        above, below = a * d / n, b * c / n
        p, q = (a + d) / n, (b + c) / n
        r, s = r + above, s + below
        pr, ps_qr, qs = pr + p * above, ps_qr + p * below + q * above, qs + q * below
    error = sqrt(pr / (2 * r * r) + ps_qr / (2 * r * s) + qs / (2 * s * s))
    return [round(exp(log(r / s) + z * error), 3) for z in (0.0, -1.959964, 1.959964)]
