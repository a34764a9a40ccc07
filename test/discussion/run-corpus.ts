import { findAnchors, type FoundAnchor } from '../../src/books/discussion/text/find-anchor.ts'
import { plainWords } from '../../src/books/discussion/text/plain-words.ts'
import type { Anchor } from '../../src/books/discussion/text/anchor.ts'
import type { ProgrammeVersion } from '../../src/books/programme/programme.ts'
import { stream } from '../../src/kernel/random.ts'
import { casesOf, type AnchorCase } from './anchor-corpus.ts'
import { editKinds, type EditKind } from './edit-revision.ts'
import { demonstrationVersions } from './revision.ts'

export type Verdict = 'right' | 'missed' | 'wrong'

/**
 * right: the sentence that lives on (and the very words, where they still stand and `found` is claimed); detached where
 * it is gone. missed: detached though it lives on. wrong: a place that is not the anchor's.
 */
export function judge({ anchor, truth }: AnchorCase, found: FoundAnchor): Verdict {
  if (found.state === 'detached') return truth.sentences.length === 0 || truth.mayDetach ? 'right' : 'missed'
  if (!truth.sentences.includes(found.sentence ?? '')) return 'wrong'
  if (found.state === 'changed') return 'right'
  if (plainWords(found.quote).text !== plainWords(anchor.exact).text) return 'wrong'
  const { place } = truth
  const overlaps = place === null || (place.sentence === found.sentence && found.start < place.end && place.start < found.end)
  return overlaps ? 'right' : 'wrong'
}

export interface Row {
  kind: EditKind
  ids: AnchorCase['ids']
  cases: number
  right: number
  missed: number
  wrong: number
}

export type Finder = (anchors: readonly Anchor[], from: ProgrammeVersion, to: ProgrammeVersion) => FoundAnchor[]

/** All cases of a seed, counted by kind of edit and kind of ids; `onMiss` sees each that is not right. */
export function runCorpus(
  seed: number,
  draws: number,
  onMiss: (one: AnchorCase, found: FoundAnchor, verdict: Verdict) => void = () => {},
  find: Finder = findAnchors,
): Row[] {
  const rows: Row[] = []
  for (const [at, kind] of editKinds.entries()) {
    const counts = new Map<AnchorCase['ids'], Row>()
    for (let draw = 0; draw < (kind.startsWith('busy') ? Math.ceil(draws / 8) : draws); draw++) {
      const base = demonstrationVersions[draw % demonstrationVersions.length]
      const cases = base === undefined ? [] : casesOf(kind, base, stream(seed, draw, at))
      for (const ids of ['carried', 'derived'] as const) {
        const own = cases.filter((one) => one.ids === ids)
        const [first] = own
        if (first === undefined) continue
        const row = counts.get(ids) ?? { kind, ids, cases: 0, right: 0, missed: 0, wrong: 0 }
        counts.set(ids, row)
        const found = find(
          own.map(({ anchor }) => anchor),
          first.from,
          first.to,
        )
        for (const [place, one] of own.entries()) {
          const result = found[place]
          if (result === undefined) throw new Error('An anchor got no answer.')
          const verdict = judge(one, result)
          row.cases++
          row[verdict]++
          if (verdict !== 'right') onMiss(one, result, verdict)
        }
      }
    }
    rows.push(...counts.values())
  }
  return rows
}

/** The table that a person reads. */
export function tableOf(rows: readonly Row[]): string {
  const line = ({ kind, ids, cases, right, missed, wrong }: Omit<Row, 'kind' | 'ids'> & { kind: string; ids: string }) =>
    `${kind.padEnd(58)} ${ids.padEnd(8)} ${String(cases).padStart(7)} ${((100 * right) / cases).toFixed(2).padStart(7)} % ${String(missed).padStart(6)} ${String(wrong).padStart(6)}`
  const total = rows.reduce(
    (sum, row) => ({
      cases: sum.cases + row.cases,
      right: sum.right + row.right,
      missed: sum.missed + row.missed,
      wrong: sum.wrong + row.wrong,
    }),
    { cases: 0, right: 0, missed: 0, wrong: 0 },
  )
  return [
    `${'edit'.padEnd(58)} ids        cases    right  missed  wrong`,
    ...rows.map(line),
    line({ kind: 'all', ids: '', ...total }),
  ].join('\n')
}
