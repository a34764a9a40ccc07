"""The same figures by numpy (OpenBLAS), for bench/economy.ts: reads lines "task n", answers with seconds of processor time."""

import sys
import time

import numpy as np

kept = {}


def system(n):
    if n not in kept:
        kept.clear()
        random = np.random.default_rng(7)
        A = random.random((n, n)) ** 8
        A *= 0.5 / A.sum(axis=0)
        kept[n] = (np.eye(n) - A, random.random(n), random.random((n, 100)))
    return kept[n]


for line in sys.stdin:
    task, size = line.split()
    M, f, F = system(int(size))
    start = time.process_time()
    if task == "solve":
        np.linalg.solve(M, f)
    elif task == "solve100":
        np.linalg.solve(M, F)
    elif task == "inverse":
        np.linalg.inv(M)
    print(time.process_time() - start, flush=True)
