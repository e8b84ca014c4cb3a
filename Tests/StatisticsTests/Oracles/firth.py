"""Firth regression and what is made of it, by another way.

The likelihood is maximised by SciPy's general optimisers on a dense matrix with one row a ticket, limits are
found by Brent's method, derivatives by complex steps and clusters are summed in a loop: nothing of the way the
library goes. Without clusters the results are compared with firthmodels before they are written.

Data: endometrial (Heinze & Schemper 2002, Statistics in Medicine 21:2409-2419; from Dr E. Asseryanis) and sex2
(Foxman et al. 1997; Cytel's LogXact manual), as distributed with R's logistf.
"""

import pathlib

import numpy as np
import oracle
import statsmodels.api as sm
from firthmodels import FirthLogisticRegression
from scipy import optimize, stats

SEED = 20260303
HERE = pathlib.Path(__file__).parent
rng = np.random.default_rng(SEED)


def penalised(beta, X, y):
    """Minus the penalised log-likelihood and minus its gradient."""
    eta = X @ beta
    p = 1 / (1 + np.exp(-eta))
    w = p * (1 - p)
    root = np.sqrt(w)[:, None] * X
    q, r = np.linalg.qr(root)
    h = (q * q).sum(1)
    value = np.sum(y * eta - np.logaddexp(0, eta)) + np.sum(np.log(np.abs(np.diag(r))))
    return -value, -(X.T @ (y - p + h * (0.5 - p)))


def maximise(X, y, start, held=None):
    """The penalised maximum, with the last coefficient held at a value if one is given."""
    free = np.arange(X.shape[1] - (held is not None))

    def full(part):
        beta = np.zeros(X.shape[1])
        beta[free] = part
        if held is not None:
            beta[-1] = held
        return beta

    rough = optimize.minimize(
        lambda part: penalised(full(part), X, y)[0], start[free],
        jac=lambda part: penalised(full(part), X, y)[1][free], method="BFGS", options=dict(gtol=1e-5),
    )
    fine = optimize.root(lambda part: penalised(full(part), X, y)[1][free], rough.x, tol=1e-13)
    assert np.abs(penalised(full(fine.x), X, y)[1][free]).max() < 1e-7
    beta = full(fine.x)
    return beta, -penalised(beta, X, y)[0]


def information(beta, X):
    p = 1 / (1 + np.exp(-X @ beta))
    return np.linalg.inv(X.T @ ((p * (1 - p))[:, None] * X))


def cluster_covariance(beta, X, y, clusters):
    """G / (G - 1) A (sum u u') A with Firth-modified scores."""
    A = information(beta, X)
    p = 1 / (1 + np.exp(-X @ beta))
    w = p * (1 - p)
    h = np.array([w[i] * X[i] @ A @ X[i] for i in range(len(y))])
    meat = np.zeros_like(A)
    names = sorted(set(clusters))
    for g in names:
        u = sum((y[i] - p[i] + h[i] * (0.5 - p[i])) * X[i] for i in np.flatnonzero(clusters == g))
        meat += np.outer(u, u)
    return A @ meat @ A * len(names) / (len(names) - 1), len(names)


