#!/usr/bin/env python3
"""What an analyst would write in Python to get at the same question, from export to page.

    pipeline.py EXPORT PAGE [--tuned]

pandas reads the export; the journal is cut into entries; of each ticket the agent's public replies before the
reopening are searched for terms nobody explained, the passive voice, hedges, blame, a next step and a confirmation,
scored for readability (textstat) and held against the request (rapidfuzz, and TF-IDF over all tickets); statsmodels
ties the flags to reopening (a logit with priority and team, Mantel-Haenszel, Benjamini-Hochberg); pandas writes a page.

`--tuned` is the same by somebody who has profiled it: terms are looked for as plain substrings before any regular
expression is tried, and syllables are counted by runs of vowels.
"""

import argparse
import html
import json
import os
import re
import warnings

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")
warnings.simplefilter("ignore")

import numpy as np
import pandas as pd
import statsmodels.api as sm
from rapidfuzz import fuzz
from sklearn.feature_extraction.text import TfidfVectorizer
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.multitest import multipletests

import cues

ENTRY = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) - (.+?) \((Additional comments|Work notes)\)\n", re.M)
MARKUP = re.compile(r"\[/?code\]|</?p>|<br\s*/?>")
QUOTED = re.compile(r"^>.*$", re.M)
PASSIVE = re.compile(cues.PASSIVE, re.I)
HEDGING = re.compile(cues.HEDGING, re.I)
BLAME = re.compile(cues.BLAME, re.I)
NEXT_STEP = re.compile(cues.NEXT_STEP, re.I)
CONFIRMATION = re.compile(r"\?[^?]*$|" + cues.CONFIRMATION, re.I)
GREETING = re.compile(r"^\s*" + cues.GREETING, re.I)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE_END = re.compile(r"[.!?]+(?:\s|$)")
VOWELS = re.compile(r"[aeiouy]+", re.I)
EXPLAINED = r"(\s*(?:\(|–|, (?:that is|which means)|stands for))?"


class TypicalDetectors:
    """One large regular expression, and textstat."""

    def __init__(self):
        import textstat

        self.textstat = textstat
        self.terms = re.compile(rf"\b({cues.any_term()})\b{EXPLAINED}", re.I)

    def jargon(self, text, request):
        return sum(not m.group(2) and m.group(1).lower() not in request for m in self.terms.finditer(text))

    def readability(self, text):
        """Flesch reading ease and Gunning's fog index; the grade is worked out too, as people do."""
        self.textstat.flesch_kincaid_grade(text)
        return self.textstat.flesch_reading_ease(text), self.textstat.gunning_fog(text)


class TunedDetectors:
    """Substrings first, and vowels for syllables."""

    def __init__(self):
        self.terms = [(t.lower(), re.compile(rf"\b({re.escape(t)})\b{EXPLAINED}", re.I)) for t in cues.TERMS]

    def jargon(self, text, request):
        low = text.lower()
        found = (p for t, p in self.terms if t in low and t not in request)
        return sum(not m.group(2) for pattern in found for m in pattern.finditer(text))

    def readability(self, text):
        words = WORD.findall(text)
        count, sentences = len(words) or 1, len(SENTENCE_END.findall(text)) or 1
        syllables = [len(VOWELS.findall(word)) or 1 for word in words]
        ease = 206.835 - 1.015 * count / sentences - 84.6 * sum(syllables) / count
        fog = 0.4 * (count / sentences + 100 * sum(number >= 3 for number in syllables) / count)
        return ease, fog


def replies(journal, requester, reopened_at):
    """The agent's public replies before the reopening, the oldest first."""
    found = []
    parts = ENTRY.split(journal)
    for place in range(len(parts) - 4, 0, -4):
        at, author, kind, text = parts[place : place + 4]
        if kind == "Additional comments" and author != requester and (not reopened_at or at < reopened_at):
            found.append(QUOTED.sub("", MARKUP.sub("\n", text)).strip())
    return found


