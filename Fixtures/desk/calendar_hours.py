"""When people write and work: office hours, busy Mondays, moments to promise."""

from datetime import datetime, timedelta
from random import Random

from people import WEEKDAYS

OPENS, CLOSES = 8 * 60, 17 * 60 + 30
HOLIDAYS = {(4, 3), (4, 6), (5, 1), (5, 14), (5, 25)}

_DAY_WEIGHT = (1.55, 1.12, 1.0, 1.0, 0.86, 0.10, 0.05)
_HOUR_WEIGHT = {6: 0.5, 7: 1.4, 8: 3.2, 9: 3.6, 10: 3.0, 11: 2.4, 12: 1.2, 13: 2.0, 14: 2.4, 15: 2.0, 16: 1.3, 17: 0.6, 18: 0.2, 20: 0.2, 22: 0.15}


def is_working_day(at: datetime) -> bool:
    return at.weekday() < 5 and (at.month, at.day) not in HOLIDAYS


def opening_time(random: Random, first: datetime, days: int) -> datetime:
    """A moment at which somebody opens a ticket, within `days` from `first`."""
    while True:
        day = first + timedelta(days=random.randrange(days))
        weight = _DAY_WEIGHT[day.weekday()] * (1 if is_working_day(day) or day.weekday() >= 5 else 0.08)
        if random.random() * 1.6 < weight:
            break
    hour = random.choices(list(_HOUR_WEIGHT), list(_HOUR_WEIGHT.values()))[0]
    return day.replace(hour=hour, minute=random.randrange(60), second=random.randrange(60))


def later(at: datetime, minutes: float, random: Random, around_the_clock: bool = False) -> datetime:
    """`minutes` of work after `at`; around the clock, or in office hours."""
    if around_the_clock:
        return (at + timedelta(minutes=minutes, seconds=random.randrange(60))).replace(microsecond=0)
    while True:
        minute = at.hour * 60 + at.minute
        if not is_working_day(at) or minute >= CLOSES:
            at = (at + timedelta(days=1)).replace(hour=8, minute=random.randrange(0, 8), second=0)
            continue
        if minute < OPENS:
            at = at.replace(hour=8, minute=random.randrange(0, 8), second=0)
            minute = at.hour * 60 + at.minute
        left = CLOSES - minute
        if minutes < left:
            return (at + timedelta(minutes=minutes, seconds=random.randrange(60))).replace(microsecond=0)
        minutes -= left
        at = at.replace(hour=17, minute=30, second=0)


def in_office(at: datetime, random: Random) -> datetime:
    """`at`, moved into office hours where it lies outside of them."""
    moved = later(at, 0, random)
    return moved.replace(microsecond=0) if moved == at else moved + timedelta(minutes=random.randint(5, 80))


def by_day(at: datetime, random: Random) -> datetime:
    """`at`, moved to a time of the day at which people are awake."""
    if at.hour < 6 or at.hour > 20:
        at = (at + timedelta(hours=9)).replace(hour=random.randint(7, 10))
    while at.weekday() >= 5 and random.random() < 0.9:
        at += timedelta(days=1)
    return at.replace(microsecond=0)


def promise(at: datetime, random: Random) -> str:
    """A moment after `at` as staff would name it: "14:00", "10:00 tomorrow", "9:30 on Monday"."""
    if at.hour < 14 and is_working_day(at) and random.random() < 0.65:
        hour = random.randint(at.hour + 2, 17)
        return random.choice((f"{hour}:00", f"{hour}:00 today", f"{hour - 1}:30", f"{hour - 1}:45", f"{hour}:15 today"))
    day = at + timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    clock = random.choice(("9:00", "9:30", "10:00", "10:30", "11:00", "12:00", "14:00"))
    return f"{clock} tomorrow" if day.date() == (at + timedelta(days=1)).date() else f"{clock} on {WEEKDAYS[day.weekday()]}"
