import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideCells, type Cell, type Sum } from '../../src/books/discussion/voices/hide-cells.ts'
import { publishCells, type LiveCell, type Member, type PublishedCells } from '../../src/books/discussion/voices/publish-cells.ts'
import { thresholds, voiceFields, type VoiceField } from '../../src/books/discussion/voices/fields.ts'
import { isBatchDue, makeVoiceBatch, type VoiceInput, type VoiceResult } from '../../src/books/discussion/voices/voice-batch.ts'

/**
 * Attacks on the tables by population group. The attacker reads everything that was ever published, knows the program, and does her sums
 * by trying every possibility: whatever no possibility contradicts, she cannot know.
 */

const small = 3

/** Every way in which the hidden cells can be filled so that all sums hold; the shown ones are taken without noise. */
function possibilities(cells: readonly Cell[], sums: readonly Sum[], hidden: ReadonlySet<string>): Array<Map<string, number>> {
  const counts = new Map(cells.map((one) => [one.id, one.count]))
  const unknown = cells.filter((one) => hidden.has(one.id) || one.kind === 'kept').map(({ id }) => id)
  const most = Math.max(...counts.values()) + small
  const found: Array<Map<string, number>> = []
  const guess = new Map(counts)
  for (const id of unknown) guess.set(id, NaN)
  const holds = ({ total, parts }: Sum): boolean => {
    const values = parts.map((id) => guess.get(id)!)
    const all = guess.get(total)!
    const known = values.filter((value) => value === value).reduce((a, b) => a + b, 0)
    if (Number.isNaN(all)) return true
    return values.some(Number.isNaN) ? known <= all : known === all
  }
  const fill = (at: number): void => {
    if (at === unknown.length) return void found.push(new Map(unknown.map((id) => [id, guess.get(id)!])))
    for (let value = 0; value <= most; value++) {
      guess.set(unknown[at]!, value)
      if (sums.every(holds)) fill(at + 1)
    }
    guess.set(unknown[at]!, NaN)
  }
  fill(0)
  return found
}

const guarded = (id: string, count: number): Cell => ({ id, kind: 'guarded', count, threshold: small })

