import type { Choice } from '../statement.ts'
import { nameOfChoice, type CensusChoices, type CensusCount } from './census.ts'
import { thresholds, voiceFields, type VoiceChoices, type VoiceField } from './fields.ts'
import type { Sum } from './hide-cells.ts'
import { publishCells, type LiveCell, type Member, type PublishedCells } from './publish-cells.ts'
import { weighStatements, type WeighedStatement } from './weigh-statements.ts'
import { weighVoices, type NotUsed } from './weigh-voices.ts'

/** So many people must have said something about themselves since the batch before, and so much time have passed. */
export const declarationsOfBatch = 10
const hourMs = 3_600_000

/** Protected tables as they are published: nothing in it is about fewer people than the thresholds allow. */
export interface VoiceResult {
  participants: number
  /** How many said anything about themselves; null: too few to be published. */
  declared: number | null
  fields: readonly FieldVoice[]
  weights: {
    used: readonly VoiceField[]
    notUsed: Readonly<Partial<Record<VoiceField, NotUsed>>>
    lowest: number
    highest: number
    /** Whole voices, and of how many voters. */
    effective: number
    voters: number
    /** In whole per cent. */
    largestGap: number
  }
  statements: readonly WeighedStatement[]
  census: CensusChoices
}

export interface FieldVoice {
  field: VoiceField
  /** How many said anything about it; null: not published. */
  declared: number | null
  categories: ReadonlyArray<{ category: string; people: number | null; writers: number | null; census: CensusCount | null }>
}

export interface VoiceBatch {
  number: number
  madeAt: string
  result: VoiceResult
}

/** Everything that a batch is made of; none of it is published. */
export interface VoiceInput {
  participants: number
  declarations: ReadonlyArray<{ participant: number; field: VoiceField; value: string; since: string; key: number }>
  /** Who wrote a contribution, and since when. */
  writers: ReadonlyMap<number, string>
  votes: ReadonlyArray<{ participant: number; statement: number; choice: Choice }>
  choices: VoiceChoices
  census: Readonly<Partial<Record<VoiceField, readonly CensusCount[]>>>
  censusChoices: CensusChoices
}

/**
 * Another census makes a batch by itself: nothing in it is new but what the voices are held against.
 *
 * @example
 * isBatchDue(null, { newlyDeclared: 10, otherCensus: false, now: '2026-11-23T10:00:00Z' }) // => true
 * @example
 * isBatchDue('2026-11-23T09:30:00Z', { newlyDeclared: 40, otherCensus: true, now: '2026-11-23T10:00:00Z' }) // => false
 */
export function isBatchDue(
  lastMadeAt: string | null,
  { newlyDeclared, otherCensus, now }: { newlyDeclared: number; otherCensus: boolean; now: string },
): boolean {
  if (lastMadeAt === null) return newlyDeclared >= declarationsOfBatch
  return Date.parse(now) - Date.parse(lastMadeAt) >= hourMs && (newlyDeclared >= declarationsOfBatch || otherCensus)
}

/** Whether the voices were held against something else before. */
export const isOtherCensus = (before: { result: VoiceResult } | null, choices: CensusChoices): boolean =>
  before !== null && voiceFields.some((field) => nameOfChoice(before.result.census[field]) !== nameOfChoice(choices[field]))

