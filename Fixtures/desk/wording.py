"""Puts sentences together: slots, personal habits of staff, slips and signatures of requesters."""

import re
from collections.abc import Sequence
from datetime import datetime
from random import Random

import people
import replies

_TERM = re.compile(r"\[([^\]]+)\]")
_CONTRACTIONS = (
    (r"\bit's been\b", "it has been"), (r"\bIt's been\b", "It has been"), (r"\b(I)'m\b", r"\1 am"), (r"'ve\b", " have"), (r"'ll\b", " will"), (r"'re\b", " are"),
    (r"\bcan't\b", "cannot"), (r"\bwon't\b", "will not"), (r"n't\b", " not"), (r"\b([Ii]t|[Tt]hat|[Tt]here|[Hh]ere)'s\b", r"\1 is"), (r"\b(I|[Yy]ou|[Ww]e|[Tt]hey)'d\b", r"\1 would"),
)
_GREETED = re.compile(r"(hi|hello|dear|good (morning|day|afternoon)|moin|hallo|guten)\b", re.IGNORECASE)


class Deck:
    """Deals the entries of a list in shuffled rounds, so that a phrase returns only when all the others were used."""

    def __init__(self, random: Random):
        self._random = random
        self._waiting: dict[tuple, list] = {}

    def deal(self, entries: Sequence, name: object = None):
        key = (name, tuple(entries))
        if not self._waiting.get(key):
            self._waiting[key] = self._random.sample(list(entries), len(entries))
        return self._waiting[key].pop()


def fill(text: str, slots: dict[str, str]) -> str:
    """`text` with its slots filled and the brackets of technical terms taken out."""
    return re.sub(r"\{(\w+)\}", lambda match: slots[match[1]], _TERM.sub(r"\1", text))


def terms(text: str) -> list[str]:
    """The technical terms that a text leaves unexplained."""
    return _TERM.findall(text)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """With a small first letter, unless the word needs its capital."""
    word = text.split(" ", 1)[0]
    return text if word in ("I", "I've", "I'm", "I'll", "HR", "Ctrl") or not word[1:].islower() and len(word) > 1 and "'" not in word else text[:1].lower() + text[1:]


def in_the_hand_of(agent: people.Agent, text: str) -> str:
    """The text as this agent would type it."""
    if agent.formal:
        for pattern, full in _CONTRACTIONS:
            text = re.sub(pattern, full, text)
    if agent.lower:
        text = re.sub(r"(^|[.!?:]\s+|\n)([A-Z][a-z']*)(?![A-Za-z])", lambda match: match[1] + match[2].lower(), text)
        text = re.sub(r"\bI\b", "i", text)
    return text


def letter(agent: people.Agent, caller: str, paragraphs: list[list[str]], deck: Deck, random: Random, pasted: str = "") -> str:
    """A staff reply from its paragraphs, with the agent's greeting and name, and what was pasted before the name."""
    greeting = deck.deal(agent.greetings, agent.name).replace("{first}", people.first_name(caller)).replace("{full}", caller)
    sign_off = deck.deal(agent.sign_offs, agent.name)
    kept = [[sentence for sentence in paragraph if sentence] for paragraph in paragraphs]
    kept = [paragraph for paragraph in kept if paragraph]
    if agent.listed and len(kept) >= 2 and len(kept[-1]) == 2 and random.random() < 0.5:
        body = "\n\n".join(" ".join(paragraph) for paragraph in kept[:-1])
        body += "\n\nTwo things:\n" + "\n".join(f"{number}. {sentence}" for number, sentence in enumerate(kept[-1], 1))
    else:
        body = random.choice(("\n\n", "\n\n", "\n", " ")).join(" ".join(paragraph) for paragraph in kept)
    body = in_the_hand_of(agent, body)
    if pasted:
        body += "\n\n" + pasted
    if greeting.endswith(" -"):
        text = f"{greeting} {body}"
    elif greeting:
        text = f"{greeting}\n\n{body}" if len(body) > 60 or random.random() < 0.5 else f"{greeting} {small(body)}"
    else:
        text = body
    return f"{text}\n\n{sign_off}" if sign_off else text


def title(text: str, request_text: str, slots: dict[str, str], random: Random) -> str:
    """The subject line: a title, carelessly typed, or the first words of the request."""
    chance = random.random()
    if chance < 0.12:
        return fill(text, slots).lower()
    words = _GREETED.sub("", request_text).lstrip(" ,!.").split()
    if chance < 0.28 and len(words) > 8 and not re.search(r"[\n'\"(]", " ".join(words[:7])):
        return capital(fill(" ".join(words[:7]), slots).rstrip(",.:;?")) + random.choice(("...", ""))
    return fill(text, slots)


def request(text: str, caller: str, department: str, slots: dict[str, str], deck: Deck, random: Random) -> str:
    """What the requester sends: the wording, with opening, tail, signature and slips of the keyboard."""
    body = fill(text, slots)
    if len(body.split()) >= 15 and not body[0].islower():
        if not _GREETED.match(body):
            opening = deck.deal(replies.REQUESTER_OPENINGS)
            body = opening + (small(body) if opening.endswith((", ", "o ")) else body)
        tail = fill(deck.deal(replies.REQUESTER_TAILS), slots)
        if tail and not any(slots[name] in body for name in ("pc", "ext") if slots[name] in tail):
            body += random.choice((" ", "\n\n", " ")) + tail
        signature = fill(deck.deal(replies.REQUESTER_SIGNATURES), slots | {"first": people.first_name(caller), "full": caller, "dept": department})
        if signature:
            body += "\n\n" + signature
    elif random.random() < 0.3:
        body += random.choice((" thx", " please", " !!", "\n\nSent from my phone", "\n\n" + people.first_name(caller)))
    return slip(body, random) if random.random() < 0.34 else body


def slip(text: str, random: Random) -> str:
    """One to three misspellings."""
    found = [(right, wrong) for right, wrong in replies.MISSPELLINGS if re.search(rf"\b{right}", text)]
    for right, wrong in random.sample(found, min(len(found), random.choice((1, 1, 2, 3)))):
        text = re.sub(rf"\b{right}", wrong, text, count=1)
    return text


def quoted(text: str, author: str, when: str, before: str) -> str:
    """An answer by mail, with the mail it answers below."""
    return f"{text}\n\nOn {when}, {author} wrote:\n" + "\n".join(f"> {line}".rstrip() for line in before.split("\n"))


def long_sentence(agent: people.Agent, date: str, colleague: str, deck: Deck) -> str:
    """One sentence of more than fifty words in the agent's manner."""
    parts = [deck.deal(choices) for choices in (replies.LONG_OFFICE if agent.formal else replies.LONG_RAMBLING)]
    return " ".join(parts).replace("{date}", date).replace("{agent}", colleague)


def at_that_hour(text: str, at: datetime) -> str:
    """The text with its "Good morning" fitting the clock."""
    greeting = "Good morning" if at.hour < 12 else "Good afternoon"
    text = re.sub(r"\A(Good|good) (morning|afternoon)\b", lambda match: match[1] + greeting[4:], text)
    return re.sub(r"\AMorning\b", "Hi", text) if at.hour >= 12 else text
