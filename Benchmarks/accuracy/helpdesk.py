#!/usr/bin/env python3
"""Do readback's findings go with what a manager thought of real tickets?

    helpdesk.py --gold DIR --readback PATH [--record FILE]

`DIR/helpdesk.jsonl` (CC BY) holds tickets whose staff turns a manager scored 1…5: Q2 "thorough", Q3 "responsive and
courteous"; 0 means not rated and is dropped. The unit is the ticket, with its least rated turn.

Each ticket goes through the built `readback score`. What is read off the answer are shares and yes-or-no facts, never
how long a ticket took or how many messages it has. A ridge regression combines them; every ticket is predicted by a
model that has not seen it (ten folds), and the intervals draw tickets with replacement.
"""

import argparse
import math
import random

import measures
from scoring import Scorer
from sets import load

FOLDS = 10
# A hundred tickets carry no more than a few free weights: shrink hard.
RIDGE = 100.0


def messages(row):
    return [
        {"id": m["id"], "role": m["role"], "visibility": m["visibility"], "at": time(m["at"]), "author": m["author"],
         "text": m["text"]}
        for m in row["messages"]
    ]


def time(text):
    return text.replace(" ", "T") if text else None


def ticket(row):
    turns = row["turns"]
    ended = max((t["ended"] for t in turns if t["ended"]), default=None)
    priority = {"High": "2", "Critical": "1", "Medium": "3", "Low": "4"}.get(turns[0]["priority"], "3")
    return {"id": row["id"], "opened_at": time(turns[0]["started"]), "first_resolved_at": time(ended), "closed_at": time(ended),
            "priority": priority, "kind": "incident", "messages": messages(row)}


def least(row, question):
    rated = [int(t[question]) for t in row["turns"] if t[question] not in ("", "0")]
    return min(rated) if rated else None


RULES = [
    "complete.no-update", "complete.next-step", "complete.when", "complete.no-confirmation", "complete.undocumented-close",
    "complete.resolution-parts", "clarity.passive-no-owner", "clarity.vague-time", "clarity.wordy", "clarity.concrete", "clarity.grade",
    "listening.no-paraphrase", "listening.unanswered-question", "listening.selective", "listening.pretend",
    "tone.missed-frustration", "jargon.term", "jargon.acronym", "jargon.artefact",
]


def mean(values):
    values = [v for v in values if v is not None]
    return sum(values) / len(values) if values else 0.0


def features(answer):
    """Shares of the public staff replies, and whether each rule fired. Nothing that grows with their number alone:
    a rule counts as the share of replies it stands on, and as having fired at all."""
    staff = [m for m in answer["messages"] if m["role"] == "staff" and (m["measures"]["words"] or 0) > 0]
    found = {}
    for message in staff:
        for rule in {f["rule"] for f in message["findings"]}:
            found[rule] = found.get(rule, 0) + 1
    n = max(1, len(staff))
    restating = [m["measures"]["paraphrase"] for m in staff if m["measures"].get("paraphrase")]
    levels = [m["measures"]["listening_level"] for m in staff if m["measures"].get("listening_level")]
    row = [
        mean(levels), min(levels, default=0), mean([r["coverage"] for r in restating]),
        mean([r["probability"] for r in restating]), mean([r["verbatim"] for r in restating]),
        mean([1.0 if m["measures"]["reflects_feeling"] else 0.0 for m in staff]),
        mean([m["measures"]["questions"] / max(1, m["measures"]["sentences"]) for m in staff]),
        mean([m["measures"].get("politeness") for m in staff]),
        mean([m["measures"]["reading"]["flesch_kincaid_grade"] for m in staff]),
        mean([math.log1p(m["measures"]["words"]) for m in staff]),
    ]
    for rule in RULES:
        row += [found.get(rule, 0) / n, 1.0 if found.get(rule) else 0.0]
    return row


