import { parsePartialDate } from '../partial-date.ts'
import type { FindingCode } from './finding-codes.ts'
import { readZone } from './read-zone.ts'
import { splitZones } from './split-zones.ts'
import { stateOf } from './states.ts'
import { noValues, travellerFields, type Finding, type Traveller, type TravellerField } from './traveller.ts'

type Column = TravellerField | 'zone' | 'leader'

/** What columns are called, in small letters without signs: a list in Kazakh, Russian or English is read without a template. */
const columnNames: Readonly<Record<Column, readonly string[]>> = {
  surname: ['surname', 'last name', 'family name', 'фамилия', 'тегі', 'фамилиясы'],
  givenNames: ['given names', 'given name', 'first name', 'name', 'имя', 'имена', 'аты', 'есімі'],
  sex: ['sex', 'gender', 'пол', 'жынысы'],
  birth: ['date of birth', 'birth date', 'born', 'birth', 'дата рождения', 'туған күні'],
  nationality: ['nationality', 'citizenship', 'гражданство', 'азаматтығы'],
  documentType: ['document type', 'type', 'тип документа', 'вид документа', 'құжат түрі', 'құжаттың түрі'],
  issuer: ['issuing state', 'issued by', 'issuer', 'кем выдан', 'государство выдачи', 'берген мемлекет'],
  documentNumber: [
    ...['document number', 'document no', 'passport number', 'passport no', 'passport', 'номер документа', 'номер паспорта', 'паспорт'],
    ...['құжат нөмірі', 'құжаттың нөмірі', 'паспорт нөмірі', 'төлқұжат нөмірі'],
  ],
  expiry: [
    ...['date of expiry', 'expiry date', 'expiry', 'valid until', 'действителен до', 'срок действия', 'дата окончания'],
    ...['жарамды мерзімі', 'қолданылу мерзімі', 'дейін жарамды'],
  ],
  entry: ['entry', 'date of entry', 'entry date', 'arrival', 'дата въезда', 'въезд', 'келу күні', 'кіру күні'],
  exit: ['exit', 'date of exit', 'exit date', 'departure', 'дата выезда', 'выезд', 'кету күні', 'шығу күні'],
  blankPages: ['blank pages', 'empty pages', 'чистых страниц', 'чистые страницы', 'пустых страниц', 'бос беттер', 'таза беттер'],
  leader: ['leader', 'group leader', 'руководитель', 'руководитель группы', 'топ жетекшісі', 'жетекші'],
  zone: ['mrz', 'machine readable zone', 'машиночитаемая зона', 'машинамен оқылатын аймақ'],
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const columnOf = new Map(Object.entries(columnNames).flatMap(([column, names]) => names.map((name) => [name, column as Column])))
/** Titles stand above the header in some lists. */
const mostLinesAbove = 10

export type ListRead = { ok: true; travellers: Traveller[]; unread: string[] } | { ok: false; code: 'header_missing' }

/**
 * A table as tourists. The header is the first line that names a document number or a zone in one of three languages.
 *
 * @param rows  cells as text; dates as `2026-12-01` or `01.12.2026`
 * @returns `unread`: columns that the checker does not know, and leaves alone
 */
export function readList(rows: ReadonlyArray<readonly string[]>, today: string): ListRead {
  const headerAt = rows
    .slice(0, mostLinesAbove)
    .findIndex((row) => columnsOf(row).some((one) => one === 'documentNumber' || one === 'zone'))
  const header = rows[headerAt]
  if (header === undefined) return { ok: false, code: 'header_missing' }
  const columns = columnsOf(header)
  const travellers = rows.slice(headerAt + 1).flatMap((row, index) => {
    const cells = new Map(columns.flatMap((column, at): [Column, string][] => (column === null ? [] : [[column, (row[at] ?? '').trim()]])))
    if ([...cells.values()].every((cell) => cell === '')) return []
    return [travellerOf(cells, headerAt + 2 + index, today)]
  })
  return { ok: true, travellers, unread: header.filter((name, at) => columns[at] === null && name.trim() !== '') }
}

/** The same column twice is read once. */
function columnsOf(header: readonly string[]): Array<Column | null> {
  const seen = new Set<Column>()
  return header.map((name) => {
    const column = columnOf.get(plain(name)) ?? null
    if (column === null || seen.has(column)) return null
    seen.add(column)
    return column
  })
}

function travellerOf(cells: ReadonlyMap<Column, string>, line: number, today: string): Traveller {
  const findings: Finding[] = []
  const typed: Record<TravellerField, string> = { ...noValues }
  for (const field of travellerFields) typed[field] = valueOf(field, cells.get(field) ?? '', findings)
  const isLeader = /^(1|x|\+|yes|да|иә|true|leader|руководитель|жетекші)$/i.test(cells.get('leader') ?? '')
  const [zone] = splitZones((cells.get('zone') ?? '').replaceAll(/\s+/g, '\n'))
  if (zone === undefined) {
    if (typed.documentNumber !== '') findings.push({ field: 'documentNumber', verdict: 'unknown', code: 'no_zone' })
    return { line, values: typed, isLeader, hasZone: false, findings }
  }
  const read = readZone(zone, today)
  const values = { ...typed }
  for (const field of travellerFields) {
    const [own, zoned] = [typed[field], read.values[field]]
    if (zoned === '') continue
    values[field] = zoned
    if (own !== '' && !isSame(field, own, zoned))
      findings.push({ field, verdict: 'error', code: 'differs_from_zone', details: { found: own, zone: zoned } })
  }
  return { line, values, isLeader, hasZone: true, findings: [...read.findings, ...findings] }
}

/** One spelling for what a cell holds; what cannot be read stays as it is and is said. */
function valueOf(field: TravellerField, cell: string, findings: Finding[]): string {
  if (cell === '') return ''
  const wrong = (code: FindingCode) => findings.push({ field, verdict: 'error', code, details: { found: cell } })
  switch (field) {
    case 'birth':
    case 'expiry':
    case 'entry':
    case 'exit': {
      const date = dateOf(cell)
      if (date === null) wrong(/\d/.test(cell) ? 'not_in_calendar' : 'date_unreadable')
      return date ?? ''
    }
    case 'nationality':
    case 'issuer': {
      const state = stateOf(cell)
      if (state === null) wrong('state_unknown')
      return state ?? cell
    }
    case 'sex': {
      const sex = sexes.get(cell.toLowerCase())
      if (sex === undefined) wrong('sex_unreadable')
      return sex ?? ''
    }
    case 'documentNumber':
      return cell.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
    case 'surname':
    case 'givenNames':
    case 'documentType':
    case 'blankPages':
      return cell
  }
}

const sexes = new Map(
  Object.entries({
    F: ['f', 'female', 'ж', 'жен', 'женский', 'ә', 'әйел'],
    M: ['m', 'male', 'м', 'муж', 'мужской', 'е', 'ер', 'еркек'],
    X: ['x', '<'],
  }).flatMap(([sex, words]) => words.map((word) => [word, sex])) as Array<[string, string]>,
)

/**
 * @example
 * dateOf('1.12.2026') // => '2026-12-01'
 * dateOf('31/02/2026') // => null
 */
export function dateOf(cell: string): string | null {
  const european = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?$/.exec(cell.trim())
  const iso =
    european === null ? cell.trim().slice(0, 10) : `${european[3]}-${european[2]?.padStart(2, '0')}-${european[1]?.padStart(2, '0')}`
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? parsePartialDate(iso) : null
}

/**
 * The letters of a name as a zone has them. Other alphabets and letters with signs are not re-written: several ways to do so are in use, and a
 * passport holds its own.
 *
 * @returns null for a name with other letters
 * @example
 * zoneLettersOf('Anna-Maria') // => 'ANNAMARIA'
 * zoneLettersOf('Әсел') // => null
 */
export function zoneLettersOf(name: string): string | null {
  const letters = name.toUpperCase().replaceAll(/[\s'’.,<-]/g, '')
  return /^[A-Z]*$/.test(letters) ? letters : null
}

/** A name in other letters cannot be compared; it is said elsewhere. A zone cuts long names off. */
function isSame(field: TravellerField, typed: string, zoned: string): boolean {
  if (field === 'surname' || field === 'givenNames') {
    const letters = zoneLettersOf(typed)
    return letters === null || letters.startsWith(zoneLettersOf(zoned) ?? '')
  }
  if (field === 'documentType') return typed.toUpperCase().startsWith(zoned.charAt(0))
  return typed === zoned || (field === 'birth' && typed.startsWith(zoned))
}
