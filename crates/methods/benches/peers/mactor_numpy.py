"""The MACTOR job of benches/godet.rs in numpy: same panel, same definitions, matrix products. Times itself.

Usage: python3 mactor_numpy.py [draws]
Prints one line of JSON: seconds, and the point result to compare with.
"""

import json
import sys
import time

import numpy as np
from micmac_numpy import EXPERTS, TIE, mix, pattern, zones

ACTORS, OBJECTIVES, BATCH = 100, 50, 20
EVERYONE = np.arange(ACTORS)


def panel(columns, top, seed, base):
    """Answers, experts x cells: a step, -1 for missing."""
    cells = ACTORS * columns
    truth = base(mix(seed + np.arange(cells)))
    noise = (mix(seed + 1_000_000_000 + np.arange(EXPERTS * cells)) % np.uint64(100)).astype(int)
    noise = noise.reshape(EXPERTS, cells)
    answers = np.select(
        [noise == 0, noise < 61, noise < 81],
        [-1, truth, np.maximum(truth - 1, 0)],
        np.minimum(truth + 1, top),
    )
    if columns == ACTORS:
        answers[:, :: ACTORS + 1] = -1
    return answers


def power_base(truth):
    return np.where(truth % np.uint64(3) == 0, 1 + (truth // np.uint64(3) % np.uint64(4)).astype(int), 0)


def position_base(truth):
    return np.where(truth % np.uint64(3) == 0, 4, (truth // np.uint64(3) % np.uint64(9)).astype(int))


def planes(answers, top):
    """Ones where an answer reaches each step, and where it is one: (top + 1) x experts x cells."""
    return np.stack([answers >= step for step in [*range(1, top + 1), 0]]).astype(np.float32)


def medians(drawn, ones, neutral, whole=None):
    """The median of each cell for each row of multiplicities, halves included."""
    counts = [(drawn @ plane).astype(np.int16) for plane in ones]
    answered = counts[-1]
    twice = np.zeros_like(answered)
    for step in counts[:-1]:
        below = answered - step
        twice += (below <= (answered - 1) >> 1).astype(np.int16) + (below <= answered >> 1)
    fallback = neutral if whole is None else whole
    return np.where(answered > 0, twice / 2, fallback)


def analyse(power, positions):
    """MACTOR of a batch of tables: b x n x n and b x n x m."""
    midi = power.copy()
    for twice in range(1, 9):
        reached = (power >= twice / 2).astype(np.float32)
        midi += 0.5 * (reached @ reached)
    own = np.einsum("bii->bi", midi).copy()
    influence, dependence = midi.sum(2) - own, midi.sum(1) - own
    raw = (influence - own) * influence / np.maximum(influence + dependence, 1e-300)
    strength = raw * ACTORS / raw.sum(1, keepdims=True)
    stability = np.abs(influence - dependence).sum(1) / (2 * influence.sum(1))
    size, plus, minus = np.abs(positions), (positions > 0).astype(float), (positions < 0).astype(float)
    plus_t, minus_t = plus.transpose(0, 2, 1), minus.transpose(0, 2, 1)
    same = (size * plus) @ plus_t + (size * minus) @ minus_t
    opposite = (size * plus) @ minus_t + (size * minus) @ plus_t
    for shared in (same, opposite):
        shared[:, EVERYONE, EVERYONE] = 0
    orders = []
    for weights in (np.ones_like(strength), strength):
        pairs = [0.5 * (x + x.transpose(0, 2, 1)) for x in (weights[:, :, None] * same, weights[:, :, None] * opposite)]
        c, d = pairs
        total = c.sum((1, 2)) + d.sum((1, 2))
        weighted = weights[:, :, None] * positions
        orders.append(
            {
                "convergence": c,
                "divergence": d,
                "degree": c.sum((1, 2)) / total,
                "ambivalence": 1 - np.abs(c - d).sum(2) / (c + d).sum(2),
                "for": np.maximum(weighted, 0).sum(1),
                "against": -np.minimum(weighted, 0).sum(1),
            }
        )
    return influence, dependence, strength, stability, orders


def main():
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    panels = panel(ACTORS, 4, 0, power_base), panel(OBJECTIVES, 8, 1 << 40, position_base)
    start = time.perf_counter()
    ones = planes(panels[0], 4), planes(panels[1], 8)
    everybody = np.ones((1, EXPERTS), np.float32)
    whole = medians(everybody, ones[0], 0.0), medians(everybody, ones[1], 4.0)

    def tables(drawn):
        power = medians(drawn, ones[0], 0.0, whole[0]).reshape(-1, ACTORS, ACTORS)
        return analyse(power, medians(drawn, ones[1], 4.0, whole[1]).reshape(-1, ACTORS, OBJECTIVES) - 4)

    point = tables(everybody)
    generator = np.random.default_rng(2030)
    roles = np.zeros((ACTORS, 4), np.int64)
    pairs = np.zeros((2, 2, ACTORS, ACTORS), np.int64)
    leaning = np.zeros((2, OBJECTIVES), np.int64)
    ranks, objective_ranks = np.empty((3, draws, ACTORS), np.int64), np.empty((draws, OBJECTIVES), np.int64)
    values, stakes = np.empty((3, draws, ACTORS)), np.empty((2, draws, OBJECTIVES))
    overall = np.empty((3, draws))
    for begin in range(0, draws, BATCH):
        size = min(BATCH, draws - begin)
        picks = generator.integers(0, EXPERTS, (size, EXPERTS))
        drawn = np.stack([np.bincount(p, minlength=EXPERTS) for p in picks]).astype(np.float32)
        influence, dependence, strength, stability, orders = tables(drawn)
        batch = slice(begin, begin + size)
        overall[:, batch] = stability, orders[0]["degree"], orders[1]["degree"]
        values[:, batch] = strength, orders[0]["ambivalence"], orders[1]["ambivalence"]
        for kind, order in enumerate(orders):
            c, d = order["convergence"], order["divergence"]
            slack = TIE * np.maximum(c, d)
            pairs[kind] += (c > d + slack).sum(0), (d > c + slack).sum(0)
        plus, minus = orders[1]["for"], orders[1]["against"]
        leaning += (plus > minus).sum(0), (minus > plus).sum(0)
        stakes[:, batch] = plus - minus, plus + minus
        for at in range(size):
            for kind, sums in enumerate((influence, dependence, strength)):
                ranks[kind, begin + at] = pattern(sums[at])
            objective_ranks[begin + at] = pattern(stakes[1, begin + at])
            roles[EVERYONE, zones(influence[at], dependence[at])] += 1
    for many in (ranks, values, stakes):
        np.quantile(many, [0.05, 0.5, 0.95], axis=1, method="inverted_cdf")
    np.quantile(objective_ranks, [0.05, 0.95], axis=0, method="inverted_cdf")
    np.quantile(overall, [0.05, 0.5, 0.95], axis=1, method="inverted_cdf")
    seconds = time.perf_counter() - start
    influence, dependence, strength, stability, orders = point
    result = {
        "seconds": seconds,
        "influence": influence[0].tolist(),
        "dependence": dependence[0].tolist(),
        "strength": strength[0].tolist(),
        "roles": zones(influence[0], dependence[0]).tolist(),
        "stability": stability[0],
    }
    for name, order in zip(("order2", "order3"), orders):
        result[name] = {
            "convergence": order["convergence"][0].ravel().tolist(),
            "divergence": order["divergence"][0].ravel().tolist(),
            "ambivalence": order["ambivalence"][0].tolist(),
            "mobilisation": (order["for"] + order["against"])[0].tolist(),
        }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
