"""Fourfold tables and strata by statsmodels and SciPy."""

import numpy as np
import oracle
from scipy import stats
from statsmodels.stats import contingency_tables, proportion

SEED = 20260301
rng = np.random.default_rng(SEED)

proportions = []
for events, total in [(0, 1), (1, 1), (0, 25), (3, 40), (200, 1000), (999, 1000), (1000, 1000), (123456, 1000000)]:
    for level in (0.9, 0.95, 0.998):
        wilson = proportion.proportion_confint(events, total, 1 - level, "wilson")
        exact = proportion.proportion_confint(events, total, 1 - level, "beta")
        proportions.append(
            dict(events=events, total=total, level=level, wilson=list(wilson), clopperPearson=list(exact))
        )

tables = [(56, 70, 48, 80), (9, 10, 3, 10), (0, 20, 5, 22), (7, 7, 2, 9), (0, 9, 0, 11), (4, 6, 6, 6)]
tables += [(12, 4000, 31, 9000), (2500, 12000, 30100, 190000), (3, 15, 180, 4000000), (90000, 1000000, 800000, 9000000)]
for _ in range(30):
    n1, n0 = (int(x) for x in rng.integers(2, [80, 400]))
    tables.append((int(rng.binomial(n1, rng.uniform(0.01, 0.6))), n1, int(rng.binomial(n0, rng.uniform(0.01, 0.5))), n0))

fourfold = []
for a, n1, c, n0 in tables:
    cells = np.array([[a, n1 - a], [c, n0 - c]])
    row = dict(counts=[a, n1, c, n0])
    for level in (0.9, 0.95):
        alpha = 1 - level
        case = dict(level=level)
        case["riskDifference"] = list(
            proportion.confint_proportions_2indep(a, n1, c, n0, compare="diff", method="newcomb", alpha=alpha, correction=False)
        )
        if a > 0 and c > 0:
            case["riskRatio"] = list(
                proportion.confint_proportions_2indep(a, n1, c, n0, compare="ratio", method="log", alpha=alpha, correction=False)
            )
        if cells.min() > 0:
            case["oddsRatio"] = list(contingency_tables.Table2x2(cells).oddsratio_confint(alpha))
        if cells.sum(0).min() > 0 and cells.sum() < 100000:
            exact = stats.contingency.odds_ratio(cells, kind="conditional")
            limits = exact.confidence_interval(level)
            case["exact"] = [oracle.finite(exact.statistic), oracle.finite(limits.low), oracle.finite(limits.high)]
        row.setdefault("intervals", []).append(case)
    if cells.sum(0).min() > 0:
        row["fisherP"] = stats.fisher_exact(cells).pvalue
        row["pearsonP"] = stats.chi2_contingency(cells, correction=False).pvalue
        row["leastExpected"] = stats.contingency.expected_freq(cells).min()
    fourfold.append(row)

q_values = []
for p in ([0.04], [0.01, 0.02, 0.03], [0.5, 0.01, 0.01, 1, 0], list(rng.uniform(0, 1, 40) ** 3)):
    q_values.append(dict(p=list(p), q=list(stats.false_discovery_control(p))))

oracle.write(
    __file__, ["numpy", "scipy", "statsmodels"],
    dict(proportions=proportions, fourfold=fourfold, qValues=q_values), SEED,
)
