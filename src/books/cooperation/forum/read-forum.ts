import type { Refusal } from '../../outcome.ts'
import { forumLimits, type ForumInput, type ForumParticipant, type ForumProject, type Wish, type WishValue } from './forum.ts'

/** The tables of a forum as rows of cells; the first row of each names its columns. */
export interface ForumTables {
  slots: readonly string[]
  tables: string
  participants: readonly TableRow[]
  projects: readonly TableRow[]
  wishes: readonly TableRow[]
}

interface TableRow {
  line: number
  cells: readonly string[]
}

/** What columns are called in English, Russian and Kazakh. */
const columns = {
  code: ['code', 'код'],
  side: ['side', 'сторона', 'тарап'],
  organisation: ['organisation', 'organization', 'организация', 'ұйым'],
  languages: ['languages', 'языки', 'тілдер'],
  sectors: ['sectors', 'отрасли', 'салалар'],
  amountFrom: ['amount from', 'сумма от', 'сомадан'],
  amountTo: ['amount to', 'сумма до', 'сомаға дейін'],
  slots: ['slots', 'слоты', 'уақыттар'],
  meetings: ['meetings', 'встречи', 'кездесулер'],
  owner: ['owner', 'владелец', 'иесі'],
  title: ['title', 'название', 'атауы'],
  amount: ['amount', 'сумма', 'сома'],
  from: ['from', 'кто', 'кім'],
  to: ['to', 'с кем', 'кіммен'],
  wish: ['wish', 'желание', 'тілек'],
} as const
type Column = keyof typeof columns

const sides = new Map<string, ForumParticipant['side']>([
  ...['investor', 'инвестор'].map((word) => [word, 'investor'] as const),
  ...['owner', 'project owner', 'владелец', 'владелец проекта', 'иесі', 'жоба иесі'].map((word) => [word, 'owner'] as const),
])
const extremes = new Map<string, WishValue>([
  ...['must', 'обязательно', 'міндетті'].map((word) => [word, 'must'] as const),
  ...['never', 'никогда', 'ешқашан'].map((word) => [word, 'never'] as const),
])

/** The tables as a forum, or everything in them that cannot be: which table, which line, what. */
export function readForum(tables: ForumTables): { input: ForumInput; problems: Refusal[] } {
  const problems: Refusal[] = []
  const slots = tables.slots.map((name) => name.trim()).filter((name) => name !== '')
  if (slots.length === 0) problems.push({ code: 'slots_empty', field: 'slots' })
  const places = /^\d{1,3}$/.test(tables.tables.trim()) ? Number(tables.tables) : 0
  if (places < 1 || places > forumLimits.tables)
    problems.push({ code: 'tables_wrong', field: 'tables', details: { wanted: forumLimits.tables } })
  const participants = read(tables.participants, 'participants', ['code', 'side', 'organisation'], problems, (cells, wrong) =>
    participantOf(cells, slots.length, wrong),
  )
  const owners = new Set(participants.filter(({ side }) => side === 'owner').map(({ code }) => code))
  const projects = read(tables.projects, 'projects', ['code', 'owner', 'title'], problems, (cells, wrong): ForumProject => {
    if (!owners.has(cells('owner'))) wrong('owner_unknown', cells('owner'))
    const { code, owner, title } = { code: cells('code'), owner: cells('owner'), title: cells('title') }
    return { code, owner, title, sectors: listOf(cells('sectors')), amount: amountOf(cells('amount'), wrong) }
  })
  const sideOf = new Map(participants.map(({ code, side }) => [code, side]))
  const ownerOf = new Map(projects.map(({ code, owner }) => [code, owner]))
  const wishes = read(tables.wishes, 'wishes', ['from', 'to', 'wish'], problems, (cells, wrong): Wish => {
    const [from, named] = [cells('from'), cells('to')]
    const to = ownerOf.get(named) ?? named
    for (const code of [from, to]) if (!sideOf.has(code)) wrong('who_unknown', code)
    if (sideOf.has(from) && sideOf.get(from) === sideOf.get(to)) wrong('same_side', `${from}, ${named}`)
    return { from, to, project: ownerOf.has(named) ? named : null, value: wishOf(cells('wish'), wrong) }
  })
  const input = { slots, tables: places, participants, projects, wishes }
  for (const field of ['slots', 'participants', 'projects', 'wishes'] as const)
    if (input[field].length > forumLimits[field])
      problems.push({ code: 'too_many', field, details: { found: input[field].length, wanted: forumLimits[field] } })
  for (const field of ['participants', 'projects'] as const) problems.push(...twins(input[field], field))
  const shared = projects.find(({ code }) => sideOf.has(code))
  if (shared !== undefined) problems.push({ code: 'code_shared', field: 'projects', details: { value: shared.code } })
  return { input, problems }
}

