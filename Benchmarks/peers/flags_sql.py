#!/usr/bin/env python3
"""The fastest of the tools that people have at hand: DuckDB, with regular expressions over the whole conversation.

    flags_sql.py EXPORT

Flags by SQL, then a Mantel-Haenszel odds ratio of each over priority and team, one thread. It is a part of the job, and
gives other answers: what was written after the reopening is not left out, nobody asks whether a term was explained or
whose it was, authors are not told apart, and there is neither readability nor listening.
"""

import json
import re
import sys

import duckdb

import cues


def sql(pattern):
    """A pattern as a string of SQL."""
    return "'" + ("(?i)" + pattern).replace("'", "''") + "'"


PATTERNS = {
    # DuckDB's regular expressions know no escaped blanks, dashes or slashes.
    "jargon": r"\b(?:" + re.sub(r"\\([ \-/])", r"\1", cues.any_term()) + r")\b",
    "passive": cues.PASSIVE,
    "hedging": cues.HEDGING,
    "blame": cues.BLAME,
    "next step": cues.NEXT_STEP,
    "confirmation": cues.CONFIRMATION,
    "greeting": r"(?:^|\n)\s*" + cues.GREETING,
}


def mantel_haenszel(rows):
    """The odds ratio of rows of stratum, flag, reopened and count; `None` if it has none."""
    strata = {}
    for stratum, flag, reopened, count in rows:
        cells = strata.setdefault(stratum, [0, 0, 0, 0])
        cells[(0 if flag else 2) + (0 if reopened else 1)] += count
    above = sum(a * d / (a + b + c + d) for a, b, c, d in strata.values())
    below = sum(b * c / (a + b + c + d) for a, b, c, d in strata.values())
    return round(above / below, 3) if below else None


def main():
    path = sys.argv[1].replace("'", "''")
    connection = duckdb.connect(config={"threads": 1})
    flags = ", ".join(
        f'regexp_matches(comments_and_work_notes, {sql(pattern)}) as "{name}"' for name, pattern in PATTERNS.items()
    )
    connection.execute(
        f"""
        create temp table flags as
        select priority || assignment_group as stratum, reopen_count <> '0' as reopened, {flags},
               len(string_split(comments_and_work_notes, ' ')) > 300 as "wall of text"
        from read_csv('{path}', all_varchar = true, header = true, quote = '"', escape = '"')
        where resolved_at is not null and resolved_at <> ''
        """
    )
    ratios = {}
    for name in [*PATTERNS, "wall of text"]:
        counts = connection.execute(f'select stratum, "{name}", reopened, count(*) from flags group by all')
        ratios[name] = mantel_haenszel(counts.fetchall())
    print(json.dumps(ratios))


if __name__ == "__main__":
    main()
