"""Standardised rates, funnels, shrunken ratios, interrupted series and terms, by SciPy, statsmodels and NumPy."""

import numpy as np
import oracle
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

SEED = 20260304
rng = np.random.default_rng(SEED)

# ---- observed ÷ expected, exact limits ----
ratios = []
for observed, expected in [(0, 3.2), (1, 0.4), (7, 11.5), (120, 98.25), (4000, 4100.5)]:
    for level in (0.95, 0.998):
        tail = (1 - level) / 2
        lower = stats.chi2.ppf(tail, 2 * observed) / 2 / expected if observed else 0.0
        upper = stats.chi2.isf(tail, 2 * observed + 2) / 2 / expected
        ratios.append(dict(observed=observed, expected=expected, level=level, lower=lower, upper=upper))

# ---- direct standardisation ----
direct = []
for case in range(12):
    outer, inner = rng.integers(1, 4), rng.integers(1, 5)
    totals = rng.integers(1 if case < 8 else 0, 60, (outer, inner))
    if case == 9:
        totals[0, 0] = 0
    if case == 10:
        totals[0] = 0
        totals[-1, -1] = 5
    events = rng.binomial(totals, 0 if case == 1 else 1 if case == 2 else 0.2)
    weights = rng.integers(1, 200, (outer, inner)).astype(float)
    parts, pooled, everything = [], [], False
    for g in range(outer):
        if (totals[g] > 0).all():
            parts += list(zip(weights[g], events[g], totals[g]))
        elif totals[g].sum() > 0:
            pooled.append(g)
            parts.append((weights[g].sum(), events[g].sum(), totals[g].sum()))
        else:
            everything = True
    if everything:
        parts = [(1.0, events.sum(), totals.sum())]
    w, k, n = (np.array(x, float) for x in zip(*parts))
    w /= w.sum()
    rate = (w * k / n).sum()
    variance = (w**2 * (k / n) * (1 - k / n) / n).sum()
    size = rate * (1 - rate) / variance if variance > 1e-15 else 1 / (w**2 / n).sum()
    size = min(size, n.sum())
    lower, upper = proportion_confint(rate * size, size, 0.05, "wilson")
    direct.append(
        dict(events=events.tolist(), totals=totals.tolist(), weights=weights.tolist(), rate=rate, lower=max(0, lower), upper=min(1, upper), pooled=pooled, everything=everything)
    )

# ---- funnel ----
def interpolated(p, mean):
    r = int(stats.poisson.ppf(p, mean))
    while stats.poisson.cdf(r, mean) <= p:
        r += 1
    while r > 0 and stats.poisson.cdf(r - 1, mean) > p:
        r -= 1
    share = (stats.poisson.cdf(r, mean) - p) / stats.poisson.pmf(r, mean)
    return r - share


funnels = []
for count, spread in [(1, 0), (14, 0.0), (30, 0.6), (9, 1.0)]:
    expected = rng.uniform(2, 90, count)
    observed = rng.poisson(expected * np.exp(rng.normal(0, spread, count)))
    z = (observed - expected) / np.sqrt(expected)
    low, high = np.quantile(z, [0.1, 0.9])
    phi = np.mean(np.clip(z, low, high) ** 2)
    wide = phi > 1 + 2 * np.sqrt(2 / count)
    factor = np.sqrt(phi) if wide else 1
    points = []
    for e in (0.7, 5.5, 40.0, 1000.0):
        for level in (0.95, 0.998):
            ends = [max(0, 1 + (interpolated(p, e) / e - 1) * factor) for p in ((1 - level) / 2, (1 + level) / 2)]
            points.append(dict(expected=e, level=level, lower=ends[0], upper=ends[1]))
    # Marshall (1991), as spdep's EBest has it.
    mean = observed.sum() / expected.sum()
    s2 = (expected * (observed / expected - mean) ** 2).sum() / expected.sum()
    between = max(0.0, s2 - mean / expected.mean())
    raw = observed / expected
    shrunk = mean + between * (raw - mean) / (between + mean / expected)
    limits = []
    for o, e in zip(observed, expected):
        if between == 0:
            total = observed.sum()
            limits.append([stats.chi2.ppf(0.025, 2 * total) / 2 / expected.sum(), stats.chi2.ppf(0.975, 2 * total + 2) / 2 / expected.sum()])
        else:
            posterior = stats.gamma(o + mean**2 / between, scale=1 / (e + mean / between))
            limits.append(list(posterior.ppf([0.025, 0.975])))
    funnels.append(
        dict(observed=observed.tolist(), expected=expected.tolist(), dispersion=phi, isOverdispersed=bool(wide), points=points, mean=mean, between=between, shrunk=shrunk.tolist(), limits=limits)
    )

