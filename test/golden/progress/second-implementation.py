#!/usr/bin/env python3
"""Judges the series of almaty-series.json a second time, independently of the TypeScript in src/books.

Written from the formulas, not from the code: ESCAP's regression by its own printed sums and weights (the other side
uses centred sums), the percentile and the means by the standard library, shares of the way by another order of steps.

    python3 second-implementation.py           writes almaty-judgements.json and workings.md beside itself
    python3 second-implementation.py --check   exits with 1 when what it would write differs from what is there

Python 3 standard library only.
"""
import json
import math
import statistics
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


class NotAssessed(Exception):
    pass


class Case:
    """One row, with what all methods share."""

    def __init__(self, row):
        self.row = row
        self.id = row['id']
        values = {year: float(text) for year, text in row['points'] if year <= row['asOfYear']}
        self.base_year = row['baselineYear']
        self.scale = row['scale']
        self.limit = row['naturalLimit']
        self.rule = row['target']
        self.target = None
        self.target_year = None
        if self.rule is not None:
            self.target_year = self.rule['year']
            self.target = self.resolve(values)
            values = {year: value for year, value in values.items() if year <= self.target_year}
        self.values = values
        self.years = sorted(values)

    def resolve(self, values):
        if self.rule['kind'] == 'value':
            return float(self.rule['value'])
        base = values[min(year for year in values if year >= self.base_year)]
        if self.rule['kind'] == 'times_baseline':
            return base * self.rule['factor']
        return (self.rule['whole'] + base) / 2  # half of what was missing remains missing

    def direction(self):
        if self.row['desired'] is None:
            raise NotAssessed('no_direction')
        return {'increase': 1, 'decrease': -1}[self.row['desired']]

    def latest(self):
        return self.years[-1], self.values[self.years[-1]]

    def first_from_base(self):
        year = min(year for year in self.years if year >= self.base_year)
        return year, self.values[year]

    def met(self, value, target):
        return value >= target if self.direction() > 0 else value <= target


# ------------------------------------------------------------------------------------------------------------- ESCAP

def estimate(case, when, log):
    """Time-weighted estimate in a year without a value."""
    years, values = case.years, case.values
    if when in values:
        return values[when]
    if years[0] < when < years[-1]:
        left = max(y for y in years if y < when)
        right = min(y for y in years if y > when)
        share = (when - left) / (right - left)
        log.append(f'between {left} and {right}')
        return (1 - share) * values[left] + share * values[right]
    bounded = case.scale is not None
    if bounded and not all(0 < v < case.scale for v in values.values()):
        log.append('touches an end of the scale: nearest value stands')
        return values[years[-1]] if when > years[-1] else values[years[0]]

    def form(x):
        return math.log((x / case.scale) / (1 - x / case.scale)) if bounded else x

    first = years[0]
    reference = abs(when - first)
    w = [reference / abs(when - y) for y in years]          # (t* - t1) / (t* - ti)
    middle = statistics.fmean(years)
    t = [y - middle for y in years]
    L = [form(values[y]) for y in years]
    W = math.fsum(w)
    wt = math.fsum(a * b for a, b in zip(w, t))
    wL = math.fsum(a * b for a, b in zip(w, L))
    slope = (math.fsum(a * b * c for a, b, c in zip(w, t, L)) - wt * wL / W) / (
        math.fsum(a * b * b for a, b in zip(w, t)) - wt * wt / W)
    result = wL / W + slope * ((when - middle) - wt / W)
    log.append(f'slope {slope:.6g} a year' + (' (log-odds)' if bounded else ''))
    if bounded:
        return case.scale * math.exp(result) / (1 + math.exp(result))
    if min(values.values()) >= 0:
        return max(0.0, result)
    return result


def escap(case, log):
    D = case.direction()
    if case.target is None:
        raise NotAssessed('no_target')
    TV = case.target
    year, now = case.latest()
    base = estimate(case, case.base_year, log) if len(case.years) > 1 or case.base_year in case.values else None
    log.append(f'base {case.base_year}: {base:.6g}, latest {year}: {now:.6g}, target {case.target_year}: {TV:.6g}')
    if case.met(now, TV):
        log.append('met now')
        return dict(category='held' if base == TV else 'on_track', currentStatusIndex=10, gapPercent=0)
    if len(case.years) < 2:
        raise NotAssessed('one_point')
    if base == TV:
        return dict(category='lost', currentStatusIndex=None, gapPercent=None)
    CS = D * 10 * (now - base) / abs(TV - base)
    expected = estimate(case, case.target_year, log)
    P = 0.0 if case.met(expected, TV) else 100 - 100 * D * (expected - base) / abs(TV - base)
    log.append(f'CS = {CS:.4g}; expected {case.target_year}: {expected:.6g}; P = {P:.4g} %')
    category = 'reverse' if P > 100 else 'accelerate' if P > 10 else 'on_track'
    return dict(category=category, currentStatusIndex=CS, gapPercent=P)


