"""Every consistent scenario of a matrix with prophesy-cib: all scenarios, then the balances of each. Times itself.

Usage: python3 cib_prophesy.py < matrix, where the matrix is JSON: {"sizes": [...], "cells": [...]}
Prints one line of JSON: seconds, and the consistent scenarios, counted from 0.
"""

import json
import sys
import time

import numpy as np
from prophesy_cib.model import CrossImpact, Descriptor, Model, Variant
from prophesy_cib.scenario_gen import enumerate_all_scenarios

matrix = json.load(sys.stdin)
places = [(d, v) for d, n in enumerate(matrix["sizes"], 1) for v in range(1, n + 1)]
descriptors = [
    Descriptor(d, f"D{d}", "nominal", tuple(Variant(v, f"V{v}") for v in range(1, n + 1)))
    for d, n in enumerate(matrix["sizes"], 1)
]
cells = np.array(matrix["cells"]).reshape(len(places), len(places))
impacts = [CrossImpact(*places[s], *places[t], float(cells[s, t])) for s, t in zip(*np.nonzero(cells))]

start = time.perf_counter()
model = Model(descriptors, impacts)
matrices = model.build_matrices()
found = []
for scenario in enumerate_all_scenarios(model, threshold=None):
    chosen = [matrices.flat_to_pos[d, v] for d, v in sorted(scenario.variant_indices.items())]
    balances = matrices.A[:, chosen].sum(axis=1)
    ends = (balances[matrices.desc_slices[d.index]].max() for d in descriptors)
    if all(balances[own] >= most for own, most in zip(chosen, ends)):
        found.append([v - 1 for _, v in sorted(scenario.variant_indices.items())])
print(json.dumps({"seconds": time.perf_counter() - start, "found": sorted(found)}))