type Wrong = (code: string, value: string) => void
type Cells = (column: Column) => string

function read<Item>(
  rows: readonly TableRow[],
  field: 'participants' | 'projects' | 'wishes',
  needed: readonly Column[],
  problems: Refusal[],
  itemOf: (cells: Cells, wrong: Wrong) => Item,
): Item[] {
  const [header, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (header === undefined) {
    if (field === 'participants') problems.push({ code: 'participants_empty', field })
    return []
  }
  const names = header.cells.map((name) => name.trim().toLowerCase().replaceAll('_', ' '))
  const at = (column: Column) => names.findIndex((name) => (columns[column] as readonly string[]).includes(name))
  const missing = needed.filter((column) => at(column) < 0)
  for (const column of missing) problems.push({ code: 'column_missing', field, details: { value: columns[column].join(', ') } })
  if (missing.length > 0) return []
  return body.map(({ line, cells }) => {
    const wrong: Wrong = (code, value) => problems.push({ code, field, details: { line, value } })
    const cell: Cells = (column) => cells[at(column)]?.trim() ?? ''
    for (const column of needed) if (cell(column) === '') wrong('cell_empty', columns[column][0])
    return itemOf(cell, wrong)
  })
}

function participantOf(cells: Cells, slots: number, wrong: Wrong): ForumParticipant {
  const side = sides.get(cells('side').toLowerCase())
  if (side === undefined && cells('side') !== '') wrong('side_unknown', cells('side'))
  const most = cells('meetings')
  if (most !== '' && !/^[1-9]\d?$/.test(most)) wrong('number_wrong', most)
  const [amountFrom, amountTo] = [amountOf(cells('amountFrom'), wrong), amountOf(cells('amountTo'), wrong)]
  if (amountFrom !== null && amountTo !== null && amountFrom > amountTo) wrong('number_wrong', `${amountFrom} > ${amountTo}`)
  return {
    code: cells('code'),
    side: side ?? 'investor',
    organisation: cells('organisation'),
    languages: listOf(cells('languages').replaceAll(' ', ',')),
    sectors: listOf(cells('sectors')),
    ...{ amountFrom, amountTo },
    slots: slotsOf(cells('slots'), slots, wrong),
    mostMeetings: most === '' ? null : Number(most),
  }
}

/** `1 2 4-6`; empty: all of them. */
function slotsOf(cell: string, slots: number, wrong: Wrong): number[] {
  const all = Array.from({ length: slots }, (_, slot) => slot)
  const parts = cell.split(/[\s,;]+/).filter((part) => part !== '')
  if (parts.length === 0) return all
  const chosen = new Set<number>()
  for (const part of parts) {
    const range = /^(\d{1,2})(?:[-–](\d{1,2}))?$/.exec(part)
    const [from, to] = [Number(range?.[1] ?? 0), Number(range?.[2] ?? range?.[1] ?? 0)]
    if (from < 1 || to < from || to > slots) wrong('slot_unknown', part)
    else for (let slot = from; slot <= to; slot++) chosen.add(slot - 1)
  }
  return all.filter((slot) => chosen.has(slot))
}

const listOf = (cell: string): string[] => [
  ...new Set(
    cell
      .toLowerCase()
      .split(/[,;|]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]

function amountOf(cell: string, wrong: Wrong): number | null {
  if (cell === '') return null
  const text = cell.replaceAll(/[\s\u00a0_]/g, '').replace(',', '.')
  if (/^\d{1,15}(\.\d+)?$/.test(text)) return Number(text)
  wrong('number_wrong', cell)
  return null
}

function wishOf(cell: string, wrong: Wrong): WishValue {
  const value = extremes.get(cell.toLowerCase()) ?? (/^[1-5]$/.test(cell) ? (Number(cell) as WishValue) : null)
  if (value === null && cell !== '') wrong('wish_unknown', cell)
  return value ?? 1
}

function twins(items: ReadonlyArray<{ code: string }>, field: string): Refusal[] {
  const seen = new Set<string>()
  return items.flatMap(({ code }) => {
    if (code !== '' && seen.has(code)) return [{ code: 'code_twice', field, details: { value: code } }]
    seen.add(code)
    return []
  })
}