# ---------------------------------------------------------------------------------------------------------- Open SDG

def open_sdg(case, log):
    D = case.direction()
    base_year, base = case.first_from_base()
    year, now = case.latest()
    TV = None if case.target is None else (0.001 if case.target == 0 else case.target)
    if TV is not None and case.met(now, TV):
        log.append(f'{now:.6g} meets {TV:.6g}')
        return dict(category='target_achieved', progressValue=None, score=5)
    if year == base_year:
        raise NotAssessed('one_point' if len(case.years) < 2 else 'no_value_after_baseline')
    C = 1.0
    if TV is None and case.limit is not None:
        b, lim = abs(base), abs(case.limit)
        if b < 2 * lim:
            C = 1 - (b / lim) ** 4.44 if b <= lim else 1 - ((2 * lim - b) / lim) ** 4.44
    if base == 0 and now == 0:
        raise NotAssessed('zero_baseline')
    if base == 0:
        base = 0.001
    if base * now < 0:
        raise NotAssessed('sign_change')
    sign = -1 if base < 0 else 1
    observed = math.pow(now / base, 1 / (year - base_year)) - 1
    log.append(f'{base_year}: {base:.6g} to {year}: {now:.6g}: {100 * observed:.4g} % a year')
    if TV is None:
        v = sign * D * observed
        log.append(f'v = {100 * v:.4g} %, C = {C:.4g}')
        if v < 0:
            return dict(category='deterioration', progressValue=v, score=max(125 * v - 2.5, -5))
        if v >= 0.015 * C:
            return dict(category='substantial_progress', progressValue=v, score=5 if C == 0 else min(500 * v / C - 5, 5))
        if v >= 0.005 * C:
            return dict(category='moderate_progress', progressValue=v, score=250 * v / C - 1.25)
        return dict(category='limited_progress', progressValue=v, score=500 * v / C - 2.5)
    if TV == base:
        raise NotAssessed('target_is_baseline')
    if TV / base < 0:
        raise NotAssessed('sign_change')
    required = math.pow(TV / base, 1 / (case.target_year - base_year)) - 1
    v = sign * D * observed / abs(required)
    log.append(f'required {100 * required:.4g} % a year; v = {v:.4g}')
    category = ('substantial_progress' if v >= 0.95 else 'moderate_progress' if v >= 0.6 else
                'limited_progress' if v >= 0 else 'deterioration')
    return dict(category=category, progressValue=v,
                score=min(7.1429 * v - 4.2857, 5) if v >= 0.6 else max(4.1667 * v - 2.5, -5))


# ---------------------------------------------------------------------------------------------------------- UNSD 2023

def unsd(case, log):
    D = case.direction()
    year, now = case.latest()
    if case.target is not None:
        if case.met(now, case.target):
            log.append('met now')
            return dict(category='met_or_on_track', share=None, observedGrowth=None)
        if case.scale == 100 and case.target in (0, 100) and abs(now - case.target) <= 1:
            log.append('within one point')
            return dict(category='met_or_on_track', share=None, observedGrowth=None)
    later = [y for y in case.years if case.base_year <= y < year]
    earlier = [y for y in case.years if y < case.base_year]
    if not later and not earlier:
        raise NotAssessed('one_point')
    base_year = later[0] if later else earlier[-1]
    base = case.values[base_year]
    if base == 0:
        raise NotAssessed('zero_baseline')
    growth = (now / base) ** (1 / (year - base_year)) - 1
    log.append(f'{base_year}: {base:.6g} to {year}: {now:.6g}: {100 * growth:.4g} % a year')
    if case.target is None:
        category = 'met_or_on_track' if D * growth >= 0.02 else 'fair' if D * growth >= 0.005 else 'stagnation_or_regression'
        return dict(category=category, share=None, observedGrowth=growth)
    if case.target == base:
        raise NotAssessed('target_is_baseline')
    if case.met(base, case.target):
        raise NotAssessed('target_behind_baseline')
    expected = base * (1 + growth) ** (case.target_year - base_year)   # the same as going on from the latest value
    share = (expected - base) / (case.target - base)
    log.append(f'expected {case.target_year}: {expected:.6g}; share of the way {share:.4g}')
    category = 'met_or_on_track' if share >= 0.95 else 'fair' if share >= 0.1 else 'stagnation_or_regression'
    return dict(category=category, share=share, observedGrowth=growth)


