"""Decides, before a word is written, what happens to every ticket: who, when, which gaps, whether it is reopened."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import exp, log
from random import Random

import calendar_hours
import people
from problems import PROBLEMS, Case, Problem

SEED = 20260107
FIRST_DAY = datetime(2026, 1, 5)
WEEKS = 26
EXPORTED = datetime(2026, 7, 5, 22, 0)
"""When the export was taken: nothing later is in it."""
WINDOW = timedelta(days=14)

FLAGS = ("jargon", "no_paraphrase", "empty_resolution", "long_sentences", "vague_time")
PLANTED = {"jargon": 2.6, "no_paraphrase": 2.2, "empty_resolution": 2.0, "long_sentences": 1.0, "vague_time": 1.0}
REOPEN_RATE = 0.14
DRAWS = 12000

_GROUP_LOG_ODDS = {people.SERVICE_DESK: -0.55, people.DEVICES: -0.3, people.NETWORK: 0.25, people.BUSINESS: 0.8}
_PRIORITY_LOG_ODDS = {1: 0.6, 2: 0.45, 3: 0.0, 4: -0.6}
_LONG_BY_GROUP = {people.SERVICE_DESK: 0.10, people.DEVICES: 0.15, people.NETWORK: 0.36, people.BUSINESS: 0.60}
_LONG_BY_PRIORITY = {1: 0.22, 2: 0.16, 3: 0.0, 4: -0.06}

_COUNTS = {"email": 547, "phone": 36, "alert": 14, "german": 8, "cancelled": 3, "unresolved": 9}
BURSTS = (("vpn-after-update", datetime(2026, 3, 16), 3, 7), ("customs-portal", datetime(2026, 5, 12), 1, 4), ("certificate-warning", datetime(2026, 2, 9), 2, 4))
_COMMON = {"vpn-after-update": 4, "password-loop": 4, "shared-mailbox": 4, "printer-floor": 4, "teams-audio": 3, "mfa-new-phone": 3, "sap-slow": 4,
           "crm-timeout": 3, "sap-order": 3, "edi-missing": 2, "dock-screens": 2}

_FIRST_REPLY_MINUTES = {1: (8, 35), 2: (25, 170), 3: (60, 380), 4: (150, 900)}
_RESOLUTION_MINUTES = {1: (50, 330), 2: (120, 900), 3: (220, 1900), 4: (400, 2900)}


@dataclass
class Ticket:
    """One ticket's fate. Flags are `None` where there is no opportunity."""

    shape: str
    opened: datetime
    problem: Problem | None = None
    variant: int = 0
    caller: str = ""
    department: str = ""
    channel: str = "email"
    priority: int = 3
    category: str = ""
    group: str = ""
    agent: people.Agent = people.AGENTS[0]
    triaged: bool = False
    """First taken by the service desk and handed on before the first reply."""
    first_reply: datetime | None = None
    resolved: datetime | None = None
    """The first resolution: the cut."""
    flags: dict[str, bool | None] = field(default_factory=dict)
    slots: dict[str, str] = field(default_factory=dict)
    number: str = ""
    ending: str = ""
    """What follows the first resolution: "", reopened, thanks, late, or repeat (a new ticket instead)."""
    repeats: "Ticket | None" = None
    burst: str = ""

    @property
    def case(self) -> Case:
        return self.problem.cases[self.variant]

    @property
    def random(self) -> Random:
        """The ticket's own source of chance, so that a change in one ticket's text leaves the others alone."""
        return Random(f"{SEED}:{self.number}")

    @property
    def is_modelled(self) -> bool:
        return self.shape == "email"


def plan() -> list[Ticket]:
    """All tickets in the order of their numbers."""
    random = Random(SEED)
    tickets = [_open(random, shape) for shape, count in _COUNTS.items() for _ in range(count)]
    _give_problems(random, [ticket for ticket in tickets if ticket.shape not in ("alert", "german")])
    for ticket in tickets:
        _give_people(random, ticket)
    tickets.sort(key=lambda ticket: ticket.opened)
    _keep_callers_apart(random, tickets)
    for ticket in tickets:
        _give_course(random, ticket)
    _decide_endings(random, tickets)
    tickets += _repeats(random, tickets)
    tickets.sort(key=lambda ticket: ticket.opened)
    for index, ticket in enumerate(tickets):
        ticket.number = f"INC00{41207 + index}"
        first = ticket.repeats or ticket
        ticket.slots = first.slots or people.slots(first.random, first.opened, first.caller)
    return tickets