describe('subtracting: a total minus its parts', () => {
  const tables = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 4 })

  test('every small cell may be anything from nobody to just below the threshold, or nothing at all is published', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 0, max: 4 }), (counts, silent) => {
        const parts = counts.map((count, index) => guarded(`c${index}`, count))
        const all = counts.reduce((a, b) => a + b, 0)
        const cells: Cell[] = [
          ...parts,
          guarded('all', all),
          { id: 'silent', kind: 'kept', count: silent, threshold: 0 },
          { id: 'people', kind: 'open', count: all + silent, threshold: 0 },
        ]
        const sums = [
          { total: 'all', parts: parts.map(({ id }) => id) },
          { total: 'people', parts: ['all', 'silent'] },
        ]
        const hidden = hideCells(cells, sums)
        if (cells.every((one) => one.kind !== 'guarded' || hidden.has(one.id))) return
        const filled = possibilities(cells, sums, hidden)
        for (const one of parts.filter(({ count }) => count < small)) {
          const values = new Set(filled.map((way) => way.get(one.id)))
          // More people than take part there are in no category: everybody knows that.
          for (let value = 0; value < Math.min(small, all + silent + 1); value++) expect(values).toContain(value)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('linked tables: categories, and of each who writes and who only reads', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { minLength: 2, maxLength: 3 })
    fc.assert(
      fc.property(pairs, (table) => {
        const cells: Cell[] = []
        const sums: Sum[] = []
        table.forEach(([writers, readers], index) => {
          cells.push(guarded(`c${index}`, writers + readers), guarded(`w${index}`, writers), {
            ...guarded(`r${index}`, readers),
            hidden: true,
          })
          sums.push({ total: `c${index}`, parts: [`w${index}`, `r${index}`] })
        })
        const sumOf = (letter: string): number => cells.filter(({ id }) => id.startsWith(letter)).reduce((sum, { count }) => sum + count, 0)
        const [people, writers, readers] = [sumOf('c'), sumOf('w'), sumOf('r')]
        cells.push(guarded('all', people), { ...guarded('readers', readers), hidden: true })
        cells.push({ id: 'writers', kind: 'open', count: writers, threshold: 0 })
        for (const [total, letter] of [
          ['all', 'c'],
          ['writers', 'w'],
          ['readers', 'r'],
        ] as const)
          sums.push({ total, parts: table.map((_, index) => letter + index) })
        sums.push({ total: 'all', parts: ['writers', 'readers'] })
        const hidden = hideCells(cells, sums)
        const published = cells.filter((one) => one.kind === 'guarded' && !hidden.has(one.id))
        if (published.length === 0) return
        const filled = possibilities(cells, sums, hidden)
        for (const one of cells.filter(({ kind, count }) => kind === 'guarded' && count < small)) {
          const values = filled.map((way) => way.get(one.id)!)
          // Who only reads is never published, so that nobody knows whether they are few.
          if (one.hidden) {
            expect(new Set(values).size).toBeGreaterThanOrEqual(small)
            continue
          }
          expect([one.id, Math.min(...values)]).toEqual([one.id, 0])
          // How many write in all can be counted by everybody.
          const most = one.id.startsWith('w') ? Math.min(small - 1, writers) : small - 1
          expect([one.id, Math.max(...values) >= most]).toEqual([one.id, true])
        }
      }),
      { numRuns: 150 },
    )
  })

  test('tables by statement: whoever agrees, disagrees or passes adds up to the category', () => {
    const cells = [guarded('uyghur', 14), guarded('agree', 11), guarded('disagree', 1), guarded('pass', 2)].map((one) => ({
      ...one,
      threshold: 10,
    }))
    expect([...hideCells(cells, [{ total: 'uyghur', parts: ['agree', 'disagree', 'pass'] }])].sort()).toEqual([
      'agree',
      'disagree',
      'pass',
      'uyghur',
    ])
  })
})

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 0, minute)).toISOString()

describe('comparing batches', () => {
  const live = (members: readonly Member[], threshold = 10): LiveCell[] => [{ id: 'cell', kind: 'guarded', threshold, members }]
  const publish = (members: readonly Member[], before: PublishedCells, minute: number) =>
    publishCells(live(members), [], before, at(minute))

  test('two numbers that were ever published of a cell are about groups that differ by nobody or by ten', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 14 })), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 30 }), (changes, first) => {
        let next = 0
        const join = (minute: number, count: number): Member[] =>
          Array.from({ length: count }, () => ({ key: (next++ * 97) % 256, since: at(minute) }))
        let members = join(0, first)
        let before = publish(members, {}, 1)
        let group = new Set(members)
        changes.forEach(([joining, leaving], step) => {
          members = [...members.slice(leaving), ...join(2 * step + 2, joining)]
          const after = publish(members, before, 2 * step + 3)
          if (after['cell']!.at !== before['cell']!.at) {
            const [joined, left] = [members.filter((one) => !group.has(one)), [...group].filter((one) => !members.includes(one))]
            expect(Math.max(joined.length, left.length)).toBeGreaterThanOrEqual(10)
            group = new Set(members)
          } else expect(after).toEqual(before)
          before = after
        })
      }),
    )
  })

  test('who joins or leaves alone changes nothing that can be read', () => {
    const members = Array.from({ length: 25 }, (_, index) => ({ key: index * 7, since: at(0) }))
    const before = publish(members, {}, 1)
    for (let key = 0; key < 256; key++) expect(publish([...members, { key, since: at(2) }], before, 3)).toEqual(before)
    members.forEach((one) =>
      expect(
        publish(
          members.filter((other) => other !== one),
          before,
          3,
        ),
      ).toEqual(before),
    )
  })

  test('a number that has to be hidden for another one stays silent until ten have joined or left', () => {
    const member = (key: number): Member => ({ key, since: at(0) })
    const group = (count: number, from: number): Member[] => Array.from({ length: count }, (_, index) => member((from + index) % 256))
    const table = (a: readonly Member[], b: readonly Member[]): LiveCell[] => [
      { id: 'a', kind: 'guarded', threshold: 10, members: a },
      { id: 'b', kind: 'guarded', threshold: 10, members: b },
      { id: 'all', kind: 'guarded', threshold: 10, members: [...a, ...b] },
    ]
    const sums = [{ total: 'all', parts: ['a', 'b'] }]
    const first = publishCells(table(group(9, 0), group(40, 100)), sums, {}, at(1))
    expect([first['a']!.shown, first['b']!.shown]).toEqual([null, null])
    const second = publishCells(table([...group(9, 0), { key: 77, since: at(2) }], group(40, 100)), sums, first, at(3))
    expect(second).toEqual(first)
  })

  test('ten declarations and an hour make a batch; not nine, and not fifty-nine minutes', () => {
    const due = (newlyDeclared: number, minute: number, otherCensus = false) =>
      isBatchDue(at(0), { newlyDeclared, otherCensus, now: at(minute) })
    expect(due(10, 60)).toBe(true)
    expect(due(9, 600)).toBe(false)
    expect(due(500, 59)).toBe(false)
    // Another census may be asked for as often as one likes: the protected numbers stay as they are.
    expect(due(0, 60, true)).toBe(true)
    expect(due(0, 59, true)).toBe(false)
  })
})

