"""Exports of made-up tickets, of any size and the same bytes every time, for benches of memory.

Requests and replies are put together from parts, so that no two tickets need be alike and some are: fingerprints, names and
numbers are as many as a desk's of that size.
"""

import datetime
import random

OPENINGS = [
    "Hello,", "Hi team,", "Good morning,", "Dear colleagues,", "Sorry to ask again,", "Hi,", "Good afternoon,", "Hello all,",
]
THINGS = [
    "the printer on the third floor", "my mailbox", "the VPN client", "the scanner near the lifts", "my second screen",
    "the booking portal", "the shared folder of our team", "the phone at the front desk", "the time sheet", "my badge",
    "the projector in the large room", "the invoice form", "my laptop", "the wireless network", "the calendar of my manager",
    "the password page",
]
TROUBLES = [
    "has stopped working since the update", "asks for my password again and again", "shows only a blank page",
    "drops every ten minutes and I lose my calls", "can't be opened any more", "is very slow from nine to ten",
    "says that I have no rights", "prints every page twice", "has lost what I saved on Friday", "does not react at all",
    "sends me away with error 0x80070005", "opens, but every second entry is missing",
]
WISHES = [
    "Can you look at it before noon?", "I have a client call at three.", "Do I need new rights?",
    "It worked on Friday.", "This is the third time I ask.", "Who can help me with that?", "Please call me.",
    "What should I do until then?",
]
ANSWERS = [
    "so {thing} {trouble}. I will look at it and ring you at 15:00.",
    "thank you for reaching out. We are looking into it and will get back to you as soon as possible.",
    "the DNS entry was stale, flushed the resolver cache and re-registered the client. Please check.",
    "I have set it up again. Please restart once and tell me if {thing} {trouble} still.",
    "as I already told you, the form is on the portal.",
    "{thing} was set to an old address. I changed it and printed two pages, both came out.",
    "the ticket has been forwarded to the responsible team.",
    "could you tell me since when {thing} {trouble}, and whether colleagues see the same?",
]
CLOSINGS = [
    "Done.", "The driver was old; I updated it.", "Fixed, closing.", "Restarted {thing}, works again.",
    "Rights were missing for {thing}; they are set now.", "No reply from the user.",
]
START = datetime.datetime(2024, 1, 1)
TICKET_COLUMNS = (
    "number,opened_at,resolved_at,reopened_time,reopen_count,state,priority,category,assignment_group,assigned_to,caller_id,"
    "short_description,description"
)


class Desk:
    """Draws one ticket after the other."""

    def __init__(self):
        self.random = random.Random(20_260_301)
        self.number = 0

    def ticket(self):
        """The fields of the next ticket, and its replies as (time, author, text)."""
        one = self.random
        self.number += 1
        # 1,700 tickets a day; the export ends with the year's last.
        opened = START + datetime.timedelta(seconds=self.number * 51 % 63_072_000)
        thing, trouble = one.choice(THINGS), one.choice(TROUBLES)
        request = f"{one.choice(OPENINGS)} {thing} {trouble}. {one.choice(WISHES)} {one.choice(WISHES)}"
        agent = f"Agent {one.randrange(400)}"
        caller = f"Caller {one.randrange(60_000)}"
        is_reopened = one.random() < 0.11
        messages = []
        at = opened
        for author in (agent, caller, agent, agent):
            at += datetime.timedelta(seconds=one.randrange(600, 20_000))
            if author == caller:
                text = f"{one.choice(WISHES)} {thing.capitalize()} {one.choice(TROUBLES)}."
            else:
                text = f"Hello, {one.choice(ANSWERS)}".format(thing=thing, trouble=trouble)
            messages.append((at, author, text))
        resolved = at + datetime.timedelta(seconds=one.randrange(60, 600))
        reopened = resolved + datetime.timedelta(seconds=one.randrange(3_600, 800_000)) if is_reopened else ""
        fields = (
            f"INC{self.number:08},{opened},{resolved},{reopened},{int(is_reopened)},Closed,{one.randrange(1, 5)},"
            f"Category {one.randrange(12)},Group {one.randrange(40)},{agent},{caller},{thing},\"{request}\""
        )
        return fields, messages, one.choice(CLOSINGS).format(thing=thing)


def write_one_file(path, size):
    """One CSV, a row a ticket, of at least `size` bytes; returns the number of tickets."""
    desk = Desk()
    written = 0
    with open(path, "w", encoding="utf-8", buffering=1 << 20) as file:
        file.write(TICKET_COLUMNS + ",comments_and_work_notes,close_notes\n")
        while written < size:
            fields, messages, closing = desk.ticket()
            journal = "".join(f"{at} - {author} (Additional comments)\n{text}\n\n" for at, author, text in reversed(messages))
            written += file.write(f'{fields},"{journal}",{closing}\n')
    return desk.number


def write_unsorted_pair(tickets_path, messages_path, size):
    """Tickets, and their messages in an order that has nothing to do with them; returns the number of tickets.

    Each ticket's four messages are written at places far from each other: with the first of the messages of one ticket
    comes the second of another, and so on.
    """
    strides = (1, 7_919, 104_729, 1_299_709)
    # A ticket and its messages take about so much; a prime number of tickets lets every stride meet every ticket.
    count = next_prime(size // 610)
    desk = Desk()
    texts = []
    with open(tickets_path, "w", encoding="utf-8", buffering=1 << 20) as file:
        file.write(TICKET_COLUMNS + ",close_notes\n")
        for _ in range(count):
            fields, messages, closing = desk.ticket()
            file.write(f"{fields},{closing}\n")
            texts.append(messages if len(texts) < 4_096 else None)
    with open(messages_path, "w", encoding="utf-8", buffering=1 << 20) as file:
        file.write("incident,sys_created_on,sys_created_by,value,element\n")
        for place in range(count):
            for part, stride in enumerate(strides):
                number = place * stride % count
                at = START + datetime.timedelta(seconds=(number + 1) * 51 % 63_072_000 + 4_000 * (part + 1))
                _, author, text = texts[(number + part) % 4_096 % count][part]
                file.write(f'INC{number + 1:08},{at},{author},"{text}",comments\n')
    return count


def next_prime(number):
    number |= 1
    while any(number % divisor == 0 for divisor in range(3, int(number**0.5) + 1, 2)):
        number += 2
    return number
