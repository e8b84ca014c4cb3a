"""Who is on the desk, who writes to it, and the things they name. All of them are made up.

The company is Tarnholm Freight, a forwarder with warehouses, customs clerks and drivers at a few sites.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

DOMAIN = "tarnholm.example"


@dataclass(frozen=True)
class Agent:
    """Somebody who answers tickets, with habits."""

    name: str
    group: str
    greetings: tuple[str, ...]
    sign_offs: tuple[str, ...]
    jargon: float
    """Share of tickets in which a term stays unexplained."""
    no_paraphrase: float
    empty: float
    vague: float
    formal: bool = False
    """Writes "I have", never "I've"."""
    lower: bool = False
    """Does not care for capitals."""
    listed: bool = False
    """Writes steps as a list."""
    canned: bool = False
    """Pastes prepared replies."""


SERVICE_DESK = "Service Desk"
DEVICES = "Workplace & Devices"
NETWORK = "Network & Access"
BUSINESS = "Business Applications"

AGENTS = (
    Agent("Ana Duarte", SERVICE_DESK, ("Hi {first},", "Hello {first},", "Good morning {first},"), ("Best, Ana", "Ana", "Thanks, Ana"),
          0.12, 0.22, 0.12, 0.26),
    Agent("Kieran Moss", SERVICE_DESK, ("Dear {full},", "Dear user,", "Hello,"), ("Kind regards\nKieran Moss\nService Desk",),
          0.26, 0.72, 0.42, 0.55, formal=True, canned=True),
    Agent("Leonie Farkas", SERVICE_DESK, ("Hi {first},", "Hey {first},", "{first},"), ("Leonie", "Cheers, Leonie", "leonie", ""),
          0.24, 0.38, 0.24, 0.48),
    Agent("Samuel Adeyemi", SERVICE_DESK, ("Hello {first},", "Good day {first},", "Dear {first},"),
          ("Kind regards, Samuel", "Best regards,\nSamuel Adeyemi"), 0.18, 0.30, 0.18, 0.30, formal=True),
    Agent("Jette Brandt", SERVICE_DESK, ("Hi {first}", "hi {first}", "moin {first}"), ("jette", "/jb", ""), 0.36, 0.52, 0.44, 0.44, lower=True),
    Agent("Oskar Lindh", DEVICES, ("Hi {first},", "Hello {first}!", "Hej {first},"), ("Oskar", "Best\nOskar", "/Oskar"), 0.22, 0.34, 0.22, 0.36),
    Agent("Petra Vondráková", DEVICES, ("Hello {first},", "Dear {first},", "Hello,"),
          ("Regards, Petra", "Petra V.", "Regards\nPetra Vondráková\nWorkplace & Devices | ext. 4417"), 0.34, 0.44, 0.30, 0.36, formal=True),
    Agent("Hamid Rahimi", DEVICES, ("Hi {first},", "{first},", ""), ("Hamid", "hr", ""), 0.40, 0.58, 0.46, 0.50),
    Agent("Maeve Collins", DEVICES, ("Hi {first},", "Hiya {first},", "Morning {first},"), ("Maeve", "Thanks a mil, Maeve", "All the best, Maeve"),
          0.16, 0.24, 0.14, 0.28, listed=True),
    Agent("Tomasz Wilk (Ext)", NETWORK, ("Hello,", "Hello {first},", ""), ("BR, Tomasz", "BR\nTW", ""), 0.62, 0.62, 0.40, 0.42),
    Agent("Ingrid Solheim", NETWORK, ("Hello {first},", "Hi {first},"), ("Ingrid", "Regards, Ingrid", "Kind regards\nIngrid Solheim"),
          0.32, 0.32, 0.18, 0.30, listed=True),
    Agent("Ravi Menon", NETWORK, ("Hi {first},", "Dear {first},"), ("Thanks & regards,\nRavi", "Ravi", "Thanks, Ravi"), 0.50, 0.48, 0.30, 0.52),
    Agent("Chloé Barbier", NETWORK, ("Bonjour {first},", "Hello {first},", "Hi {first},"), ("Chloé", "Best,\nChloé"), 0.26, 0.30, 0.20, 0.34),
    Agent("Dieter Kühn", BUSINESS, ("Dear {full},", "Dear colleague,", "Good day,"), ("Regards\nD. Kühn", "With kind regards\nDieter Kühn\nBusiness Applications"),
          0.58, 0.60, 0.32, 0.44, formal=True),
    Agent("Nadia Petrova", BUSINESS, ("Hi {first},", "Hello {first},"), ("Nadia", "Best, Nadia", "Nadia P."), 0.28, 0.26, 0.16, 0.28),
    Agent("Marcus Thorne", BUSINESS, ("{first} -", "Hi {first} -", ""), ("MT", "Marcus", ""), 0.52, 0.54, 0.44, 0.50),
    Agent("Yuki Arakawa", BUSINESS, ("Hello {first},", "Dear {first},"), ("Best regards,\nYuki", "Yuki", "Thank you, Yuki"), 0.34, 0.36, 0.20, 0.32, listed=True),
)

MONITORING = "Sentinel Monitoring"
SYSTEM = "System"

_REQUESTERS = """
Marta Oliveira|Fleet Planning; Jonas Reiter|Customs; Aoife Brennan|Key Accounts; Sanjay Kapoor|Finance; Elif Demir|Dispatch North;
Grzegorz Nowak|Warehouse B; Hannah Lindqvist|HR; Luca Ferrari|Claims; Ngozi Eze|Dispatch South; Pieter van Aken|Sales;
Rosa Giménez|Customs; Tobias Hartl|Warehouse A; Ulla Mäkinen|Quality; Viktor Sokolov|Workshop; Wendy Achterberg|Accounting;
Yannick Morel|Sales; Zsofia Balint|Customs; Alan Prescott|Facilities; Bianca Conti|Marketing; Cormac Daly|Dispatch North;
Daria Ivanova|Finance; Emeka Obi|Warehouse C; Franziska Lorenz|HR; George Haddad|Key Accounts; Helga Sørensen|Customs;
Ines Carvalho|Claims; Jakub Dvorak|Warehouse A; Katrin Ebner|Payroll; Liam O'Keefe|Fleet Planning; Mira Horvat|Dispatch South;
Noor Rahman|Sales; Otto Brunner|Workshop; Pilar Navarro|Reception; Quentin Lefort|Finance; Renate Vogel|Accounting;
Stefan Ilic|Warehouse B; Tamara Jovic|Quality; Umar Siddiqui|Customs; Vera Kosta|Claims; Wilhelm Brandauer|Board office;
Xenia Paulsen|Marketing; Youssef Amrani|Dispatch North; Zoe Markham|Key Accounts; Agnes Thorsen|HR; Bruno Machado|Warehouse C;
Celine Dubois|Sales; Dominik Wrona|Fleet Planning; Esther Boateng|Payroll; Fiona Gallacher|Claims; Goran Petrovic|Workshop;
Hiro Tanabe|Key Accounts; Isabel Quintero|Customs; Jan Mulder|Warehouse A; Karin Nyberg|Finance; Leila Haddadi|Reception;
Matthias Zeller|Dispatch South; Nicola Rossi|Accounting; Olga Brandt|Quality; Paul Etienne|Sales; Ruth Kamau|HR;
Sebastian Krol|Warehouse B; Theresa Maier|Customs; Uwe Petersen|Facilities; Valentina Greco|Claims; Walter Imhof|Workshop;
Aisha Bello|Dispatch North; Benedikt Moser|Finance; Carla Teixeira|Marketing; Dafydd Rees|Fleet Planning; Eva Novotná|Customs;
Filip Sandberg|Warehouse C; Gabriela Muñoz|Key Accounts; Henrik Aas|Board office; Irina Popa|Accounting; Joao Batista|Warehouse A;
Kamila Zielinska|Payroll; Lorenz Huber|Sales; Mónica Prieto|Reception; Nils Ekström|Dispatch South; Oumar Diallo|Workshop;
Philippa Grant|HR; Rasmus Holm|Customs; Sofia Antunes|Claims; Tariq Mahmood|Finance; Ursula Keel|Quality;
Vincent Ocampo|Warehouse B; Wiebke Janssen|Dispatch North; Adrian Stan|Sales; Birgit Kofler|Accounting; Cem Yildiz|Warehouse A;
Dora Papadaki|Customs; Edwin Asante|Fleet Planning; Flora MacInnes|Marketing; Gunnar Dahl|Facilities; Hedda Winter|Payroll;
Ivo Marinov|Dispatch South; Judit Szabo|Claims; Kofi Mensah|Warehouse C; Lena Sandoval|Key Accounts; Mehmet Arslan|Workshop;
Nora Fitzgerald|HR; Oleg Danilov|Customs; Paula Jimenez|Finance; Rikke Madsen|Sales; Simone Bach|Reception;
Teodor Vasile|Warehouse B; Ute Lindner|Accounting; Victoria Hale|Board office; Wojtek Lis|Dispatch North; Amira Saleh|Quality;
Bastian Roth|Warehouse A; Claudia Neri|Claims; Dylan Foster|Fleet Planning; Erika Halonen|Customs; Fabio Lombardi|Sales
"""

REQUESTERS: tuple[tuple[str, str], ...] = tuple(
    tuple(part.strip().split("|")) for part in _REQUESTERS.replace("\n", " ").split(";")
)

# Colleagues who are spoken of as "she" ({mate}) and as "he" ({mate_m}).
_WOMEN = frozenset("""Marta Aoife Elif Hannah Ngozi Rosa Ulla Wendy Zsofia Bianca Daria Franziska Helga Ines Katrin Mira Pilar Renate Tamara Vera Agnes Celine
    Esther Fiona Isabel Karin Leila Olga Ruth Theresa Valentina Carla Eva Gabriela Irina Kamila Philippa Sofia Ursula Wiebke Birgit Dora Flora Hedda Judit Lena
    Nora Paula Rikke Simone Ute Victoria Amira Claudia Erika Aisha Zoe""".split())
_MEN = frozenset("""Jonas Sanjay Luca Pieter Tobias Viktor Yannick Alan Cormac Emeka George Jakub Liam Otto Quentin Stefan Umar Bruno Goran Hiro Jan Matthias
    Paul Uwe Walter Filip Henrik Nils Oumar Tariq Vincent Adrian Cem Edwin Ivo Kofi Oleg Bastian Dylan""".split())

CLIENTS = ("Brightwell Foods", "Nordlys Paper", "Corvane Chemical", "Hallgarten", "Mistral Cycling", "Oakhurst Furniture",
           "Pelican Dairy", "Ravenna Ceramic", "Stellaris Pharma", "Weidmann Steel", "Quillon Beverage", "Lumen & Vale")
ROOMS = ("Lisbon", "Harbour", "Crane", "Fjord", "Atlas", "Compass", "Anchor", "Meridian", "Lighthouse")
SITES = ("Rotterdam", "Bremen", "Gdynia", "Porto", "Antwerp", "Aarhus", "Trieste")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def first_name(name: str) -> str:
    return name.split()[0]


def user_name(name: str) -> str:
    """The log-in name: `ana.duarte`, without accents."""
    plain = name.removesuffix(" (Ext)").lower()
    for accented, letter in zip("áčéëèíñóöøôúüýäåç", "aceeeinooooouuyaac"):
        plain = plain.replace(accented, letter)
    return plain.replace("'", "").replace(" ", ".", 1).replace(" ", "")


def date_words(day: datetime) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def slots(random: Random, opened: datetime, caller: str) -> dict[str, str]:
    """The things one ticket names; the same in the request and in every reply."""
    back = random.choice((1, 1, 2, 3, 4))
    since = opened - timedelta(days=back)
    while since.weekday() >= 5:
        since -= timedelta(days=1)
    since_day = WEEKDAYS[since.weekday()]
    hour = opened.hour + random.choice((1, 2, 3))
    if 9 <= hour <= 16:
        by, till = random.choice(((f"at {hour}:00", f"{hour}:00"), (f"at {hour}:30", f"{hour}:30"), (f"at {(hour - 1) % 12 + 1}", f"{(hour - 1) % 12 + 1}")))
    else:
        by, till = random.choice((("tomorrow at 9", "9 tomorrow"), ("tomorrow morning", "tomorrow morning"), ("tomorrow at 10:30", "10:30 tomorrow"), ("tomorrow at 11", "11 tomorrow")))
    soon, past = opened + timedelta(days=random.randint(3, 11)), opened - timedelta(days=random.randint(4, 16))
    first_names = [first_name(name) for name, _ in REQUESTERS if name != caller]
    return {
        "pc": f"TF-{random.choice('LNP')}{random.randint(1040, 7980)}",
        "printer": f"PRT-{random.randint(1, 4):02d}-{random.choice(('EAST', 'WEST', 'NORTH'))}",
        "room": random.choice(ROOMS),
        "site": random.choice(SITES),
        "floor": str(random.randint(1, 5)),
        "mate": random.choice([name for name in first_names if name in _WOMEN]),
        "mate_m": random.choice([name for name in first_names if name in _MEN]),
        "client": random.choice(CLIENTS),
        "ext": str(random.randint(4100, 4899)),
        "n": str(random.randint(3, 9)),
        "num": str(random.randint(10400, 98700)),
        "date": date_words(soon),
        "past": date_words(past),
        "by": by,
        "till": till,
        "since": f"since {since_day}",
        "since_cap": f"Since {since_day}",
        "since_day": since_day,
        "since_on": f"on {since_day}",
    }