def _open(random: Random, shape: str) -> Ticket:
    days = WEEKS * 7
    first = FIRST_DAY + timedelta(days=days - 40) if shape == "unresolved" else FIRST_DAY
    ticket = Ticket(shape, calendar_hours.opening_time(random, first, 36 if shape == "unresolved" else days - 1))
    if shape == "phone":
        ticket.channel = "phone"
    elif shape == "alert":
        ticket.channel = "monitoring"
        ticket.opened = ticket.opened.replace(hour=random.randrange(24))
    else:
        ticket.channel = random.choices(("email", "self-service"), (6, 4))[0]
    return ticket


def _give_problems(random: Random, tickets: list[Ticket]) -> None:
    """Deals problems by how common they are, and each problem's wordings evenly."""
    by_key = {problem.key: problem for problem in PROBLEMS}
    decks: dict[str, list[int]] = {}

    def deal(ticket: Ticket, problem: Problem) -> None:
        if not decks.get(problem.key):
            decks[problem.key] = random.sample(range(len(problem.cases)), len(problem.cases))
        ticket.problem, ticket.variant = problem, decks[problem.key].pop()
        ticket.category, ticket.group = problem.category, problem.group
        weights = [weight * boost for weight, boost in zip(problem.priorities, (0.5, 0.9, 1, 1))]
        ticket.priority = random.choices((1, 2), (2, 3))[0] if ticket.case.is_urgent else random.choices((1, 2, 3, 4), weights)[0]

    waiting = [ticket for ticket in tickets if ticket.shape == "email"]
    for key, first, days, count in BURSTS:
        for _ in range(count):
            ticket = waiting.pop(random.randrange(len(waiting)))
            ticket.opened = calendar_hours.opening_time(random, first, days)
            ticket.burst = key
            deal(ticket, by_key[key])
    weights = [len(problem.cases) + _COMMON.get(problem.key, 0) for problem in PROBLEMS]
    for ticket in tickets:
        if ticket.problem is None:
            deal(ticket, random.choices(PROBLEMS, weights)[0])


def _give_people(random: Random, ticket: Ticket) -> None:
    ticket.caller, ticket.department = random.choice(people.REQUESTERS)
    if ticket.shape == "alert":
        ticket.caller, ticket.department = people.MONITORING, "IT operations"
        ticket.category, ticket.priority = "Network", random.choice((2, 3, 3))
        ticket.group = people.NETWORK
    elif ticket.shape == "german":
        ticket.category, ticket.group = "Software", people.SERVICE_DESK
    elif ticket.group != people.SERVICE_DESK and random.random() < 0.16:
        ticket.group = people.SERVICE_DESK
    elif ticket.group != people.SERVICE_DESK:
        ticket.triaged = random.random() < 0.22
    ticket.agent = random.choice([agent for agent in people.AGENTS if agent.group == ticket.group])


def _keep_callers_apart(random: Random, tickets: list[Ticket]) -> None:
    """Nobody reports the same problem twice within six weeks, except where that is planted."""
    last: dict[tuple[str, str], datetime] = {}
    for ticket in tickets:
        if ticket.problem is None:
            continue
        while ticket.opened - last.get((ticket.caller, ticket.problem.key), datetime(2025, 1, 1)) < timedelta(days=42):
            ticket.caller, ticket.department = random.choice(people.REQUESTERS)
        last[ticket.caller, ticket.problem.key] = ticket.opened


def _give_course(random: Random, ticket: Ticket) -> None:
    """Times and gaps up to the first resolution."""
    urgent = ticket.priority == 1
    ticket.first_reply = calendar_hours.later(ticket.opened, random.uniform(*_FIRST_REPLY_MINUTES[ticket.priority]), random, urgent)
    if ticket.shape not in ("cancelled", "unresolved"):
        ticket.resolved = calendar_hours.later(ticket.first_reply, random.uniform(*_RESOLUTION_MINUTES[ticket.priority]), random, urgent)
    ticket.flags = dict.fromkeys(FLAGS)
    if ticket.problem is None or ticket.shape == "phone":
        return
    agent = ticket.agent
    ticket.flags["jargon"] = random.random() < agent.jargon
    ticket.flags["no_paraphrase"] = random.random() < agent.no_paraphrase if len(ticket.case.request.split()) >= 12 else None
    ticket.flags["empty_resolution"] = random.random() < agent.empty
    long = _LONG_BY_GROUP[ticket.group] + _LONG_BY_PRIORITY[ticket.priority]
    ticket.flags["long_sentences"] = random.random() < long
    ticket.flags["vague_time"] = random.random() < agent.vague


