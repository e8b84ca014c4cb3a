"""Runs the built `readback score` over texts and gives back what it said of them."""

import csv
import json
import os
import subprocess
import tempfile


def ticket(number, messages, **more):
    """One line for `readback score`; messages are (role, text) pairs, told apart by their position."""
    return {
        "id": str(number),
        "messages": [
            {"id": str(i), "role": role, "visibility": "public", "text": text}
            for i, (role, text) in enumerate(messages)
        ],
        **more,
    }


def draft(number, text):
    """A ticket of one staff message."""
    return ticket(number, [("staff", text)])


def exchange(number, request, reply):
    """A ticket of a request, if there is one, and its reply."""
    return ticket(number, ([("requester", request)] if request else []) + [("staff", reply)])


def thread(number, lines):
    """A ticket written as lines, one message each: `requester:`, `staff:`, `note:` or `closing:` before it.

    Messages are an hour apart; more than two, or a closing text, make a ticket that was brought to its end.
    """
    ticket = {"id": str(number), "messages": []}
    for i, line in enumerate(lines):
        kind, text = line.split(": ", 1)
        if kind == "closing":
            ticket["resolution"] = text
            continue
        ticket["messages"].append({
            "id": str(i), "role": "requester" if kind == "requester" else "staff",
            "visibility": "internal" if kind == "note" else "public", "at": f"2026-03-02T{9 + i:02}:00:00Z",
            "text": text,
        })
    if len(lines) > 2 or "resolution" in ticket:
        ticket["first_resolved_at"] = f"2026-03-02T{9 + len(lines):02}:00:00Z"
    return ticket


class Scorer:
    """The product under test."""

    def __init__(self, readback, segments=None):
        self.readback = readback
        self.segments = segments

    def cut(self, texts):
        """How the text engine cuts each text: spans of words and sentences in bytes, and syllables."""
        if not self.segments:
            raise FileNotFoundError(2, "not told", "--segments")
        done = subprocess.run(
            [self.segments], input=b"".join(text.encode() + b"\0" for text in texts), stdout=subprocess.PIPE, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def findings(self, threads, *options):
        """What is found in threads (see `thread`) as the tickets of one desk: for each the set of its rules."""
        with tempfile.TemporaryDirectory() as folder:
            tickets, messages = os.path.join(folder, "tickets.csv"), os.path.join(folder, "messages.csv")
            with open(tickets, "w", encoding="utf-8", newline="") as file:
                rows = csv.writer(file)
                rows.writerow(["ticket_id", "requester", "created_at", "resolved_at"])
                for i in range(len(threads)):
                    rows.writerow([i, f"requester {i}", "2026-03-02 09:00:00", "2026-03-02 20:00:00"])
            with open(messages, "w", encoding="utf-8", newline="") as file:
                rows = csv.writer(file)
                rows.writerow(["ticket_id", "message_id", "created_at", "author", "author_role", "is_private", "body"])
                for i, lines in enumerate(threads):
                    for j, line in enumerate(lines):
                        kind, text = line.split(": ", 1)
                        author, role = (f"requester {i}", "requester") if kind == "requester" else ("desk", "agent")
                        rows.writerow([i, f"{i}-{j}", f"2026-03-02 {9 + j:02}:00:00", author, role, int(kind == "note"), text])
            done = subprocess.run(
                [self.readback, "analyze", tickets, messages, "--findings", "-", "--quiet", *options],
                stdout=subprocess.PIPE, check=True)
        found = [set() for _ in threads]
        for line in done.stdout.splitlines():
            finding = json.loads(line)
            found[int(finding["ticket"])].add(finding["rule"])
        return found

    def score(self, tickets, *options):
        """The answers to `tickets`, in their order. Lines that could not be read are an error."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "in.ndjson")
            with open(path, "w", encoding="utf-8") as file:
                for line in tickets:
                    file.write(json.dumps(line, ensure_ascii=False) + "\n")
            with open(path, "rb") as file:
                done = subprocess.run(
                    [self.readback, "score", *options], stdin=file, stdout=subprocess.PIPE, check=False)
        if done.returncode != 0:
            raise SystemExit(f"{self.readback} score ended with {done.returncode}")
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        for asked, answer in zip(tickets, answers):
            if answer.get("error"):
                raise SystemExit(f"line {asked['id']}: {answer['error']}")
        return answers


def last(answer):
    """The measures of the last message of an answer."""
    return answer["messages"][-1]["measures"]


def fired(answer, rule, message=-1):
    """Whether a rule's finding stands on a message."""
    return any(finding["rule"] == rule for finding in answer["messages"][message]["findings"])