def judge(detectors, request, journal, requester, reopened_at):
    """What is known of one ticket; `None` if nobody answered."""
    answers = replies(journal, requester, reopened_at)
    if not answers:
        return None
    text = "\n\n".join(answers)
    ease, fog = detectors.readability(text)
    # Every answer is scored, as a table of replies would have it; the flag asks for the first.
    closeness = [fuzz.token_set_ratio(request, answer) for answer in answers]
    return {
        "jargon": detectors.jargon(text, request.lower()) > 0,
        "no paraphrase": closeness[0] < 45,
        "no next step": not NEXT_STEP.search("\n".join(answers[:-1]) or answers[0]),
        "no confirmation": not CONFIRMATION.search(answers[-1]),
        "blame": bool(BLAME.search(text)),
        "passive": len(PASSIVE.findall(text)) > 0,
        "hedging": len(HEDGING.findall(text)) > 0,
        "wall of text": max(len(paragraph.split()) for paragraph in text.split("\n")) > 90,
        "no greeting": not GREETING.match(answers[0]),
        "hard by Flesch": ease < 60,
        "hard by fog": fog > 12,
        "first reply": answers[0],
    }


def associations(flags, reopened, tickets):
    """Each flag against reopening: adjusted by a logit, stratified by Mantel-Haenszel, with false-discovery rates."""
    dummies = pd.get_dummies(tickets[["priority", "assignment_group"]], drop_first=True, dtype=float)
    fit = sm.Logit(reopened, sm.add_constant(pd.concat([flags, dummies], axis=1))).fit(disp=0)
    strata = tickets.priority + "/" + tickets.assignment_group
    rows = []
    for name in flags:
        cells = pd.DataFrame({"stratum": strata, "flag": flags[name], "reopened": reopened})
        cells = cells.groupby(["stratum", "flag", "reopened"]).size().unstack(["flag", "reopened"], fill_value=0)
        cells = cells.reindex(columns=pd.MultiIndex.from_product([[0.0, 1.0], [0, 1]]), fill_value=0)
        tables = [
            np.array([[row[(1.0, 1)], row[(1.0, 0)]], [row[(0.0, 1)], row[(0.0, 0)]]], dtype=float)
            for _, row in cells.iterrows()
        ]
        stratified = StratifiedTable(tables)
        lower, upper = stratified.oddsratio_pooled_confint()
        low, high = np.exp(fit.conf_int().loc[name])
        has = flags[name].to_numpy() > 0
        rows.append({
            "flag": name, "tickets": int(has.sum()),
            "reopened with": reopened[has].mean() if has.any() else 0,
            "reopened without": reopened[~has].mean() if (~has).any() else 0,
            "stratified": stratified.oddsratio_pooled, "stratified from": lower, "stratified to": upper,
            "adjusted": float(np.exp(fit.params[name])), "adjusted from": low, "adjusted to": high,
            "p": float(fit.pvalues[name]),
        })
    for row, q in zip(rows, multipletests([row["p"] for row in rows], method="fdr_bh")[1]):
        row["q"] = q
    return pd.DataFrame(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export")
    parser.add_argument("page")
    parser.add_argument("--tuned", action="store_true")
    options = parser.parse_args()

    tickets = pd.read_csv(options.export, dtype=str, keep_default_na=False)
    tickets = tickets[tickets.resolved_at != ""].reset_index(drop=True)
    detectors = TunedDetectors() if options.tuned else TypicalDetectors()
    columns = zip(tickets.description, tickets.comments_and_work_notes, tickets.caller_id, tickets.reopened_at)
    judged = [judge(detectors, *ticket) for ticket in columns]
    tickets = tickets[[one is not None for one in judged]].reset_index(drop=True)
    flags = pd.DataFrame([one for one in judged if one is not None])
    first = flags.pop("first reply").tolist()

    weights = TfidfVectorizer(min_df=2, stop_words="english").fit_transform(tickets.description.tolist() + first)
    likeness = np.asarray(weights[: len(first)].multiply(weights[len(first) :]).sum(axis=1)).ravel()
    flags["unlike by TF-IDF"] = likeness < 0.15

    reopened = (tickets.reopen_count.astype(int) > 0).astype(int).to_numpy()
    table = associations(flags.astype(float), reopened, tickets)
    with open(options.page, "w", encoding="utf-8") as file:
        file.write("<html><head><meta charset='utf-8'><title>Reopens</title></head><body><h1>Findings</h1>")
        file.write(table.to_html(index=False, float_format="%.3f"))
        rows = zip(tickets.number, tickets.short_description, flags.jargon)
        file.write("<h2>Tickets</h2><table>")
        file.writelines(
            f"<tr><td>{number}</td><td>{html.escape(title)}</td><td>{jargon}</td></tr>"
            for number, title, jargon in list(rows)[:200]
        )
        file.write("</table></body></html>")
    print(json.dumps(dict(zip(table["flag"], table["stratified"].round(3)))))


if __name__ == "__main__":
    main()
