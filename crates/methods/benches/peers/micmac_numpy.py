"""The job of benches/micmac.rs in numpy: same panel, same algorithm, matrix-vector steps. Times itself.

Usage: python3 micmac_numpy.py [draws]
Prints one line of JSON: seconds, and the point result to compare with.
"""

import json
import sys
import time

import numpy as np

VARIABLES, EXPERTS, MAX = 100, 100, 3
CELLS = VARIABLES * VARIABLES
TIE, CONFIRM, CAP, BATCH = 1e-9, 10, 1000, 50


def mix(index):
    """The mixing function of SplitMix64."""
    with np.errstate(over="ignore"):
        z = (index.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def panel():
    """Answers, experts x cells: a step, -1 for P, -2 for missing."""
    truth = mix(np.arange(CELLS))
    base = np.where(truth % np.uint64(4) == 0, 1 + (truth // np.uint64(4) % np.uint64(3)).astype(int), 0)
    noise = (mix(1_000_000_000 + np.arange(EXPERTS * CELLS)) % np.uint64(100)).astype(int).reshape(EXPERTS, CELLS)
    answers = np.select(
        [noise == 0, noise < 3, noise < 63, noise < 82],
        [-2, -1, base, np.maximum(base - 1, 0)],
        np.minimum(base + 1, MAX),
    )
    answers[:, :: VARIABLES + 1] = -2
    return answers


def planes(answers):
    """Ones where an answer reaches each step, where it is P, where it is one: (MAX + 2) x experts x cells."""
    rows = [answers >= step for step in range(1, MAX + 1)]
    return np.stack([*rows, answers == -1, answers > -2]).astype(np.float32)


def aggregate(multiplicities, ones, whole=None):
    """Existence, then intensity, for each row of multiplicities; whole numbers fit a 32-bit float exactly."""
    counts = [(multiplicities @ plane).astype(np.int16) for plane in ones]
    links, answered = counts[0], counts[-1]
    twice = np.full_like(links, 2)
    for step in counts[1:MAX]:
        below = links - step
        twice += (below <= (links - 1) >> 1).astype(np.int16) + (below <= links >> 1)
    exists = (2 * links >= answered) & (answered > 0)
    value = np.where(exists, (twice + 1) >> 1, 0).astype(float)
    return value if whole is None else np.where(answered == 0, whole, value)


def pattern(x):
    """Places with ties: what has to stay for a ranking to be the same."""
    order = np.argsort(-x, kind="stable")
    s = x[order]
    starts = np.ones(len(x), bool)
    starts[1:] = (s[:-1] - s[1:]) > TIE * s[:-1]
    first = np.maximum.accumulate(np.where(starts, np.arange(len(x)), 0))
    places = np.empty(len(x), np.int64)
    places[order] = first + 1
    return places


def until_stable(m):
    """The smallest power whose places by rows and by columns stay, and its sums."""
    rows = columns = np.ones(len(m))
    transposed = np.ascontiguousarray(m.T)
    before, changed_at, kept = None, 1, None
    for power in range(1, CAP + CONFIRM + 1):
        rows, columns = m @ rows, transposed @ columns
        rows, columns = rows / rows.max(), columns / columns.max()
        now = pattern(rows), pattern(columns)
        if before is None or any((a != b).any() for a, b in zip(now, before)):
            changed_at = power
        elif power == changed_at + 1:
            kept = rows, columns, now
        before = now
        if power - changed_at > CONFIRM:
            return changed_at + 1, *kept
    raise SystemExit("no stable power")


def zones(rows, columns):
    """0 determinant, 1 relay, 2 result, 3 autonomous; high is at or above the mean."""
    high = [x >= x.mean() * (1 - TIE) for x in (rows, columns)]
    return np.where(high[0], np.where(high[1], 1, 0), np.where(high[1], 2, 3))


def main():
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    answers = panel()
    start = time.perf_counter()
    ones = planes(answers)
    whole = aggregate(np.ones((1, EXPERTS), np.float32), ones)[0]
    point = whole.reshape(VARIABLES, VARIABLES)
    power, rows, columns, places = until_stable(point)
    generator = np.random.default_rng(2030)
    counts = np.zeros((2, VARIABLES, 4), np.int64)
    ranks = np.empty((4, draws, VARIABLES), np.int64)
    shares = np.empty((4, draws, VARIABLES))
    everyone = np.arange(VARIABLES)

    def analyse(matrix):
        _, r, c, (by_rows, by_columns) = until_stable(matrix)
        sums = matrix.sum(1), matrix.sum(0)
        return (*sums, r, c), (pattern(sums[0]), pattern(sums[1]), by_rows, by_columns)

    for begin in range(0, draws, BATCH):
        size = min(BATCH, draws - begin)
        picks = generator.integers(0, EXPERTS, (size, EXPERTS))
        drawn = np.stack([np.bincount(p, minlength=EXPERTS) for p in picks]).astype(np.float32)
        for at, cells in enumerate(aggregate(drawn, ones, whole), begin):
            sums, ranked = analyse(cells.reshape(VARIABLES, VARIABLES))
            for kind in range(4):
                ranks[kind, at] = ranked[kind]
                shares[kind, at] = sums[kind] / sums[kind].sum()
            counts[0, everyone, zones(sums[0], sums[1])] += 1
            counts[1, everyone, zones(sums[2], sums[3])] += 1
    np.quantile(ranks, [0.05, 0.95], axis=1, method="inverted_cdf")
    shares.mean(axis=1), shares.var(axis=1, ddof=1)
    for left in range(EXPERTS):
        without = np.ones((1, EXPERTS), np.float32)
        without[0, left] = 0
        analyse(aggregate(without, ones, whole)[0].reshape(VARIABLES, VARIABLES))
    seconds = time.perf_counter() - start
    result = {
        "seconds": seconds,
        "power": power,
        "influence": point.sum(1).astype(int).tolist(),
        "dependence": point.sum(0).astype(int).tolist(),
        "influence_rank": places[0].tolist(),
        "dependence_rank": places[1].tolist(),
        "zones": zones(rows, columns).tolist(),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