# Outcomes.


def stratum(ticket: Ticket) -> tuple[int, str, str]:
    return ticket.priority, ticket.category, ticket.group


def is_eligible(ticket: Ticket) -> bool:
    return ticket.is_modelled and ticket.resolved is not None and ticket.resolved + WINDOW <= EXPORTED


def odds_ratio(tickets: list[Ticket], positive: list[bool], flag: str, stratified: bool) -> float:
    """The Mantel–Haenszel odds ratio of a flag over priority × category × group, or the crude one."""
    tables: dict[tuple, list[int]] = {}
    for ticket, outcome in zip(tickets, positive):
        if ticket.flags[flag] is not None:
            table = tables.setdefault(stratum(ticket) if stratified else (), [0, 0, 0, 0])
            table[(0 if ticket.flags[flag] else 2) + (0 if outcome else 1)] += 1
    above = sum(a * d / (a + b + c + d) for a, b, c, d in tables.values())
    below = sum(b * c / (a + b + c + d) for a, b, c, d in tables.values())
    return above / below if below else float("inf")


def _log_odds(ticket: Ticket) -> float:
    planted = sum(log(PLANTED[flag]) for flag in FLAGS if ticket.flags[flag])
    return _GROUP_LOG_ODDS[ticket.group] + _PRIORITY_LOG_ODDS[ticket.priority] + planted


def _decide_endings(random: Random, tickets: list[Ticket]) -> None:
    """Draws who is reopened.

    Some five hundred tickets are few: one draw's odds ratios scatter by a third around what was planted. So a few
    thousand draws from the same model are made and the one kept whose realised ratios come nearest.
    """
    drawn = [ticket for ticket in tickets if ticket.is_modelled]
    eligible = [ticket for ticket in drawn if is_eligible(ticket)]
    low, high = -8.0, 2.0
    while high - low > 1e-6:
        middle = (low + high) / 2
        expected = sum(1 / (1 + exp(-middle - _log_odds(ticket))) for ticket in eligible) / len(eligible)
        low, high = (middle, high) if expected < REOPEN_RATE else (low, middle)
    chances = {id(ticket): 1 / (1 + exp(-low - _log_odds(ticket))) for ticket in drawn}
    best, best_loss = [], float("inf")
    for attempt in range(DRAWS):
        chance = Random(f"{SEED}:outcome:{attempt}")
        positive = [chance.random() < chances[id(ticket)] for ticket in drawn]
        known = [outcome for ticket, outcome in zip(drawn, positive) if is_eligible(ticket)]
        loss = ((sum(known) / len(known) - REOPEN_RATE) / 0.01) ** 2 / 20
        if loss > best_loss:
            continue
        loss += sum((log(odds_ratio(eligible, known, flag, True)) - log(planted)) ** 2 for flag, planted in PLANTED.items())
        loss += max(0.0, log(1.75) - log(odds_ratio(eligible, known, "long_sentences", False))) ** 2
        if loss < best_loss:
            best, best_loss = positive, loss
    for ticket, outcome in zip(drawn, best):
        ticket.ending = "reopened" if outcome else ""
    for ticket in random.sample([ticket for ticket in eligible if ticket.ending == "reopened"], 5):
        ticket.ending = "repeat"
    calm = [ticket for ticket in eligible if not ticket.ending]
    for ticket in random.sample(calm, 11):
        ticket.ending = "thanks"
    for ticket in random.sample([ticket for ticket in calm if not ticket.ending], 2):
        ticket.ending = "late"
    for ticket in random.sample([ticket for ticket in tickets if ticket.shape == "phone"], 2):
        ticket.ending = "reopened"


def _repeats(random: Random, tickets: list[Ticket]) -> list[Ticket]:
    """The new tickets of requesters who did not reopen the old one; they are worked on like any other."""
    repeats = []
    for ticket in tickets:
        if ticket.ending != "repeat":
            continue
        opened = calendar_hours.by_day(ticket.resolved + timedelta(hours=random.uniform(20, 190)), random)
        again = Ticket("repeat", opened, ticket.problem, ticket.variant, ticket.caller, ticket.department, ticket.channel, ticket.priority,
                       ticket.category, ticket.group, ticket.agent, repeats=ticket)
        _give_course(random, again)
        repeats.append(again)
    return repeats