# ---- interrupted time series ----
series = []
for weeks, cut, gaps in [(24, 12, 0), (60, 25, 0), (130, 70, 0), (60, 30, 7)]:
    t = np.arange(weeks)
    noise = np.zeros(weeks)
    for i in range(1, weeks):
        noise[i] = 0.5 * noise[i - 1] + rng.normal(0, 0.02)
    y = 0.3 - 0.001 * t - 0.05 * (t >= cut) + 0.0005 * np.maximum(0, t - cut) + noise
    seen = np.ones(weeks, bool)
    seen[rng.choice(weeks, gaps, replace=False)] = False
    X = np.column_stack([np.ones(weeks), t, t >= cut, np.maximum(0, t - cut)]).astype(float)
    size = seen.sum()
    lag = int(np.floor(4 * (size / 100) ** (2 / 9)))
    if gaps == 0:
        fit = sm.OLS(y, X).fit(cov_type="HAC", cov_kwds=dict(maxlags=lag, use_correction=True), use_t=True)
        values, errors, limits, p = fit.params, fit.bse, fit.conf_int(), fit.pvalues
    else:
        # statsmodels knows no gaps: weeks without a value add a zero score.
        values = np.linalg.lstsq(X[seen], y[seen], rcond=None)[0]
        scores = np.where(seen, y - X @ values, 0)[:, None] * X
        S = scores.T @ scores
        for l in range(1, lag + 1):
            cross = scores[l:].T @ scores[:-l]
            S += (1 - l / (lag + 1)) * (cross + cross.T)
        bread = np.linalg.inv(X[seen].T @ X[seen])
        errors = np.sqrt(np.diag(bread @ S @ bread) * size / (size - 4))
        t_ = stats.t(size - 4)
        limits = np.column_stack([values - t_.ppf(0.975) * errors, values + t_.ppf(0.975) * errors])
        p = 2 * t_.sf(np.abs(values / errors))
    series.append(
        dict(values=[float(v) if s else None for v, s in zip(y, seen)], cut=cut, lag=lag, coefficients=values, errors=errors, limits=limits, p=p, fitted=X @ values)
    )

# ---- terms, from whole documents ----
terms = []
vocabulary, prior = 6, 40.0
sides = []
for tilt in (0.0, 0.8):
    documents = []
    for _ in range(25):
        weights = rng.dirichlet(np.array([5, 2, 1, 0.5, 0.3, 0.05 + tilt]))
        documents.append(rng.multinomial(rng.integers(5, 60), weights))
    sides.append(np.array(documents))
for term in range(vocabulary):
    figures = []
    for docs in sides:
        y, n = docs[:, term].sum(), docs.sum()
        share = sum(d[:, term].sum() for d in sides) / sum(d.sum() for d in sides)
        alpha = prior * share
        odds = (y + alpha) / (n + prior - y - alpha)
        p = (y + alpha) / (n + prior)
        residual = docs[:, term] - y / n * docs.sum(1)
        D = len(docs)
        variance = max(1 / (y + alpha) + 1 / (n + prior - y - alpha), D / (D - 1) * (residual**2).sum() / ((n + prior) * p * (1 - p)) ** 2)
        figures.append((np.log(odds), variance))
    terms.append(dict(logOddsRatio=figures[0][0] - figures[1][0], standardError=np.sqrt(figures[0][1] + figures[1][1])))

oracle.write(
    __file__, ["numpy", "scipy", "statsmodels"],
    dict(ratios=ratios, direct=direct, funnels=funnels, series=series, terms=dict(sides=[s.tolist() for s in sides], prior=prior, expected=terms)), SEED,
)
