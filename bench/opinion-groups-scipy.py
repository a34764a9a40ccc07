"""The method of Polis in Python, as quick as the usual packages make it: sparse matrix, ARPACK, scikit-learn's k-means, one thread.

    /usr/bin/python3 bench/opinion-groups-scipy.py <folder of bench/opinion-groups.ts> <runs>
"""
import json
import os
import resource
import sys
import time

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import svds
from scipy.spatial.distance import cdist
from sklearn.cluster import KMeans


def load(folder):
    with open(os.path.join(folder, 'table.json'), encoding='utf-8') as file:
        about = json.load(file)
    start = np.fromfile(os.path.join(folder, 'rowStart.bin'), dtype=np.int32)
    column = np.fromfile(os.path.join(folder, 'statementOf.bin'), dtype=np.int32)
    choice = np.fromfile(os.path.join(folder, 'choice.bin'), dtype=np.int8)
    return about['participants'], about['statements'], np.array(about['removed'], dtype=int), start, column, choice


def first_distinct(points, k):
    _, at = np.unique(points, axis=0, return_index=True)
    return points[np.sort(at)[:k]]


def silhouette(points, label):
    distance = cdist(points, points)
    k = label.max() + 1
    size = np.bincount(label, minlength=k)
    sums = distance @ np.eye(k)[label]
    own = sums[np.arange(len(points)), label]
    a = own / np.maximum(size[label] - 1, 1)
    means = sums / size
    means[np.arange(len(points)), label] = np.inf
    b = means.min(axis=1)
    return np.where(size[label] > 1, (b - a) / np.maximum(a, b), 0).mean()


def groups(n, m, removed, start, column, choice):
    given = np.diff(start)
    is_removed = np.zeros(m, dtype=bool)
    is_removed[removed] = True
    keep = ~is_removed[column]
    sums = np.bincount(column[keep], weights=choice[keep], minlength=m)
    counts = np.bincount(column[keep], minlength=m)
    mean = sums / np.maximum(counts, 1)
    x = np.where(keep, choice - mean[column], 0.0)
    X = sp.csr_matrix((x, column, start), shape=(n, m))
    _, _, vt = svds(X, k=2, v0=np.ones(min(n, m)), return_singular_vectors='vh')
    components = vt[::-1]
    kept = np.add.reduceat(np.append(keep, 0), np.minimum(start[:-1], len(keep))) * (given > 0)
    scale = np.sqrt(m / np.maximum(kept + len(removed), 1))
    places = (X @ components.T) * scale[:, None]
    counted = np.flatnonzero(given >= min(7, m))
    points = places[counted]
    centres = first_distinct(points, 100)
    base = KMeans(len(centres), init=centres, n_init=1, max_iter=100, tol=1e-4, algorithm='lloyd').fit(points)
    weights = np.bincount(base.labels_, minlength=len(centres)).astype(float)
    best = None
    for k in range(2, min(5, 2 + len(centres) // 12) + 1):
        found = KMeans(k, init=first_distinct(base.cluster_centers_, k), n_init=1, max_iter=20, algorithm='lloyd').fit(
            base.cluster_centers_, sample_weight=weights
        )
        score = silhouette(base.cluster_centers_, found.labels_)
        if best is None or score > best[0]:
            best = (score, k, found.labels_)
    _, k, label = best
    group_of = np.full(n, -1)
    group_of[counted] = label[base.labels_]
    row_group = np.repeat(group_of, given)
    inside = row_group >= 0
    cell = row_group[inside] * m + column[inside]
    agree = np.bincount(cell[choice[inside] == 1], minlength=k * m).reshape(k, m)
    disagree = np.bincount(cell[choice[inside] == -1], minlength=k * m).reshape(k, m)
    seen = np.bincount(cell, minlength=k * m).reshape(k, m)
    representative(agree, disagree, seen)
    return k, group_of


def representative(agree, disagree, seen):
    for own in (agree, disagree):
        other, others = own.sum(axis=0) - own, seen.sum(axis=0) - seen
        p = (own + 1) / (seen + 2)
        pt = 2 * np.sqrt(seen + 1) * ((own + 1) / (seen + 1) - 0.5)
        r = p / ((other + 1) / (others + 2))
        q = (own + other + 2) / (seen + others + 2)
        with np.errstate(all='ignore'):
            rt = ((own + 1) / (seen + 1) - (other + 1) / (others + 1)) / np.sqrt(q * (1 - q) * (1 / (seen + 1) + 1 / (others + 1)))
        np.argsort(-(r * np.nan_to_num(rt) * p * pt), axis=1)
    return np.prod((agree + 1) / (seen + 2), axis=0)


if __name__ == '__main__':
    table = load(sys.argv[1])
    k, group_of = groups(*table)
    times = []
    for _ in range(int(sys.argv[2])):
        before = time.process_time()
        k, group_of = groups(*table)
        times.append(1000 * (time.process_time() - before))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({'k': int(k), 'ms': times, 'peakMB': peak, 'groupOf': ' '.join(map(str, group_of))}))