/** People of a consultation, drawn; the attacker knows some of them. */
function inputOf(people: ReadonlyArray<Readonly<Partial<Record<VoiceField, string>>>>, minute = 0): VoiceInput {
  return {
    participants: people.length,
    declarations: people.flatMap((said, index) =>
      voiceFields.flatMap((field) =>
        said[field] === undefined
          ? []
          : [{ participant: index + 1, field, value: said[field], since: at(minute), key: (index * 151 + 17) % 256 }],
      ),
    ),
    writers: new Map(people.flatMap((_, index) => (index % 3 === 0 ? [[index + 1, at(minute)] as const] : []))),
    votes: people.flatMap((_, index) =>
      [1, 2].map((statement) => ({ participant: index + 1, statement, choice: (index + statement) % 2 === 0 ? 1 : -1 }) as const),
    ),
    choices: {
      district: ['D1', 'D2', 'D3', 'D4'],
      age: ['Y16T24', 'Y25T34', 'Y_GE65'],
      sex: ['F', 'M'],
      language: ['kk', 'ru', 'OTHER'],
      ethnicity: ['KAZAKH', 'RUSSIAN', 'UYGHUR', 'KOREAN', 'OTHER'],
    },
    census: {},
    censusChoices: {},
  }
}

const someone = fc.record(
  {
    district: fc.constantFrom('D1', 'D1', 'D1', 'D2', 'D2', 'D3', 'D4'),
    age: fc.constantFrom('Y16T24', 'Y25T34', 'Y25T34', 'Y25T34', 'Y_GE65'),
    sex: fc.constantFrom('F', 'M'),
    language: fc.constantFrom('kk', 'kk', 'kk', 'ru', 'ru', 'OTHER'),
    ethnicity: fc.constantFrom('KAZAKH', 'KAZAKH', 'KAZAKH', 'KAZAKH', 'RUSSIAN', 'RUSSIAN', 'UYGHUR', 'KOREAN', 'OTHER'),
  },
  { requiredKeys: [] },
)
const crowd = fc.array(someone, { minLength: 20, maxLength: 140 })

const publishedOf = (result: VoiceResult) =>
  result.fields.flatMap(({ field, declared, categories }) => [
    { field, number: declared },
    ...categories.flatMap(({ people, writers }) => [people, writers].map((number) => ({ field, number }))),
  ])

