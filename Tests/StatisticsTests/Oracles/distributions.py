"""Tails and quantiles at 60 digits by mpmath, rounded to double only when written."""

import mpmath as mp
import oracle

mp.mp.dps = 60


def beta_series(x, a, b):
    """I_x(a, b) by a series of positive terms (DLMF 8.17.7 turned by Euler's transformation)."""
    term = total = mp.mpf(1)
    n = 0
    while term > total * mp.mpf(10) ** -55:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    log_front = a * mp.log(x) + b * mp.log1p(-x) - mp.log(a)
    log_front += mp.loggamma(a + b) - mp.loggamma(a) - mp.loggamma(b)
    return mp.exp(log_front) * total


def beta_lower(x, a, b):
    if x <= 0 or x >= 1:
        return mp.mpf(x > 0)
    return beta_series(x, a, b) if x < a / (a + b) else 1 - beta_series(1 - x, b, a)


def beta_upper(x, a, b):
    return beta_lower(1 - x, b, a)


def gamma_lower(x, a):
    return mp.gammainc(a, 0, x, regularized=True)


def gamma_upper(x, a):
    return mp.gammainc(a, x, mp.inf, regularized=True)


def normal(x):
    return mp.ncdf(x), mp.erfc(mp.mpf(x) / mp.sqrt(2)) / 2


def student(x, n):
    x, n = mp.mpf(x), mp.mpf(n)
    half = beta_lower(n / (n + x * x), n / 2, mp.mpf(1) / 2) / 2
    return (1 - half, half) if x >= 0 else (half, 1 - half)


def chi_squared(x, n):
    return gamma_lower(mp.mpf(x) / 2, mp.mpf(n) / 2), gamma_upper(mp.mpf(x) / 2, mp.mpf(n) / 2)


def fisher_f(x, m, n):
    x, m, n = mp.mpf(x), mp.mpf(m), mp.mpf(n)
    share = m * x / (m * x + n)
    return beta_lower(share, m / 2, n / 2), beta_upper(share, m / 2, n / 2)


def gamma(x, a, rate):
    return gamma_lower(mp.mpf(x) * rate, mp.mpf(a)), gamma_upper(mp.mpf(x) * rate, mp.mpf(a))


def beta(x, a, b):
    return beta_lower(mp.mpf(x), mp.mpf(a), mp.mpf(b)), beta_upper(mp.mpf(x), mp.mpf(a), mp.mpf(b))


def binomial(k, n, p):
    p = mp.mpf(p)
    terms = [mp.binomial(n, i) * p**i * (1 - p) ** (n - i) for i in range(n + 1)]
    return mp.fsum(terms[: k + 1]), mp.fsum(terms[k:])


def poisson(k, mean):
    mean = mp.mpf(mean)
    return gamma_upper(mean, k + 1), gamma_lower(mean, k) if k else mp.mpf(1)


POINTS = [
    ("normal", normal, [], [-37, -8.3, -3, -1e-9, 0, 0.5, 1.959963984540054, 6, 20]),
    *[("student", student, [n], [-40, -2.5, -1e-6, 0, 0.3, 2, 15, 1e5]) for n in (1, 2, 4.5, 9, 30, 300, 25000)],
    *[("chiSquared", chi_squared, [n], [1e-8, 0.01, 0.5, 1, 3.84, 12, 60, 400]) for n in (1, 2, 5, 40)],
    ("chiSquared", chi_squared, [2000], [1500, 1990, 2000, 2400]),
    *[("fisherF", fisher_f, d, [1e-5, 0.2, 1, 3, 40]) for d in ([1, 10], [3, 7.5], [12, 60], [200, 400])],
    *[("gamma", gamma, p, [0.001, 0.1, 1, 4, 30]) for p in ([0.3, 1.5], [2.5, 0.7], [11, 3])],
    *[("beta", beta, p, [1e-6, 0.02, 0.3, 0.5, 0.81, 0.9999]) for p in ([0.5, 0.5], [1, 3], [12.5, 4], [300, 900])],
    ("beta", beta, [40000, 120000], [0.24, 0.2499, 0.255]),
    *[("binomial", binomial, p, [0, 1, 5, 17, 39, 40]) for p in ([40, 0.03], [40, 0.5], [40, 0.97])],
    *[("poisson", poisson, [m], [0, 1, 4, 20, 60]) for m in (0.2, 4, 25)],
]

QUANTILES = [1e-12, 1e-6, 0.001, 0.025, 0.1, 0.5, 0.8, 0.975, 0.999, 0.999999]

tails = []
for name, tail, parameters, points in POINTS:
    for x in points:
        lower, upper = tail(x, *parameters)
        tails.append([name, parameters, x, float(lower), float(upper)])

# A few quantiles by root finding at 60 digits.
STARTS = {"normal": lambda p: mp.sqrt(2) * mp.erfinv(2 * mp.mpf(p) - 1)}
quantiles = [["normal", [], p, float(STARTS["normal"](p))] for p in QUANTILES]
for name, tail, parameters, low, high in [
    ("student", student, [4.5], -1e6, 1e6),
    ("student", student, [9], -1e6, 1e6),
    ("student", student, [120], -1e3, 1e3),
    ("chiSquared", chi_squared, [1], mp.mpf(10) ** -40, 1e3),
    ("chiSquared", chi_squared, [7], mp.mpf(10) ** -40, 1e3),
    ("fisherF", fisher_f, [3, 20], mp.mpf(10) ** -40, 1e6),
    ("beta", beta, [3, 45], mp.mpf(10) ** -40, 1),
    ("gamma", gamma, [0.4, 2], mp.mpf(10) ** -60, 1e3),
]:
    for p in QUANTILES:
        # Bisection, on the logarithm for positive supports.
        a, b = mp.mpf(low), mp.mpf(high)
        for _ in range(220):
            middle = (a + b) / 2 if low < 0 else mp.sqrt(a * b)
            if tail(middle, *parameters)[0] < mp.mpf(p):
                a = middle
            else:
                b = middle
        quantiles.append([name, parameters, p, float(a)])

oracle.write(
    __file__,
    ["mpmath"],
    {
        "tails": [dict(zip(["distribution", "parameters", "x", "lower", "upper"], row)) for row in tails],
        "quantiles": [dict(zip(["distribution", "parameters", "p", "x"], row)) for row in quantiles],
    },
)