def solve(matrix, vector):
    """Gauss with pivoting."""
    n = len(vector)
    rows = [list(matrix[i]) + [vector[i]] for i in range(n)]
    for column in range(n):
        pivot = max(range(column, n), key=lambda r: abs(rows[r][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for r in range(column + 1, n):
            factor = rows[r][column] / rows[column][column]
            for c in range(column, n + 1):
                rows[r][c] -= factor * rows[column][c]
    result = [0.0] * n
    for r in reversed(range(n)):
        result[r] = (rows[r][n] - sum(rows[r][c] * result[c] for c in range(r + 1, n))) / rows[r][r]
    return result


def ridge(x, y):
    """Weights of a ridge regression on standardised columns, and what is needed to apply them."""
    columns = list(zip(*x))
    means = [sum(c) / len(c) for c in columns]
    spreads = [math.sqrt(sum((v - m) ** 2 for v in c) / len(c)) or 1.0 for c, m in zip(columns, means)]
    z = [[(v - m) / s for v, m, s in zip(row, means, spreads)] for row in x]
    middle = sum(y) / len(y)
    k = len(means)
    matrix = [[sum(r[i] * r[j] for r in z) + (RIDGE if i == j else 0.0) for j in range(k)] for i in range(k)]
    vector = [sum(r[i] * (v - middle) for r, v in zip(z, y)) for i in range(k)]
    weights = solve(matrix, vector)
    return lambda row: middle + sum(w * (v - m) / s for w, v, m, s in zip(weights, row, means, spreads))


def predicted(x, y):
    order = list(range(len(x)))
    random.Random(20260301).shuffle(order)
    result = [0.0] * len(x)
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        model = ridge([x[i] for i in order if i not in held], [y[i] for i in order if i not in held])
        for i in held:
            result[i] = model(x[i])
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gold", required=True)
    parser.add_argument("--readback", required=True)
    parser.add_argument("--record", help="write the table to this file, tab-separated")
    options = parser.parse_args()
    rows = load(options.gold, "helpdesk")
    answers = Scorer(options.readback).score([ticket(r) for r in rows], "--strictness", "strict")
    lines = ["figure\tn\tvalue\tlow\thigh\taim"]

    def show(name, figure, scores, labels, aim):
        value = figure(scores, labels)
        low, high = measures.bootstrap(figure, scores, labels, times=1000)
        lines.append(f"{name}\t{len(labels)}\t{value:.3f}\t{low:.3f}\t{high:.3f}\t{aim}")
        print(lines[-1])

    for question, aims in (("Q3", ("0.60", "0.85")), ("Q2", ("", ""))):
        kept = [i for i, r in enumerate(rows) if least(r, question) is not None]
        y = [least(rows[i], question) for i in kept]
        rows_of = [features(answers[i]) for i in kept]
        scores = predicted(rows_of, y)
        show(f"helpdesk {question}, Spearman", measures.spearman, scores, y, aims[0])
        show(f"helpdesk {question} at most 3, AUC", measures.area_under_curve, [-s for s in scores], [v <= 3 for v in y],
             aims[1])
        # Whether a rule fired at all is likelier in a long ticket; shares are not.
        shares = predicted([row[:10] + row[10::2] for row in rows_of], y)
        show(f"helpdesk {question}, shares alone, Spearman", measures.spearman, shares, y, "")
        show(f"helpdesk {question} at most 3, shares alone, AUC", measures.area_under_curve, [-s for s in shares],
             [v <= 3 for v in y], "")
        count = [-len([m for m in rows[i]["messages"] if m["role"] == "staff"]) for i in kept]
        show(f"helpdesk {question}, number of staff messages, Spearman", measures.spearman, count, y, "")
        for rule in ("complete.no-update", "listening.unanswered-question", "listening.no-paraphrase"):
            fired = [any(f.startswith(rule + "@") for f in answers[i]["ticket"]["findings"]) for i in kept]
            show(f"helpdesk {question} at most 3, {rule} alone, AUC", measures.area_under_curve,
                 [float(f) for f in fired], [v <= 3 for v in y], "")
    # "No Follow up or update to client" and its kin.
    words = ("follow up", "update")
    noted = [any(w in t["Notes"].lower() and ("no " in t["Notes"].lower() or "need" in t["Notes"].lower())
                 for t in r["turns"] for w in words) for r in rows]
    fired = [any(f.startswith("complete.no-update@") for f in a["ticket"]["findings"]) for a in answers]
    both = sum(a and b for a, b in zip(noted, fired))
    lines.append(f"helpdesk notes on missing updates, recall of complete.no-update\t{sum(noted)}\t{both / max(1, sum(noted)):.3f}\t\t\t")
    print(lines[-1])
    lines.append(f"helpdesk other tickets, share with complete.no-update\t{len(noted) - sum(noted)}\t{(sum(fired) - both) / max(1, len(noted) - sum(noted)):.3f}\t\t\t")
    print(lines[-1])
    if options.record:
        with open(options.record, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
