"""Writes what is said and done on each ticket, from its plan."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

import calendar_hours
import people
import replies
import wording
from plan import EXPORTED, SEED, WINDOW, Ticket
from thread import Change, Message, Thread

_BY_GROUP = {group: [agent for agent in people.AGENTS if agent.group == group] for group in (people.SERVICE_DESK, people.DEVICES, people.NETWORK, people.BUSINESS)}


def write(tickets: list[Ticket]) -> list[Thread]:
    """The threads of all tickets, in the order given."""
    writer = _Writer()
    return [writer.thread(ticket) for ticket in tickets]


class _Writer:
    def __init__(self) -> None:
        self.deck = wording.Deck(Random(f"{SEED}:deck"))
        self.titles: dict[str, int] = {}

    # Courses.

    def thread(self, ticket: Ticket) -> Thread:
        self.ticket, self.random = ticket, ticket.random
        self.slots = ticket.slots | {"id": ticket.number, "two": str(self.random.randint(11, 48)), "d": str(self.random.randint(1, 7))}
        self.agent = ticket.agent
        self.used: set[str] = set()
        course = {"alert": self._alert, "german": self._german, "cancelled": self._cancelled}.get(ticket.shape, self._person)
        self.thread_ = course()
        _cut(self.thread_)
        return self.thread_

    def _start(self, title: str, text: str) -> Thread:
        ticket = self.ticket
        thread = Thread(ticket, title, Message(ticket.opened, ticket.caller, "requester", wording.at_that_hour(text, ticket.opened)))
        thread.changes.append(Change(ticket.opened, "", "New", ticket.caller))
        self.thread_ = thread
        return thread

    def _person(self) -> Thread:
        ticket, case, random = self.ticket, self.ticket.case, self.random
        text = wording.request(case.request, ticket.caller, ticket.department, self.slots, self.deck, random)
        if ticket.repeats:
            text = wording.fill(self.deck.deal(replies.REPEAT_OPENINGS), {"id": ticket.repeats.number}) + wording.fill(case.request, self.slots)
        title = wording.title(case.title, case.request, self.slots, random)
        if ticket.channel == "phone":
            text = f"{ticket.caller} called: {title}. Call back on {self.slots['ext']}." if random.random() < 0.5 else "Caller says: " + wording.fill(case.request, self.slots)
            title = "Phone: " + title
        thread = self._start(title, text)
        if ticket.channel == "email" and random.random() < 0.25:
            self._say(ticket.opened + timedelta(minutes=1), people.SYSTEM, "system", wording.fill(replies.AUTO_ACKNOWLEDGE, self.slots))
        self._assign()
        if ticket.channel == "phone":
            return self._phone(thread)
        first = self._first_reply()
        self._middle(first)
        if ticket.shape == "unresolved":
            return thread
        self._resolve(ticket.resolved, self._closing(ticket.flags["empty_resolution"], self._jargon_place == "closing"))
        self._afterwards()
        return thread

    def _phone(self, thread: Thread) -> Thread:
        ticket, case = self.ticket, self.ticket.case
        self._note(ticket.first_reply, wording.fill(self.deck.deal(case.notes + replies.NOTES[:2]), self._with_time(ticket.first_reply)))
        silent = self.random.random() < 0.36
        fixed = wording.fill(self.deck.deal(case.fixed), self.slots)
        if silent:
            self._set(ticket.resolved, "Resolved")
            thread.close_notes.append((ticket.resolved, self.deck.deal(("Solved on the phone.", "Solved on first call.", "Walked caller through it.", fixed))))
        else:
            self._resolve(ticket.resolved, self._letter([[self.deck.deal(("As just discussed on the phone:", "For your records after our call:", "As agreed on the phone:")), fixed]]), fixed)
        self._afterwards()
        return thread

    def _alert(self) -> Thread:
        title, text, note = self.deck.deal(replies.ALERTS)
        ticket = self.ticket
        thread = self._start(wording.fill(title, self.slots), wording.fill(text, self.slots))
        self._assign()
        self._note(ticket.first_reply, self.deck.deal(("Looking.", "Known from last week.", "Checked, real.", "Acknowledged.", "Called the owner.")))
        self._set(ticket.resolved, "Resolved")
        thread.close_notes.append((ticket.resolved, wording.fill(note, self.slots)))
        self._close(ticket.resolved)
        return thread

    def _german(self) -> Thread:
        title, text, reply, answer, closing = self.deck.deal(replies.GERMAN)
        ticket = self.ticket
        slots = self.slots | {"first": people.first_name(ticket.caller), "full": ticket.caller}
        thread = self._start(title, wording.fill(text, slots))
        self._assign()
        self._say(ticket.first_reply, self.agent.name, "agent", wording.fill(reply, slots) + self.random.choice(("", f"\n\nViele Grüße\n{self.agent.name}")))
        if answer:
            self._say(ticket.first_reply + (ticket.resolved - ticket.first_reply) / 2, ticket.caller, "requester", answer)
        self._resolve(ticket.resolved, closing, closing)
        self._close(ticket.resolved)
        return thread

    def _cancelled(self) -> Thread:
        ticket = self.ticket
        thread = self._start(wording.fill(ticket.case.title, self.slots), wording.fill(ticket.case.request, self.slots))
        self._assign()
        at = ticket.opened + timedelta(minutes=self.random.randint(4, 50))
        self._say(at, ticket.caller, "requester", self.deck.deal(("Please ignore, found it myself.", "Forget it, sorry, wrong desk.", "Opened twice by mistake, please delete this one.")))
        self._set(at + timedelta(minutes=12), "Canceled")
        return thread

    # Acts.

    def _say(self, at: datetime, author: str, role: str, text: str, private: bool = False) -> None:
        self.thread_.messages.append(Message(at.replace(microsecond=0), author, role, wording.at_that_hour(text, at), private))

    def _note(self, at: datetime, text: str) -> None:
        self._say(at, self.agent.name, "agent", text, private=True)

    def _set(self, at: datetime, state: str, by: str | None = None) -> None:
        changes = self.thread_.changes
        if changes[-1].after != state:
            changes.append(Change(max(at.replace(microsecond=0), changes[-1].at), changes[-1].after, state, by or self.agent.name))

    def _assign(self) -> None:
        """Puts the ticket in its agent's hands, through the service desk where it was triaged there."""
        ticket, thread = self.ticket, self.thread_
        took = min(calendar_hours.in_office(ticket.opened + (ticket.first_reply - ticket.opened) * 0.6, self.random), ticket.first_reply - timedelta(minutes=1))
        if ticket.triaged:
            desk = self.random.choice(_BY_GROUP[people.SERVICE_DESK])
            thread.assignments.append(((ticket.opened + (ticket.first_reply - ticket.opened) * 0.2).replace(microsecond=0), people.SERVICE_DESK, desk.name))
            self._say(took, desk.name, "agent", self._handoff(ticket.group), private=True)
        thread.assignments.append((took.replace(microsecond=0), ticket.group, ticket.agent.name))
        self._set(took, "In Progress")
        if not ticket.triaged and self.random.random() < 0.22:
            self._note(took + (ticket.first_reply - took) / 2, wording.fill(self.deck.deal(replies.NOTES), self._with_time(took)))

    def _handoff(self, group: str) -> str:
        notes = self.ticket.case.notes
        text = self.deck.deal(replies.HANDOFFS_GOOD + replies.HANDOFFS_POOR)
        note = wording.fill(notes[0], self.slots) if notes else f"\"{self.thread_.title}\", still open."
        return wording.fill(text, self.slots | {"group": group, "note": note})

    def _letter(self, paragraphs: list[list[str]], pasted: str = "") -> str:
        return wording.letter(self.agent, self.ticket.caller, paragraphs, self.deck, self.random, pasted)

    def _with_time(self, at: datetime) -> dict[str, str]:
        colleague = self.random.choice([agent for agent in _BY_GROUP[self.agent.group] if agent is not self.agent])
        return self.slots | {"time": calendar_hours.promise(at, self.random), "agent": people.first_name(colleague.name)}

    def _next(self, at: datetime, vague: bool, needed: bool) -> str:
        if vague:
            self.thread_.everywhere.add("vague_time")
            return wording.fill(self.deck.deal(replies.NEXT_VAGUE), self._with_time(at))
        return wording.fill(self._deal("NEXT_CONCRETE"), self._with_time(at)) if needed else ""

    def _long(self) -> str:
        self.thread_.everywhere.add("long_sentences")
        return wording.long_sentence(self.agent, people.date_words(self.ticket.opened), self._with_time(self.ticket.opened)["agent"], self.deck)

    def _pick(self, entries: tuple[str, ...]) -> str:
        """An entry that this ticket has not used; empty if there is none left."""
        unused = tuple(entry for entry in entries if entry not in self.used)
        if not unused:
            return ""
        entry = self.deck.deal(unused)
        self.used.add(entry)
        return entry

    def _deal(self, name: str) -> str:
        """A phrase of a list, with the phrases that fit faults only where the ticket is about one."""
        problem = self.ticket.problem
        return self.deck.deal(getattr(replies, name) + (() if problem is None or problem.is_order else getattr(replies, name + "_FAULT")))

    def _plain(self) -> str:
        """What staff do, in plain words that were not used on this ticket yet."""
        return wording.fill(self._pick(self.ticket.case.plain) or self._pick(replies.PROGRESS_PLAIN), self._with_time(self.ticket.opened))

    def _jargon(self, sentences: tuple[str, ...]) -> str:
        text = self._pick(sentences) or sentences[0]
        self.thread_.everywhere.add("jargon")
        self.thread_.terms += wording.terms(text)
        return wording.fill(text, self.slots)

    def _side_answer(self) -> str:
        answer = self.ticket.case.side_answer
        if not answer:
            return ""
        return self.deck.deal(replies.SIDE_ANSWERS).replace("{a}", wording.fill(answer, self.slots)).replace("{a_lower}", wording.small(wording.fill(answer, self.slots)))

    # Replies.

    def _first_reply(self) -> Message:
        ticket, case, random, deck = self.ticket, self.ticket.case, self.random, self.deck
        flags, at = ticket.flags, ticket.first_reply
        self._jargon_place = ""
        if flags["jargon"]:
            self._jargon_place = random.choices(("first", "closing", "middle"), (6, 0 if flags["empty_resolution"] else 3, 2))[0]
        listens = flags["no_paraphrase"] is False or flags["no_paraphrase"] is None and random.random() < 0.4
        if flags["no_paraphrase"]:
            self.thread_.everywhere.add("no_paraphrase")
        if self._jargon_place == "first":
            act = self._jargon(case.jargon)
        elif listens and case.glossed and random.random() < 0.4:
            act = wording.fill(self._pick(case.glossed), self.slots)
        else:
            act = self._plain()
        ask, self._answer = deck.deal(case.asks) if random.random() < (0.45 if listens else 0.15) else ("", "")
        ask = wording.fill(ask, self.slots)
        self._vague_at = random.choice(("first", "first", "middle")) if flags["vague_time"] else ""
        self._long_at = random.choice(("first", "first", "middle")) if flags["long_sentences"] else ""
        long = self._long() if self._long_at == "first" else ""
        step = self._next(at, self._vague_at == "first", random.random() < (0.75 if listens else 0.4))
        self._told_side = listens and random.random() < 0.85 or not listens and random.random() < 0.15
        side = self._side_answer() if self._told_side else ""
        if listens:
            restated = wording.fill(case.restatement, self.slots)
            heard = deck.deal(replies.CUES if len(restated.split()) < 23 else replies.SHORT_CUES).replace("{r}", restated).replace("{R}", wording.capital(restated))
            heard = [heard, deck.deal(replies.CHECK_BACKS) if random.random() < 0.36 else "", deck.deal(replies.EMPATHY) if random.random() < 0.2 else ""]
            paragraphs = [heard, [long, act, side], [ask, step]]
        elif self.agent.canned and random.random() < 0.6:
            paragraphs = [[deck.deal(replies.CANNED)], [long], [act if self._jargon_place == "first" else "", step]]
        else:
            stock = [deck.deal(replies.STOCK)] if random.random() < 0.62 else []
            blame = [deck.deal(replies.BLAME)] if random.random() < 0.2 and self.agent.no_paraphrase > 0.4 else []
            if not ask and random.random() < 0.4:
                ask = deck.deal(replies.STOCK_ASKS)
            if self._jargon_place != "first" and (stock or ask or step) and random.random() < 0.6:
                act = ""
            paragraphs = [stock + [long], blame + [act, side], [ask, step]]
        log = self._log(at) if self._jargon_place == "first" and random.random() < 0.12 else ""
        self._say(at, self.agent.name, "agent", self._letter(paragraphs, log))
        return self.thread_.messages[-1]

    def _log(self, at: datetime) -> str:
        return self.deck.deal(replies.LOGS[self.ticket.category]).replace("{stamp}", at.strftime("%Y-%m-%d %H:%M:%S")).replace("{two}", self.slots["two"]).replace("{num}", self.slots["num"][:4]).replace("{pc}", self.slots["pc"])

    def _middle(self, first: Message) -> None:
        """Answers, chasing and progress between the first reply and the resolution."""
        ticket, case, random, deck = self.ticket, self.ticket.case, self.random, self.deck
        end = ticket.resolved or ticket.first_reply + timedelta(days=6)
        rounds = random.choices((0, 1, 2), (5, 4, 1))[0]
        needed = "middle" in (self._jargon_place, self._vague_at, self._long_at)
        rounds = max(rounds, int(needed))
        at = first.at
        for number in range(rounds):
            asked = calendar_hours.by_day(at + (end - at) * random.uniform(0.2, 0.45), random)
            told = calendar_hours.in_office(asked + (end - asked) * random.uniform(0.2, 0.4), random)
            if told > end - timedelta(minutes=40):
                if number > 0 or not needed:
                    break
                asked, told = at + (end - at) * 0.3, at + (end - at) * 0.6
            at = asked
            answers = number == 0 and self._answer
            text = deck.deal(replies.ANSWER_OPENINGS) + self._answer if answers else self._deal("CHASES")
            text = wording.fill(text, self.slots | {"agent": people.first_name(self.agent.name)})
            last = [message for message in self.thread_.messages if message.role == "agent" and not message.private][-1]
            if random.random() < 0.15:
                text = wording.quoted(text, self.agent.name.removesuffix(" (Ext)"), last.at.strftime("%-d %b %Y at %H:%M"), last.text)
            self._say(at, ticket.caller, "requester", text)
            if random.random() < 0.06 and not ticket.problem.is_order:
                other = random.choice([name for name, department in people.REQUESTERS if department == ticket.department and name != ticket.caller] or [ticket.caller])
                self._say(at + timedelta(minutes=7), other, "requester", deck.deal(replies.ME_TOO))
            at = told
            act = self._plain()
            if number == 0 and self._jargon_place == "middle":
                act = self._jargon(case.jargon)
            long = self._long() if number == 0 and self._long_at == "middle" else ""
            step = self._next(at, number == 0 and self._vague_at == "middle", random.random() < 0.5)
            opening = deck.deal(replies.PROGRESS_AFTER_ANSWER if answers else replies.PROGRESS) if random.random() < 0.7 else ""
            self._say(at, self.agent.name, "agent", self._letter([[opening, long, act], [step]]))
        if rounds == 0 and self._answer and random.random() < 0.7:
            at = min(calendar_hours.by_day(at + (end - at) * 0.3, random), at + (end - at) * 0.8)
            self._say(at, ticket.caller, "requester", wording.fill(self._answer, self.slots))
        if random.random() < 0.4 and case.notes:
            self._note(min(calendar_hours.in_office(at + (end - at) * 0.4, random), end), wording.fill(deck.deal(case.notes), self.slots))

    def _closing(self, empty: bool, jargon: bool) -> tuple[str, str]:
        """The last public reply and the close notes."""
        case, random, deck = self.ticket.case, self.random, self.deck
        if empty:
            self.thread_.everywhere.add("empty_resolution")
            word = deck.deal(replies.EMPTY)
            text = wording.in_the_hand_of(self.agent, word) if random.random() < 0.6 else self._letter([[word]])
            return text, word if random.random() < 0.5 else deck.deal(("Done.", "Fixed.", "Resolved.", "closed", "done", "Solved."))
        fixed = self._jargon(case.fixed_jargon) if jargon else wording.fill(self._pick(case.fixed) or self._pick(replies.REFIXED) or case.fixed[0], self.slots)
        side = self._side_answer() if not self._told_side and self.ticket.flags["no_paraphrase"] is False else ""
        end = wording.fill(self._deal("CLOSING_ENDS"), self.slots) if random.random() < 0.8 else ""
        return self._letter([[self._deal("CLOSING_OPENINGS"), fixed], [side, end]]), wording.in_the_hand_of(self.agent, fixed)

    def _resolve(self, at: datetime, closing: tuple[str, str] | str, notes: str | None = None) -> None:
        text, notes = closing if isinstance(closing, tuple) else (closing, notes or closing)
        self._say(at - timedelta(seconds=self.random.randint(5, 100)), self.agent.name, "agent", text)
        self._set(at, "Resolved")
        self.thread_.close_notes.append((at, notes))

    def _close(self, at: datetime) -> None:
        self._set((at + timedelta(days=15)).replace(hour=1, minute=30, second=0), "Closed", people.SYSTEM)

    # After the first resolution.

    def _afterwards(self) -> None:
        ticket, random, deck = self.ticket, self.random, self.deck
        resolved = ticket.resolved
        if ticket.ending in ("", "repeat"):
            if not ticket.ending and ticket.shape != "phone" and random.random() < 0.2:
                thanks = wording.fill(deck.deal(replies.THANKS), {"agent": people.first_name(self.agent.name)})
                self._say(resolved + timedelta(minutes=random.randint(4, 300)), ticket.caller, "requester", thanks)
            return self._close(resolved)
        if ticket.ending == "thanks":
            at = calendar_hours.by_day(resolved + timedelta(minutes=random.randint(20, 2000)), random)
            self._reopen(at, wording.fill(deck.deal(replies.THANKS_REOPENS), {"agent": people.first_name(self.agent.name)}), "thanks")
            again = calendar_hours.later(at, random.uniform(10, 400), random)
            self._resolve(again, self._letter([[deck.deal(("Glad to hear it, I'm closing it again.", "Thanks for telling me. Closed again.", "Great! Your thanks opened the ticket, so I close it once more.", "Good."))]]),
                          deck.deal(("Closed again after thanks.", "Thanks only.", "done")))
            return self._close(again)
        hours = min(random.lognormvariate(3.3, 1.1), 270.0)
        at = calendar_hours.by_day(resolved + timedelta(hours=max(hours, 0.4)), random)
        if ticket.ending == "late":
            at = resolved + WINDOW + timedelta(hours=9)
        done = self._again(at, random.random() < 0.93)
        if done and random.random() < 0.09:
            done = self._again(calendar_hours.by_day(done + timedelta(hours=random.uniform(5, 60)), random), True)
        if done:
            self._close(done)

    def _reopen(self, at: datetime, text: str, reason: str) -> None:
        self._say(at, self.ticket.caller, "requester", text)
        self._set(at, "In Progress", self.ticket.caller)
        self.thread_.reopen_reason = self.thread_.reopen_reason or reason

    def _again(self, at: datetime, resolved: bool) -> datetime | None:
        """A reopen and what follows: more text, more terms, excuses, other hands. None of it was there before the cut."""
        ticket, case, random, deck, flags = self.ticket, self.ticket.case, self.random, self.deck, self.ticket.flags
        weights = {"not fixed": 2.0, "not understood": 3.0 if flags["jargon"] else 0, "unanswered": 2.5 if flags["no_paraphrase"] else 0,
                   "not explained": 2.0 if flags["empty_resolution"] else 0}
        reason = random.choices(list(weights), list(weights.values()))[0]
        back = wording.fill(self._pick(case.back) or case.back[0], self.slots)
        if reason == "not understood":
            term = random.choice(self.thread_.terms)
            text = deck.deal(replies.REOPENS_NOT_UNDERSTOOD).replace("{term}", term)
        elif reason == "unanswered":
            text = deck.deal(replies.REOPENS_UNHEARD)
        elif reason == "not explained":
            text = deck.deal(replies.REOPENS_EMPTY)
        else:
            text = back
        if reason != "not fixed" and random.random() < 0.45:
            text += " " + back
        self._reopen(at, text, reason)
        before = self.agent
        if random.random() < 0.5:
            self._hand_over(at)
        reply = calendar_hours.later(at, random.uniform(30, 500), random)
        act = self._jargon(case.jargon) if random.random() < 0.7 else self._plain()
        opening = wording.fill(deck.deal(replies.AFTER_REOPEN), self._with_time(reply))
        if self.agent is not before:
            opening = deck.deal(replies.TAKEN_OVER).replace("{before}", people.first_name(before.name))
        long = self._long() if random.random() < 0.3 else ""
        self._say(reply, self.agent.name, "agent", self._letter([[deck.deal(replies.APOLOGIES), opening], [long, act], [self._next(reply, random.random() < 0.6, True)]]))
        if random.random() < 0.5:
            chase = calendar_hours.by_day(reply + timedelta(hours=random.uniform(3, 28)), random)
            self._say(chase, ticket.caller, "requester", self._deal("CHASES"))
            reply = calendar_hours.later(chase, random.uniform(20, 300), random)
            act = self._jargon(case.jargon) if random.random() < 0.5 else self._plain()
            self._say(reply, self.agent.name, "agent", self._letter([[deck.deal(replies.APOLOGIES), act], [self._next(reply, random.random() < 0.4, True)]]))
        if not resolved:
            return None
        done = calendar_hours.later(reply, random.uniform(120, 1400), random)
        self._told_side = True
        self._resolve(done, self._closing(random.random() < 0.12, random.random() < 0.35))
        return done

    def _hand_over(self, at: datetime) -> None:
        group = self.ticket.group if self.random.random() < 0.5 else self.random.choice(list(_BY_GROUP))
        colleague = self.random.choice([agent for agent in _BY_GROUP[group] if agent is not self.agent])
        moment = calendar_hours.later(at, 15, self.random)
        self._note(moment, self._handoff(group))
        self.thread_.assignments.append((moment, group, colleague.name))
        self.agent = colleague


def _cut(thread: Thread) -> None:
    """Sorts a thread by time and drops what lies after the export."""
    thread.messages = sorted((message for message in thread.messages if message.at <= EXPORTED), key=lambda message: message.at)
    thread.changes = [change for change in thread.changes if change.at <= EXPORTED]
    thread.assignments = [entry for entry in thread.assignments if entry[0] <= EXPORTED]
    thread.close_notes = [entry for entry in thread.close_notes if entry[0] <= EXPORTED]


