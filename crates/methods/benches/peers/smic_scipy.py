"""SMIC with numpy and scipy on the answers of benches/job: programme, maximum entropy and ranges. Times itself.

Usage: python3 smic_scipy.py [experts]
Prints one line of JSON: seconds by job, and the results to compare with.
"""

import json
import sys
import time

import numpy as np
from scipy.optimize import linprog, minimize, nnls

MASK = (1 << 64) - 1


def mix(index):
    """The mixing function of SplitMix64."""
    z = (index + 1) * 0x9E3779B97F4A7C15 & MASK
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & MASK
    return z ^ (z >> 31)


def answers(n, expert):
    """P(i), P(i/j) and P(i/not j) of an expert."""
    p = [20 + mix(expert * 1000 + i) % 61 for i in range(n)]

    def table(first):
        moved = [[p[i] + mix(first + expert * 1000 + i * 16 + j) % 41 for j in range(n)] for i in range(n)]
        return np.clip(np.array(moved) - 20, 1, 99) / 100

    return np.array(p) / 100, table(2_000_000), table(3_000_000)


def events(n):
    """Scenarios x events; the first event is the highest bit."""
    return (np.arange(1 << n)[:, None] >> np.arange(n)[::-1] & 1).astype(float)


def programme(x, p, given, given_not):
    """The least squares over the simplex, as one non-negative problem: with sum 1, A x - b is (A - b 1') x."""
    n = x.shape[1]
    rows, targets = [], []
    for i in range(n):
        for j in range(n):
            if i != j:
                rows += [x[:, i] * x[:, j], x[:, i] * (1 - x[:, j])]
                targets += [given[i, j] * p[j], given_not[i, j] * (1 - p[j])]
    a, b = np.array(rows), np.array(targets)
    shifted = np.vstack([a - b[:, None], np.ones(len(x))])
    solution, _ = nnls(shifted, np.append(np.zeros(len(b)), 1.0), maxiter=100 * len(x))
    solution /= solution.sum()
    residual = a @ solution - b
    reduced = a.T @ residual
    return solution, residual @ residual, reduced - solution @ reduced


def maximum_entropy(terms, moments, reduced):
    """The dual by a trust-region Newton method, on the scenarios whose reduced cost is 0."""
    face = np.flatnonzero(reduced < 1e-9)
    t = terms[face]

    def distribution(theta):
        z = t @ theta
        w = np.exp(z - z.max())
        return w / w.sum(), z.max() + np.log(w.sum())

    def value(theta):
        q, log_sum = distribution(theta)
        return log_sum - moments @ theta, q @ t - moments

    def hessian(theta):
        q, _ = distribution(theta)
        mean = q @ t
        return (t * q[:, None]).T @ t - np.outer(mean, mean)

    found = minimize(value, np.zeros(t.shape[1]), jac=True, hess=hessian, method="trust-exact",
                     options={"gtol": 1e-10, "maxiter": 500})
    full = np.zeros(len(terms))
    full[face] = distribution(found.x)[0]
    return full


def solve(n, who):
    """One expert: moments of the terms, objective, canonical probabilities."""
    x = events(n)
    i, j = np.triu_indices(n, 1)
    terms = np.hstack([x, x[:, i] * x[:, j]])
    solution, objective, reduced = programme(x, *who)
    moments = solution @ terms
    return terms, moments, objective, maximum_entropy(terms, moments, reduced)


def ranges(terms, moments):
    """Two linear programmes a scenario, by HiGHS."""
    a = np.vstack([terms.T, np.ones(len(terms))])
    b = np.append(moments, 1.0)
    found = []
    for k in range(len(terms)):
        cost = np.zeros(len(terms))
        cost[k] = 1.0
        found.append([linprog(cost, A_eq=a, b_eq=b).fun, -linprog(-cost, A_eq=a, b_eq=b).fun])
    return found


def entropy(q):
    q = q[q > 0]
    return float(-(q * np.log(q)).sum())


def main():
    experts = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    result = {}
    for n in (6, 8):
        panel = [answers(n, expert) for expert in range(experts)]
        start = time.perf_counter()
        solved = [solve(n, who) for who in panel]
        result[f"seconds_{n}"] = time.perf_counter() - start
        result[f"objective_{n}"] = [s[2] for s in solved]
        result[f"net_{n}"] = [s[1][:n].tolist() for s in solved]
        result[f"entropy_{n}"] = [entropy(s[3]) for s in solved]
        result[f"probability_{n}"] = [s[3].tolist() for s in solved]
        start = time.perf_counter()
        result[f"ranges_{n}"] = ranges(*solved[0][:2])
        result[f"seconds_ranges_{n}"] = time.perf_counter() - start
    print(json.dumps(result))


if __name__ == "__main__":
    main()
