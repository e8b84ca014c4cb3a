"""A ticket's course as the exports hold it: messages, changes of state, who had it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from plan import Ticket


@dataclass
class Message:
    at: datetime
    author: str
    role: str
    text: str
    private: bool = False


@dataclass
class Change:
    at: datetime
    before: str
    after: str
    by: str


@dataclass
class Thread:
    """A ticket with its course, cut at the time of the export."""

    ticket: Ticket
    title: str
    request: Message
    messages: list[Message] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    assignments: list[tuple[datetime, str, str]] = field(default_factory=list)
    close_notes: list[tuple[datetime, str]] = field(default_factory=list)
    everywhere: set[str] = field(default_factory=set)
    """Flags found anywhere in the thread, also after a reopen."""
    terms: list[str] = field(default_factory=list)
    reopen_reason: str = ""

    def at(self, state: str) -> list[datetime]:
        return [change.at for change in self.changes if change.after == state]

    @property
    def state(self) -> str:
        return self.changes[-1].after

    @property
    def reopened(self) -> list[datetime]:
        return [change.at for change in self.changes if change.before == "Resolved" and change.after == "In Progress"]

    @property
    def updated(self) -> datetime:
        return max([self.request.at] + [message.at for message in self.messages] + [change.at for change in self.changes])

    @property
    def first_resolved(self) -> datetime | None:
        return min(self.at("Resolved"), default=None)
