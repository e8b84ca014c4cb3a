#!/usr/bin/env python3
"""Writes the demo desk: half a year of tickets of a freight company that does not exist.

    python3.11 generate.py [FOLDER]        (default: the folder of this file; standard library only)

The same bytes come out each time. What is written:

    incidents.csv          a ServiceNow list export: field names, display values, journals in one column
    incidents.xml          those opened from May on as a ServiceNow unload: raw values, journals as
                           sibling records (all of them would make the fixtures half as large again)
    tickets.csv            the same desk as a pair: tickets without text …
    messages.csv           … and their messages, in the order of time and not of tickets
    status_history.csv     every change of state: the only place where the first resolution survives a reopen
    labels.csv             what is true of each ticket: the planted gaps, eligible or why not, how it went on
    truth.json             what was planted and what it came to in these tickets

What is planted (`plan.py`), as odds ratios on being reopened, or written about anew, within 14 days of the first
resolution:

    jargon              a technical term in a public reply that nobody explains                2.6
    no_paraphrase       the first reply restates nothing of a request longer than a line       2.2
    empty_resolution    "Done.", "Fixed, closing."                                             2.0
    long_sentences      office style; no effect, but at home where reopens are: business
                        applications and high priorities, so the crude ratio misleads          1.0
    vague_time          "soon", "shortly"                                                      1.0

The trap: after a reopen staff write more, with more terms, more "soon", more long sentences, apologies, and tickets
change hands; the tool overwrites `resolved_at`, `close_notes`, state, group and assignee. Whoever reads whole
threads finds that vague times and long sentences "cause" reopens.

Also on the desk: tickets not resolved yet, or resolved in the last two weeks (censored); three that were cancelled;
phone tickets, a third of them without a word to the caller; alerts of a monitoring account; some in German; one
that appears twice; reopens that only say thanks; reopens after the window; a few reopened twice; requesters who
open a new ticket instead; three problems that hit many people within days; one agent who pastes prepared replies.

`problems/` holds what people write in about and the answers that fit, `replies.py` what is said whatever the
problem, `people.py` names and habits, `threads.py` puts a ticket's course into words.
"""

import copy
import sys
from datetime import datetime
from pathlib import Path

import exports
import plan
import threads
import truth

UNLOADED_FROM = datetime(2026, 5, 1)


def main(folder: Path) -> None:
    desk = threads.write(plan.plan())
    rows = truth.labels(desk)
    truth.write_labels(folder / "labels.csv", rows)
    truth.write_truth(folder / "truth.json", rows, desk)
    desk = with_double(desk)
    exports.write_incidents(folder / "incidents.csv", desk)
    exports.write_unload(folder / "incidents.xml", [thread for thread in desk if thread.ticket.opened >= UNLOADED_FROM])
    exports.write_pair(folder, desk)


def with_double(desk: list[threads.Thread]) -> list[threads.Thread]:
    """The desk with one ticket in it twice: once as it was on the day before its resolution."""
    place = next(index for index, thread in enumerate(desk) if index > 240 and thread.state == "Closed" and len(thread.messages) > 4 and not thread.reopened)
    early = copy.deepcopy(desk[place])
    early.messages = early.messages[:2]
    early.changes = early.changes[:2]
    early.close_notes = []
    return desk[: place + 90] + [early] + desk[place + 90 :]


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
