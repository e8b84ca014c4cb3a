"""Writes the desk in the shapes of the vendors' exports."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import people
from plan import EXPORTED
from thread import Message, Thread

_STATES = {"New": 1, "In Progress": 2, "On Hold": 3, "Resolved": 6, "Closed": 7, "Canceled": 8}
_PRIORITIES = {1: "1 - Critical", 2: "2 - High", 3: "3 - Moderate", 4: "4 - Low"}
_CHANNELS = {"email": "Email", "phone": "Phone", "self-service": "Self-service", "monitoring": "Monitoring"}

COLUMNS = (
    "number", "opened_at", "resolved_at", "closed_at", "reopened_time", "reopen_count", "state", "priority", "category", "contact_type", "assignment_group", "assigned_to", "caller_id",
    "reassignment_count", "sys_updated_on", "short_description", "description", "comments_and_work_notes", "close_notes",
)


def stamp(at) -> str:
    return at.strftime("%Y-%m-%d %H:%M:%S") if at else ""


def sys_id(kind: str, name: str) -> str:
    """A record's id, as ServiceNow makes them: 32 hexadecimal digits."""
    return hashlib.md5(f"{kind}:{name}".encode()).hexdigest()


def fields(thread: Thread) -> dict[str, str]:
    """The ticket as last exported: of several resolutions only the last one is left, as in ServiceNow."""
    ticket = thread.ticket
    _, group, assignee = thread.assignments[-1] if thread.assignments else (None, "", "")
    return {
        "number": ticket.number,
        "opened_at": stamp(ticket.opened),
        "resolved_at": stamp(max(thread.at("Resolved"), default=None)),
        "closed_at": stamp(max(thread.at("Closed"), default=None)),
        "reopened_time": stamp(max(thread.reopened, default=None)),
        "reopen_count": str(len(thread.reopened)),
        "state": thread.state,
        "priority": _PRIORITIES[ticket.priority],
        "category": ticket.category,
        "contact_type": _CHANNELS[ticket.channel],
        "assignment_group": group,
        "assigned_to": assignee,
        "caller_id": ticket.caller,
        "reassignment_count": str(max(len(thread.assignments) - 1, 0)),
        "sys_updated_on": stamp(thread.updated),
        "short_description": thread.title,
        "description": thread.request.text,
        "comments_and_work_notes": journal(thread.messages),
        "close_notes": thread.close_notes[-1][1] if thread.close_notes else "",
    }


def journal(messages: list[Message]) -> str:
    """The journal field: newest first, a blank line after each entry, blank lines inside entries left as they are."""
    return "".join(f"{stamp(message.at)} - {message.author} ({'Work notes' if message.private else 'Additional comments'})\n{message.text}\n\n" for message in reversed(messages))


def write_csv(path: Path, header: tuple[str, ...], rows: list[dict[str, str]], quote_all: bool = False) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode())


def write_incidents(path: Path, threads: list[Thread]) -> None:
    write_csv(path, COLUMNS, [fields(thread) for thread in threads], quote_all=True)


def write_unload(path: Path, threads: list[Thread]) -> None:
    """The tickets as an XML unload: raw values, and journals as records of their own."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<unload unload_date="{stamp(EXPORTED)}">']
    for thread in threads:
        lines += _incident(thread)
        lines += [_journal_field(thread, message) for message in thread.messages]
    path.write_text("\n".join([*lines, "</unload>", ""]), encoding="utf-8", newline="\n")


def _incident(thread: Thread) -> list[str]:
    ticket, values = thread.ticket, fields(thread)
    raw = values | {
        "sys_id": sys_id("incident", ticket.number),
        "state": str(_STATES[thread.state]),
        "priority": str(ticket.priority),
        "category": ticket.category.split(" ")[0].lower(),
        "contact_type": ticket.channel,
        "active": "false" if thread.state in ("Closed", "Canceled") else "true",
        "sys_created_by": people.user_name(ticket.caller),
        "sys_created_on": stamp(ticket.opened),
        "comments": "", "work_notes": "", "comments_and_work_notes": "",
    }
    lines = ['<incident action="INSERT_OR_UPDATE">']
    for name in sorted(raw):
        value = raw[name]
        if name in ("assigned_to", "assignment_group", "caller_id"):
            kind = "sys_user_group" if name == "assignment_group" else "sys_user"
            lines.append(f"<{name} display_value={quoteattr(value)}>{sys_id(kind, value)}</{name}>" if value else f'<{name} display_value=""/>')
        else:
            lines.append(f"<{name}>{escape(value)}</{name}>" if value else f"<{name}/>")
    return [*lines, "</incident>"]


def _journal_field(thread: Thread, message: Message) -> str:
    author = "system" if message.role == "system" else people.user_name(message.author)
    return (
        f'<sys_journal_field action="INSERT_OR_UPDATE"><element>{"work_notes" if message.private else "comments"}</element>'
        f"<element_id>{sys_id('incident', thread.ticket.number)}</element_id><name>incident</name><sys_created_by>{author}</sys_created_by>"
        f"<sys_created_on>{stamp(message.at)}</sys_created_on><value>{escape(message.text)}</value></sys_journal_field>"
    )


# The pair: tickets and messages in two files, and the changes of state in a third.

PAIR_COLUMNS = ("ticket_id", "subject", "status", "priority", "category", "channel", "team", "assignee", "requester", "created_at", "resolved_at", "closed_at", "reopens", "updated_at")
MESSAGE_COLUMNS = ("ticket_id", "message_id", "created_at", "author", "author_role", "is_private", "body")
HISTORY_COLUMNS = ("ticket_id", "changed_at", "from", "to", "by")
_PAIR_NAMES = dict(zip(PAIR_COLUMNS, ("number", "short_description", "state", "priority", "category", "contact_type", "assignment_group", "assigned_to", "caller_id", "opened_at", "resolved_at",
                                      "closed_at", "reopen_count", "sys_updated_on")))


def write_pair(folder: Path, threads: list[Thread]) -> None:
    write_csv(folder / "tickets.csv", PAIR_COLUMNS, [{name: fields(thread)[column] for name, column in _PAIR_NAMES.items()} for thread in threads])
    once = list({thread.ticket.number: thread for thread in threads}.values())
    messages = [(message.at, thread.ticket.number, index, message) for thread in once for index, message in enumerate([thread.request, *thread.messages])]
    messages.sort(key=lambda entry: entry[:3])
    write_csv(folder / "messages.csv", MESSAGE_COLUMNS, [
        {"ticket_id": number, "message_id": f"m{serial:05d}", "created_at": stamp(at), "author": message.author, "author_role": message.role, "is_private": str(int(message.private)), "body": message.text}
        for serial, (at, number, _, message) in enumerate(messages, 1)
    ])
    changes = [(change.at, thread.ticket.number, index, change) for thread in once for index, change in enumerate(thread.changes)]
    changes.sort(key=lambda entry: entry[:3])
    write_csv(folder / "status_history.csv", HISTORY_COLUMNS, [
        {"ticket_id": number, "changed_at": stamp(at), "from": change.before, "to": change.after, "by": change.by} for at, number, _, change in changes
    ])