/** The next batch. `cells` is what the batch after it needs to know, and stays inside. */
export function makeVoiceBatch(
  input: VoiceInput,
  before: { result: VoiceResult; cells: PublishedCells } | null,
  now: string,
): { result: VoiceResult; cells: PublishedCells } {
  const tables = voiceFields.map((field) => tableOf(input, field))
  const cells = publishCells(
    [
      { id: 'participants', kind: 'open', count: input.participants },
      { id: 'writers', kind: 'open', count: input.writers.size },
      { id: 'declared', kind: 'guarded', threshold: thresholds.district, members: whoSaidAnything(input) },
      ...tables.flatMap((one) => one.cells),
    ],
    tables.flatMap((one) => one.sums),
    before?.cells ?? {},
    now,
  )
  const weights = weighVoices(saidByVoters(input), input.census)
  return {
    cells,
    result: {
      participants: input.participants,
      declared: cells['declared']?.shown ?? null,
      fields: voiceFields.map((field) => ({
        field,
        declared: cells[idOf(field)]?.shown ?? null,
        categories: input.choices[field].map((category) => ({
          category,
          people: cells[idOf(field, category)]?.shown ?? null,
          writers: cells[idOf(field, category, 'writers')]?.shown ?? null,
          census: input.census[field]?.find((one) => one.category === category) ?? null,
        })),
      })),
      // Rounded, so that nobody reckons back from them to the people of a category.
      weights: {
        used: weights.used,
        notUsed: weights.notUsed,
        lowest: Math.round(weights.lowest * 10) / 10,
        highest: Math.round(weights.highest * 10) / 10,
        effective: Math.round(weights.effective),
        voters: weights.of.size,
        largestGap: Math.round(weights.largestGap * 100),
      },
      statements: weighStatements(
        input.votes,
        weights.of,
        isOtherCensus(before, input.censusChoices) ? [] : (before?.result.statements ?? []),
      ),
      census: input.censusChoices,
    },
  }
}

/** Each once, since her last word. */
function whoSaidAnything({ declarations }: VoiceInput): Member[] {
  const members = new Map<number, Member>()
  for (const { participant, key, since } of declarations)
    if ((members.get(participant)?.since ?? '') < since) members.set(participant, { key, since })
  return [...members.values()]
}

/** Whoever votes has a weight, even if she said nothing about herself. */
function saidByVoters({ declarations, votes }: VoiceInput): Map<number, Partial<Record<VoiceField, string>>> {
  const said = new Map<number, Partial<Record<VoiceField, string>>>(votes.map(({ participant }) => [participant, {}]))
  for (const { participant, field, value } of declarations) {
    const words = said.get(participant)
    if (words !== undefined) words[field] = value
  }
  return said
}

const idOf = (...parts: readonly string[]): string => parts.join(' ')

/**
 * The tables of one field, and what adds up to what: all who take part are those who said something and those who did not; the categories
 * make up the former; of each category some write and some only read; how many write in all, everybody can count.
 */
function tableOf({ declarations, writers, participants, choices }: VoiceInput, field: VoiceField): { cells: LiveCell[]; sums: Sum[] } {
  const said = declarations.filter((one) => one.field === field)
  // A writer is one from the moment on at which she has said who she is and has written something.
  const wrote = said
    .filter(({ participant }) => writers.has(participant))
    .map((one) => ({ ...one, since: [one.since, writers.get(one.participant)!].sort()[1]! }))
  const read = said.filter(({ participant }) => !writers.has(participant))
  const cell = (id: string, members: readonly Member[]) => ({ id, kind: 'guarded', threshold: thresholds[field], members }) as const
  // Nobody asks who only reads, and how many of the writers said something; both follow from the others.
  const unasked = (id: string, members: readonly Member[]): LiveCell => ({ ...cell(id, members), unasked: true })
  const columns = [
    { name: '', rows: said, make: cell },
    { name: 'writers', rows: wrote, make: cell },
    { name: 'readers', rows: read, make: unasked },
  ]
  const id = (category: string, column: string): string => idOf(...[field, category, column].filter((part) => part !== ''))
  const cells: LiveCell[] = [
    cell(id('', ''), said),
    unasked(id('', 'writers'), wrote),
    unasked(id('', 'readers'), read),
    ...choices[field].flatMap((category) =>
      columns.map(({ name, rows, make }) =>
        make(
          id(category, name),
          rows.filter(({ value }) => value === category),
        ),
      ),
    ),
    { id: id('-', ''), kind: 'kept', count: participants - said.length },
    { id: id('-', 'writers'), kind: 'kept', count: writers.size - wrote.length },
  ]
  const sums: Sum[] = [
    { total: 'participants', parts: [id('', ''), id('-', '')] },
    { total: 'writers', parts: [id('', 'writers'), id('-', 'writers')] },
    ...columns.map(({ name }) => ({ total: id('', name), parts: choices[field].map((category) => id(category, name)) })),
    ...['', ...choices[field]].map((category) => ({ total: id(category, ''), parts: [id(category, 'writers'), id(category, 'readers')] })),
  ]
  return { cells, sums }
}
