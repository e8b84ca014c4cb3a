"""Figures that compare predictions with labels, and how sure one can be of them.

Everything here takes lists of equal length and returns numbers; nothing knows of files or of readback.
"""

import math
import random


def counts(predicted, labels):
    """True positives, false positives, false negatives."""
    both = sum(1 for p, y in zip(predicted, labels) if p and y)
    return both, sum(map(bool, predicted)) - both, sum(map(bool, labels)) - both


def precision(predicted, labels):
    both, wrong, _ = counts(predicted, labels)
    return both / (both + wrong) if both + wrong else math.nan


def recall(predicted, labels):
    both, _, missed = counts(predicted, labels)
    return both / (both + missed) if both + missed else math.nan


def f1(predicted, labels):
    both, wrong, missed = counts(predicted, labels)
    return 2 * both / (2 * both + wrong + missed) if both else 0.0


def macro_f1(predicted, labels):
    """Mean of the F1 of both classes."""
    return (f1(predicted, labels) + f1([not p for p in predicted], [not y for y in labels])) / 2


def accuracy(predicted, labels):
    return sum(bool(p) == bool(y) for p, y in zip(predicted, labels)) / len(labels) if labels else math.nan


def share(values, _labels=None):
    """Mean of truth values: the share of cases that are right."""
    return sum(map(bool, values)) / len(values) if values else math.nan


def mean(values, _labels=None):
    return math.fsum(values) / len(values) if values else math.nan


def pearson(x, y):
    n = len(x)
    if n < 2:
        return math.nan
    mean_x, mean_y = sum(x) / n, sum(y) / n
    dx = [a - mean_x for a in x]
    dy = [b - mean_y for b in y]
    both = math.fsum(a * b for a, b in zip(dx, dy))
    size = math.sqrt(math.fsum(a * a for a in dx) * math.fsum(b * b for b in dy))
    return both / size if size else math.nan


def ranks(values):
    """Ranks from 1, ties sharing their mean rank."""
    order = sorted(range(len(values)), key=values.__getitem__)
    result = [0.0] * len(values)
    i = 0
    while i < len(order):
        j = i
        while j < len(order) and values[order[j]] == values[order[i]]:
            j += 1
        for k in order[i:j]:
            result[k] = (i + j + 1) / 2
        i = j
    return result


def spearman(x, y):
    return pearson(ranks(x), ranks(y))


def area_under_curve(scores, labels):
    """Probability that a labelled case scores above one that is not, ties counting half (Mann and Whitney)."""
    positives = sum(map(bool, labels))
    negatives = len(labels) - positives
    if not positives or not negatives:
        return math.nan
    total = math.fsum(r for r, y in zip(ranks(scores), labels) if y)
    return (total - positives * (positives + 1) / 2) / (positives * negatives)


def bootstrap(figure, first, second, groups=None, times=400, seed=20260301):
    """95 % percentile interval of `figure(first, second)`, drawing whole groups with replacement.

    Rows of one conversation, text or annotator's sheet are no independent cases, so `groups` names the unit that
    is drawn; without it every row is its own.
    """
    if not first:
        return math.nan, math.nan
    members = {}
    for i, group in enumerate(groups if groups is not None else range(len(first))):
        members.setdefault(group, []).append(i)
    units = list(members.values())
    chance = random.Random(seed)
    values = []
    for _ in range(times):
        drawn = [i for _ in units for i in units[chance.randrange(len(units))]]
        value = figure([first[i] for i in drawn], [second[i] for i in drawn])
        if not math.isnan(value):
            values.append(value)
    values.sort()
    if not values:
        return math.nan, math.nan
    return values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]