def analyse(X, y, clusters=None, binary=True, limits=True):
    """All figures of one comparison; the exposure is the last column of X."""
    start = np.zeros(X.shape[1])
    start[0] = np.log((y.sum() + 0.5) / (len(y) - y.sum() + 0.5))
    beta, top = maximise(X, y, start)
    A = information(beta, X)
    V = A
    inflation, reference, count = 1.0, stats.norm, None
    if clusters is not None:
        V, count = cluster_covariance(beta, X, y, clusters)
        inflation = max(1.0, V[-1, -1] / A[-1, -1])
        reference = stats.t(count - 1)
    out = dict(
        coefficients=list(beta), standardErrors=list(np.sqrt(np.diag(A))), logLikelihood=top, inflation=inflation,
        clusterCount=count,
    )
    # How much of the exposure the others explain.
    rest = X[:, :-1]
    fitted = rest @ np.linalg.lstsq(rest, X[:, -1], rcond=None)[0]
    out["explained"] = 1 - ((X[:, -1] - fitted) ** 2).sum() / ((X[:, -1] - X[:, -1].mean()) ** 2).sum()

    se = np.sqrt(inflation * A[-1, -1])
    t = reference.ppf(0.975)
    out["wald"] = [*np.exp(beta[-1] + np.array([-t, t]) * se), 2 * reference.sf(abs(beta[-1]) / se)]
    if limits:
        last = [beta]

        def root(b):
            fit, value = maximise(X, y, last[0], held=b)
            last[0] = fit
            return np.sqrt(max(0.0, 2 * (top - value)) / inflation)

        ends = []
        for side in (-1, 1):
            last[0] = beta
            step = side * t * se
            while root(beta[-1] + step) < t:
                step *= 1.5
            last[0] = beta
            ends.append(optimize.brentq(lambda b: root(b) - t, beta[-1] + 1e-3 * step, beta[-1] + step, xtol=1e-12))
        last[0] = beta
        out["profile"] = [*np.exp(ends), 2 * reference.sf(root(0.0))]

    if binary:
        # FLIC: intercept by maximum likelihood with the rest as offset.
        offset = X[:, 1:] @ beta[1:]
        flic = sm.GLM(y, np.ones((len(y), 1)), family=sm.families.Binomial(), offset=offset).fit(tol=1e-14)
        theta = beta.copy()
        theta[0] = flic.params[0]
        with_, without = X.copy(), X.copy()
        with_[:, -1], without[:, -1] = 1, 0
        exposed = X[:, -1] == 1

        def figures(theta):
            p1, p0 = 1 / (1 + np.exp(-with_ @ theta)), 1 / (1 + np.exp(-without @ theta))
            return np.array([p1.mean() - p0.mean(), np.log(p1.mean() / p0.mean()), (p1 - p0)[exposed].sum(), p1.mean(), p0.mean()])

        values = figures(theta)
        jacobian = np.empty((5, len(theta)))
        for j in range(len(theta)):
            moved = theta.astype(complex)
            moved[j] += 1e-30j
            jacobian[:, j] = figures(moved).imag / 1e-30
        # For each figure the larger of the variance by clusters and the model's.
        errors = np.sqrt(np.maximum(np.diag(jacobian @ V @ jacobian.T), np.diag(jacobian @ A @ jacobian.T)))
        out["flicIntercept"] = theta[0]
        out["risks"] = list(values[3:])
        out["riskDifference"] = [values[0], values[0] - t * errors[0], values[0] + t * errors[0], errors[0]]
        out["riskRatio"] = [*np.exp([values[1], values[1] - t * errors[1], values[1] + t * errors[1]]), errors[1]]
        out["avoidable"] = [values[2], values[2] - t * errors[2], values[2] + t * errors[2], errors[2]]
    return out


def split_mix(seed):
    """SplitMix64, and unbiased whole numbers from it by Lemire's method."""
    mask = (1 << 64) - 1

    def following():
        nonlocal seed
        seed = (seed + 0x9E3779B97F4A7C15) & mask
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return z ^ (z >> 31)

    def below(bound):
        while True:
            product = following() * bound
            if product & mask >= ((1 << 64) - bound) % bound:
                return product >> 64

    return below


def bootstrap(X, y, clusters, samples, seed):
    """Standardised figures in samples of whole clusters."""
    below = split_mix(seed)
    names = sorted(set(clusters))
    rows = {g: np.flatnonzero(clusters == g) for g in names}
    figures = []
    for _ in range(samples):
        drawn = np.concatenate([rows[names[below(len(names))]] for _ in names])
        sample = analyse(X[drawn], y[drawn], limits=False)
        figures.append([sample["riskDifference"][0], np.log(sample["riskRatio"][0]), sample["avoidable"][0]])
    figures = np.array(figures)
    return dict(
        samples=samples, seed=seed, errors=list(figures.std(0, ddof=1)),
        lower=list(np.quantile(figures, 0.05, axis=0)), upper=list(np.quantile(figures, 0.95, axis=0)),
    )


def dense(covariates, codes, counts, used, exposure, outcome, arms):
    """The matrix with one row a ticket, its columns in declared order, aliased ones left out."""
    keep = np.flatnonzero((exposure != 255) & (outcome != 255))
    keep = np.repeat(keep, counts[keep])
    x = np.asarray(arms, float)[exposure[keep]]
    columns, names = [np.ones(len(keep))], [None]
    dropped = []
    for c in used:
        level = codes[c][keep]
        if isinstance(covariates[c], list):
            candidates = [(np.asarray(covariates[c], float)[level], None)]
        else:
            candidates = [((level == k).astype(float), k) for k in range(1, covariates[c])]
        for column, k in candidates:
            trial = np.column_stack([*columns, column])
            if np.linalg.matrix_rank(trial) == trial.shape[1]:
                columns.append(column)
            else:
                dropped.append([c, k, not column.any()])
    return np.column_stack([*columns, x]), outcome[keep].astype(float), keep, dropped


