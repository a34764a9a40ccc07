"""The published method of Polis, written down slowly and literally: every step as one reads it, nothing shared with src/.

Writes the opinion group of every participant of each conversation, which test/opinion-groups.test.ts compares with ours.

    /usr/bin/python3 bench/opinion-groups-reference.py <folder of conversations> test/golden/opinion-groups

Needs numpy (Debian: python3-numpy). Method as published in compdemocracy/polis, math/src/polismath/math, October 2024.
"""
import csv
import json
import os
import sys

import numpy as np


def read(folder):
    """Votes as a dense matrix: +1 agree, -1 disagree, 0 pass, NaN nothing; and which statements moderation removed."""
    with open(os.path.join(folder, 'participants-votes.csv'), encoding='utf-8', newline='') as file:
        header, *rows = list(csv.reader(file))
    columns = [i for i, name in enumerate(header) if name.isdigit()]
    V = np.array([[float(row[i]) if row[i] != '' else np.nan for i in columns] for row in rows])
    with open(os.path.join(folder, 'comments.csv'), encoding='utf-8', newline='') as file:
        comments = list(csv.DictReader(file))
    out = {c['comment-id'] for c in comments if c['moderated'] == '-1' or c.get('is-meta') == 'true'}
    return V, np.array([header[i] in out for i in columns])


def power_iteration(X, start, rounds=100):
    w = start / np.linalg.norm(start)
    last = None
    for _ in range(rounds):
        product = X.T @ (X @ w)
        norm = np.linalg.norm(product)
        w = product / norm
        if norm == last:
            break
        last = norm
    return w


def components(X):
    start = np.random.RandomState(1).rand(X.shape[1])
    first = power_iteration(X, start)
    rest = X - np.outer(X @ first / (first @ first), first)
    return np.array([first, power_iteration(rest, start)])


def distance(a, b):
    return np.sqrt(((a - b) ** 2).sum())


def k_means(points, weights, k, rounds):
    """Clusters as lists of indices, with their centres; begins with the first k points that lie apart."""
    centres = []
    for point in points:
        if len(centres) < k and not any((point == other).all() for other in centres):
            centres.append(point)
    round_number = 0
    while True:
        members = [[] for _ in centres]
        for i, point in enumerate(points):
            best, least = None, None
            for c, centre in enumerate(centres):
                d = ((point - centre) ** 2).sum()
                if least is None or d <= least:  # ties to the last
                    best, least = c, d
            members[best].append(i)
        members = [m for m in members if m]
        moved = [np.average(points[m], axis=0, weights=weights[m]) for m in members]
        before = sorted(map(tuple, centres))
        after = sorted(map(tuple, moved))
        settled = all(distance(np.array(a), np.array(b)) < 0.01 for a, b in zip(before, after))
        centres = moved
        if settled or round_number >= rounds:
            return members, np.array(centres)
        round_number += 1


def silhouette(points, label):
    scores = []
    for i in range(len(points)):
        d = np.array([distance(points[i], other) for other in points])
        own = (label == label[i])
        if own.sum() == 1:
            scores.append(0.0)
            continue
        a = d[own].sum() / (own.sum() - 1)
        b = min(d[label == other].mean() for other in set(label) if other != label[i])
        scores.append((b - a) / max(a, b))
    return float(np.mean(scores))


def opinion_groups(V, removed):
    votes_of = (~np.isnan(V)).sum(axis=1)
    people, statements = V.shape

    counted = [i for i in range(people) if votes_of[i] >= min(7, statements)]
    if len(counted) < 15:
        others = sorted((i for i in range(people) if i not in counted), key=lambda i: -votes_of[i])
        counted = sorted(counted + others[: 15 - len(counted)])

    V = V.copy()
    V[:, removed] = 0.0  # of everybody, also of those who never voted on them
    given = ~np.isnan(V)
    sums = np.where(given, V, 0).sum(axis=0)
    means = np.where(given.sum(axis=0) > 0, sums / np.maximum(given.sum(axis=0), 1), 0)
    filled = np.where(given, V, means)
    X = filled - means
    pcs = components(X)

    scale = np.sqrt(statements / np.maximum(given.sum(axis=1), 1))
    places = np.array([scale[i] * (np.where(given[i], V[i] - means, 0) @ pcs.T) for i in range(people)])

    points = places[counted]
    base_members, base_centres = k_means(points, np.ones(len(points)), 100, 100)
    weights = np.array([float(len(m)) for m in base_members])

    best = None
    for k in range(2, min(5, 2 + len(base_centres) // 12) + 1):
        members, _ = k_means(base_centres, weights, k, 20)
        label = np.zeros(len(base_centres), dtype=int)
        for g, m in enumerate(members):
            label[m] = g
        if len(members) < 2:
            continue
        score = silhouette(base_centres, label)
        if best is None or score > best[0]:
            best = (score, len(members), label)

    score, k, label = best
    group_of = [-1] * people
    for base, m in enumerate(base_members):
        for i in m:
            group_of[counted[i]] = int(label[base])
    return k, score, group_of


if __name__ == '__main__':
    source, target = sys.argv[1:3]
    for name in sorted(os.listdir(source)):
        folder = os.path.join(source, name)
        if not os.path.isdir(folder):
            continue
        V, removed = read(folder)
        k, score, group_of = opinion_groups(V, removed)
        text = ''.join('-' if g < 0 else str(g) for g in group_of)
        with open(os.path.join(target, name + '.json'), 'w', encoding='utf-8') as file:
            json.dump({'k': k, 'silhouette': round(score, 6), 'groupOf': text}, file, indent=2)
            file.write('\n')
        print(name, 'k', k, 'silhouette', round(score, 4), {g: group_of.count(g) for g in set(group_of)}, flush=True)
