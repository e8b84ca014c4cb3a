"""What is known of one kind of problem on the desk: how people report it and how staff can answer.

Marks inside the texts:

    {pc} {mate} …   slots, filled once a ticket (`people.slots` lists them), so a reply can name what the request named
    [term]          a technical term that the reply leaves unexplained; the brackets are taken out when it is written

Sentences in `asks`, `plain`, `glossed` and `fixed` hold no such term, no vague time and no blame, so that a ticket
without a planted gap really is without it. A `restatement` begins in lower case because a cue may stand before it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """One person's story within a problem, with answers that fit it."""

    title: str
    request: str
    restatement: str
    """The requester's points in other words, as a clause to the requester: "your connection drops …"."""
    asks: tuple[tuple[str, str], ...]
    """Questions that bring the matter forward, each with the requester's answer."""
    plain: tuple[str, ...]
    """What staff do first, in the reader's words."""
    jargon: tuple[str, ...]
    """The same with terms left unexplained."""
    fixed: tuple[str, ...]
    """Closing text: cause, what was done, how it was checked."""
    fixed_jargon: tuple[str, ...]
    back: tuple[str, ...]
    """What the requester writes when it has not helped."""
    glossed: tuple[str, ...] = ()
    """Like `plain`, with a technical term and its explanation."""
    notes: tuple[str, ...] = ()
    """Internal work notes."""
    is_urgent: bool = False
    """Priority 1 or 2 whatever the problem usually has."""
    side_answer: str = ""
    """The answer to the request's second question, where it has one."""


@dataclass(frozen=True)
class Problem:
    key: str
    category: str
    group: str
    priorities: tuple[int, int, int, int]
    """Weights of priority 1, 2, 3 and 4."""
    cases: tuple[Case, ...]
    is_order: bool = False
    """Something to provide rather than something that broke."""