# ---- published data: each column in turn as the exposure ----
published = []
for name in ("endometrial", "sex2"):
    raw = np.loadtxt(HERE / f"{name}.csv", delimiter=",", skiprows=1)
    header = (HERE / f"{name}.csv").read_text().split("\n")[0].replace('"', "").split(",")
    outcome = "HG" if name == "endometrial" else "case"
    y = raw[:, header.index(outcome)]
    predictors = [h for h in header if h != outcome]
    X = np.column_stack([np.ones(len(y)), *[raw[:, header.index(h)] for h in predictors]])
    peer = FirthLogisticRegression(gtol=1e-7, xtol=1e-7, max_iter=500).fit(X[:, 1:], y)
    peer.lrt()
    limits = peer.conf_int(method="pl", tol=1e-9, max_iter=200)
    for index, exposure in enumerate(predictors):
        others = [j for j in range(1, X.shape[1]) if j != index + 1]
        figures = analyse(X[:, [0, *others, index + 1]], y, binary=False)
        assert abs(figures["coefficients"][-1] - peer.coef_[index]) < 1e-8
        assert np.allclose(np.log(figures["profile"][:2]), limits[index], atol=1e-6)
        assert abs(figures["profile"][2] / peer.lrt_pvalues_[index] - 1) < 1e-6
        assert abs(figures["logLikelihood"] - peer.loglik_) < 1e-9
        published.append(dict(data=name, exposure=exposure, **figures))

# ---- cohorts with clusters, applicability, weights ----
cohorts = []


def add(name, n, covariates, base, effect, clusters, spread, share, used=None, arms=(0, 1), alias=False, limits=True, applicable=0.9, exposure_of=None):
    codes = np.array([rng.integers(0, len(c) if isinstance(c, list) else c, n) for c in covariates])
    if alias:
        codes[1] = codes[0]
        codes[2][codes[2] == 1] = 2
    cluster = rng.integers(0, clusters, n)
    agent = rng.normal(0, spread, clusters)
    exposure = (rng.uniform(size=n) < share * np.exp(0.5 * agent[cluster])).astype(int)
    if len(arms) > 2:
        exposure = np.minimum(rng.poisson(0.7, n), len(arms) - 1)
    eta = base + agent[cluster] + effect * exposure + 0.3 * (codes[0] == 1)
    outcome = (rng.uniform(size=n) < 1 / (1 + np.exp(-eta))).astype(int)
    if exposure_of == "zero":
        outcome[exposure == 1] = 0
    exposure[rng.uniform(size=n) > applicable] = 255
    outcome[rng.uniform(size=n) > 0.97] = 255
    counts = rng.choice([1, 1, 1, 2, 4], n)
    used = list(range(len(covariates))) if used is None else used
    X, y, keep, dropped = dense(covariates, codes, counts, used, exposure, outcome, arms)
    binary = tuple(arms) == (0, 1)
    grouped = cluster if clusters > 1 else None
    figures = analyse(X, y, None if grouped is None else grouped[keep], binary=binary, limits=limits)
    if name == "clustered":
        figures["bootstrap"] = bootstrap(X, y, cluster[keep], 120, 7)
    cohorts.append(
        dict(
            name=name, covariates=[dict(scores=c) if isinstance(c, list) else dict(levels=c) for c in covariates],
            codes=codes.tolist(), clusters=None if grouped is None else cluster.tolist(), counts=counts.tolist(),
            exposure=exposure.tolist(), outcome=outcome.tolist(), used=used, arms=list(map(float, arms)),
            dropped=[dict(covariate=c, level=k, isEmpty=bool(e)) for c, k, e in dropped], expected=figures,
        )
    )


logs = [float(x) for x in np.log(2.0 ** (np.arange(9) / 2))]
add("clustered", 700, [4, 3, logs], -2.4, 0.6, 14, 0.5, 0.3)
add("rare", 900, [3, 5], -4.6, 0.9, 11, 0.3, 0.2)
add("no event among the exposed", 400, [3, 2, logs], -2.5, 0, 12, 0.2, 0.12, exposure_of="zero")
add("aliased and empty", 500, [4, 4, 3], -1.8, 0.4, 9, 0.4, 0.4, alias=True)
add("no clusters", 500, [3, 4], -2.0, 0.5, 1, 0, 0.3)
add("two clusters", 300, [2, 3], -1.5, 0.3, 2, 0.2, 0.4)
add("dose", 600, [3, 4, logs], -2.2, 0.35, 10, 0.4, 0.5, arms=(0, 1, 2, 3))
add("many events", 1500, [3, 4, logs], -0.4, 0.3, 20, 0.4, 0.5, limits=False)
add("not all covariates", 500, [3, 4, logs, 2], -1.6, 0.5, 13, 0.6, 0.35, used=[3, 1])

oracle.write(
    __file__, ["numpy", "scipy", "statsmodels", "firthmodels"], dict(published=published, cohorts=cohorts), SEED
)