describe('a whole batch', () => {
  test('no number below its threshold is ever published: not even that it is nobody', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const { result } = makeVoiceBatch(inputOf(people), null, at(1))
        for (const { field, number } of publishedOf(result)) if (number !== null) expect(number).toBeGreaterThanOrEqual(thresholds[field])
      }),
    )
  })

  test('averaging: asked a thousand times, the answer is the same', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const input = inputOf(people)
        const turned = { ...input, declarations: [...input.declarations].reverse() }
        expect(makeVoiceBatch(turned, null, at(1)).result.fields).toEqual(makeVoiceBatch(input, null, at(1)).result.fields)
      }),
      { numRuns: 30 },
    )
    // The same people have the same noise whichever field counts them: the totals of five tables average nothing away.
    const people = Array.from({ length: 120 }, (_, index) => ({
      sex: ['F', 'M'][index % 2]!,
      district: `D${(index % 4) + 1}`,
      age: ['Y16T24', 'Y25T34', 'Y_GE65'][index % 3]!,
    }))
    const { fields } = makeVoiceBatch(inputOf(people), null, at(1)).result
    const totals = fields.flatMap(({ declared }) => (declared === null ? [] : [declared]))
    expect([totals.length, new Set(totals).size]).toEqual([3, 1])
  })

  test('later batches without news say the same, to the byte', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const first = makeVoiceBatch(inputOf(people), null, at(1))
        expect(makeVoiceBatch(inputOf(people), first, at(100))).toEqual(first)
      }),
      { numRuns: 30 },
    )
  })

  test('differencing: one person comes, goes or changes her word, and no published number of any category moves', () => {
    fc.assert(
      fc.property(crowd, someone, (people, newcomer) => {
        const first = makeVoiceBatch(inputOf(people), null, at(1))
        const input = inputOf([...people, newcomer])
        const news = {
          ...input,
          declarations: input.declarations.map((one) => (one.participant > people.length ? { ...one, since: at(2) } : one)),
        }
        const after = makeVoiceBatch(news, first, at(100)).result
        publishedOf(after).forEach(({ number }, index) => {
          const before = publishedOf(first.result)[index]!.number
          // A number may fall silent for the sake of another one; it never moves.
          if (number !== null) expect(number).toBe(before)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('linkage: whoever knows everybody of a small category but one cannot tell whether there is one more', () => {
    // Nine Uyghurs declared, and the attacker knows eight of them; all others are as they are.
    const others = Array.from({ length: 60 }, (_, index) => ({ ethnicity: ['KAZAKH', 'RUSSIAN', 'OTHER'][index % 3]! }))
    const uyghurs = (count: number) => Array.from({ length: count }, () => ({ ethnicity: 'UYGHUR' }))
    const read = (people: ReadonlyArray<{ ethnicity: string }>) =>
      makeVoiceBatch(inputOf(people), null, at(1)).result.fields.find(({ field }) => field === 'ethnicity')!
    const [with9, with8] = [read([...others, ...uyghurs(9)]), read([...others, ...uyghurs(8)])]
    for (const found of [with9, with8]) {
      expect(found.categories.find(({ category }) => category === 'UYGHUR')!.people).toBeNull()
      // The rest of the table does not add up to it: another category is silent as well.
      expect(found.categories.filter(({ people }) => people === null).length).toBeGreaterThan(1)
    }
  })

  test('no table crosses two fields, and none crosses a field with opinions', () => {
    const text = JSON.stringify(
      makeVoiceBatch(inputOf(Array.from({ length: 100 }, () => ({ ethnicity: 'KAZAKH', district: 'D1' }))), null, at(1)).result,
    )
    const { fields, statements } = JSON.parse(text) as VoiceResult
    for (const one of fields)
      for (const row of one.categories) expect(Object.keys(row).sort()).toEqual(['category', 'census', 'people', 'writers'])
    for (const one of statements) expect(Object.keys(one).sort()).toEqual(['agree', 'statement', 'votes', 'weighted'])
  })
})
