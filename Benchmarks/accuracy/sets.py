"""What each labelled set is compared with: one function a set, each giving rows of the result table.

A function takes the folder of sets and a `Scorer` and yields `Row`s. Thresholds that belong to the product are the
product's; one that is chosen here, on the set itself, is named in the row.
"""

import json
import os

import measures
from scoring import draft, exchange, last


class Row:
    """One line of the table: a figure, with what it was made from."""

    def __init__(self, name, kind, figure, predicted, labels, groups=None, aim=None, binary=True):
        self.name, self.kind, self.aim = name, kind, aim
        self.n = len(labels)
        self.positives = sum(map(bool, labels)) if binary else None
        self.precision = measures.precision(predicted, labels) if binary else None
        self.recall = measures.recall(predicted, labels) if binary else None
        self.value = figure(predicted, labels)
        self.low, self.high = measures.bootstrap(figure, predicted, labels, groups)


def load(folder, name):
    with open(os.path.join(folder, name + ".jsonl"), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def conversation(identifier):
    """The conversation that a turn's identifier ("12:3") belongs to."""
    return identifier.rsplit(":", 1)[0]


def before(context, role):
    """What `role` said last, several messages in a row taken together."""
    said = []
    for speaker, text in reversed(context):
        if speaker == role:
            said.append(text)
        elif said:
            break
    return "\n".join(reversed(said))


# MARK: Listening


def annomi(folder, scorer):
    rows = load(folder, "annomi_therapist_turns")
    answers = scorer.score([exchange(i, r["prev_client"], r["text"]) for i, r in enumerate(rows)])
    groups = [r["group"] for r in rows]
    # A turn that opens a session answers nothing, so it holds no restatement.
    said = [(last(a)["paraphrase"] or {"probability": 0})["probability"] >= 0.5 for a in answers]
    yield Row("annomi reflection", "F1", measures.f1, said,
              [r["reflection_exists"] >= 0.5 for r in rows], groups, 0.70)
    yield Row("annomi question", "F1", measures.f1, [last(a)["questions"] > 0 for a in answers],
              [r["question_exists"] >= 0.5 for r in rows], groups, 0.94)
    told = [i for i, r in enumerate(rows) if r["question_subtype"] in ("open", "closed")]
    yield Row("annomi open question", "F1", measures.f1, [last(answers[i])["open_questions"] > 0 for i in told],
              [rows[i]["question_subtype"] == "open" for i in told], [groups[i] for i in told], 0.84)


def esconv(folder, scorer):
    rows = load(folder, "esconv_supporter_turns")
    answers = scorer.score([exchange(i, before(r["context"], "seeker"), r["text"]) for i, r in enumerate(rows)])
    labels = [r["label"] in ("Restatement or Paraphrasing", "Reflection of feelings") for r in rows]
    restates = [(last(a)["paraphrase"] or {"probability": 0})["probability"] >= 0.5 for a in answers]
    feels = [last(a)["reflects_feeling"] for a in answers]
    groups = conversations(rows)
    yield Row("esconv restates", "F1", measures.f1, restates, labels, groups)
    yield Row("esconv restates or reflects", "F1", measures.f1,
              [a or b for a, b in zip(restates, feels)], labels, groups, 0.50)


def conversations(rows):
    """Numbers conversations whose turns stand in order: a new one begins where the turn's number falls."""
    result, number, previous = [], 0, -1
    for row in rows:
        if row["turn"] <= previous:
            number += 1
        previous = row["turn"]
        result.append(number)
    return result


ALL = [annomi, esconv]