# ------------------------------------------------------------------------------------------------------------ min-max

def min_max(case, log):
    D = case.direction()
    pool = sorted(float(text) for text in case.row['pool']['values'].values())
    if len(pool) < 10:
        raise NotAssessed('too_few_areas')
    # 39 cut points of an inclusive quantile are 2.5 % apart: the first and the last are the two bad ends.
    cuts = statistics.quantiles(pool, n=40, method='inclusive')
    worst = cuts[0] if D > 0 else cuts[-1]
    five = pool[-5:] if D > 0 else pool[:5]
    best = case.target if case.target is not None else statistics.fmean(five)
    if D * (best - worst) <= 0:
        raise NotAssessed('areas_do_not_differ' if case.target is None else 'areas_meet_target')
    year, now = case.latest()
    score = 100 * (now - worst) / (best - worst)
    score = 0.0 if score < 0 else 100.0 if score > 100 else score
    log.append(f'{len(pool)} areas in {case.row["pool"]["year"]}: worst {worst:.6g}, best {best:.6g}; score {score:.4g}')
    if D * (now - best) >= 0:
        return dict(category='at_best', score=score, pace=None)
    base_year, base = case.first_from_base()
    if base_year == year:
        raise NotAssessed('one_point' if len(case.years) < 2 else 'no_value_after_baseline')
    horizon = case.target_year or 2030
    needed = (best - base) / (horizon - base_year)
    observed = (now - base) / (year - base_year)
    if D * (base - best) >= 0:
        return dict(category='decreasing', score=score, pace=None if needed == 0 else D * observed / abs(needed))
    pace = observed / needed
    log.append(f'observed {observed:.4g} a year, needed {needed:.4g}: pace {pace:.4g}')
    category = 'on_track' if pace >= 1 else 'moderately_improving' if pace >= 0.5 else 'stagnating' if pace >= 0 else 'decreasing'
    return dict(category=category, score=score, pace=pace)


METHODS = dict(escap=escap, openSdg=open_sdg, unsd=unsd, minMax=min_max)


def rounded(value):
    return float(f'{value:.9g}') if isinstance(value, float) else value


def judge(row):
    case, judgements, workings = Case(row), {}, []
    for name, method in METHODS.items():
        log = []
        try:
            result = {key: rounded(value) for key, value in method(case, log).items()}
            judgements[name] = dict(kind='assessed', **result)
            verdict = result['category']
        except NotAssessed as reason:
            judgements[name] = dict(kind='not_assessed', reason=str(reason))
            verdict = f'not assessed ({reason})'
        workings.append(f'- {name}: **{verdict}**' + (': ' + '; '.join(log) if log else ''))
    target = 'none' if case.target is None else f'{case.target:.6g} in {case.target_year} ({row["targetOrigin"]})'
    head = f'## {row["id"]}\n\n{row["series"] or "no SERIES code"}, {row["unit"] or "no unit"}; desired: {row["desired"]}; target: {target}' + (
        f'; {row["note"]}' if 'note' in row else '')
    return dict(id=row['id'], target=rounded(case.target), judgements=judgements), head + '\n\n' + '\n'.join(workings) + '\n'


def main():
    rows = json.loads((HERE / 'almaty-series.json').read_text(encoding='utf-8'))
    results, workings = zip(*(judge(row) for row in rows))
    written = {
        'almaty-judgements.json': '[\n' + ',\n'.join(json.dumps(result) for result in results) + '\n]\n',
        'workings.md': '# Workings\n\nWritten by `second-implementation.py`. Values: KazStat, series as named, area KZALA.\n\n' + '\n'.join(workings),
    }
    if '--check' in sys.argv:
        stale = [name for name, text in written.items() if (HERE / name).read_text(encoding='utf-8') != text]
        for name in stale:
            print(f'{name} is not what second-implementation.py writes. Run it and read the difference.', file=sys.stderr)
        sys.exit(1 if stale else 0)
    for name, text in written.items():
        (HERE / name).write_text(text, encoding='utf-8')


main()
