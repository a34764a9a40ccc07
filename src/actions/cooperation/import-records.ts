import { futureProblems } from '../../books/cooperation/date-order.ts'
import { fillRecord, type RecordForm, type Reference } from '../../books/cooperation/fill-record.ts'
import {
  atColumn,
  mostRows,
  type CheckedRows,
  type ImportedKind,
  type RecordRow,
  type RefusedRow,
} from '../../books/cooperation/import-rows.ts'
import type { Agreement, Partner, RecordKind } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Notice } from '../../books/notice.ts'
import { done, refuse, type Outcome, type Refusal } from '../../books/outcome.ts'
import { readRecordTable } from '../../formats/cooperation-csv.ts'
import type { CooperationImportWrites, CooperationReads, Doing } from './cooperation-record.ts'
import { enterInMemory } from './enter-in-memory.ts'
import { addRecord, missingReferences } from './write-record.ts'

type Reads = Pick<CooperationReads, 'listCooperation'>

/** What a table holds, before anything is stored. */
export async function previewRecords(
  { city, kind, csv, file, at }: { city: City; kind: ImportedKind; csv: Uint8Array; file: string; at: Date },
  record: Reads,
): Promise<Outcome<CheckedRows & { notices: Notice[] }>> {
  const read = await readRecordTable(csv, file, kind)
  if (!read.ok) return read
  const { rows, notices } = read.value
  if (rows.length > mostRows) return refuse('table_too_long', 'file', { limit: mostRows, found: rows.length })
  return done({ ...(await checkRecords({ city, kind, rows, at }, record)), notices })
}

/** Rows that can be added, with the numbers of the partners that they name; the others with what is wrong. */
async function checkRecords(
  { city, kind, rows, at }: { city: City; kind: ImportedKind; rows: readonly RecordRow[]; at: Date },
  record: Reads,
): Promise<CheckedRows> {
  const partners = await record.listCooperation(city, 'partner')
  const there = new Map(
    (kind === 'partner' ? partners : await record.listCooperation(city, kind)).flatMap(({ number, content }) =>
      keysOf(kind, content).map((key) => [key, number]),
    ),
  )
  const numbersOf = numbersByName(partners.map(({ number, content }) => ({ number, names: Object.values(content.name) })))
  const filled = rows.map(({ line, form: given }) => {
    const { form, problems: unknown } = kind === 'agreement' ? withPartners(given, numbersOf) : { form: given, problems: [] }
    return { line, form, unknown, ...fillRecord(kind, form, null) }
  })
  const missing = await missingReferences(
    city,
    filled.flatMap(({ references }) => references),
    record,
  )
  const isMissing = (one: Reference) => missing.some(({ details }) => details?.['kind'] === one.to && details['number'] === one.number)

  const firstLine = new Map<string, number>()
  const fit: RecordRow[] = []
  const refused: RefusedRow[] = []
  for (const { line, form, unknown, content, references, problems } of filled) {
    const keys = keysOf(kind, content)
    const doubled = keys.find((key) => there.has(key) || firstLine.has(key))
    const all: Refusal[] = [
      ...unknown,
      // a party whose name nobody knows is not missing besides
      ...problems.filter(({ code, field }) => code !== 'field_empty' || !unknown.some((one) => one.field === field)),
      ...futureProblems(kind, content, at, city.timeZone),
      ...references.filter(isMissing).map(({ field, to, number }) => ({ code: 'reference_missing', field, details: { kind: to, number } })),
      ...(doubled === undefined
        ? []
        : [
            there.has(doubled)
              ? { code: 'already_there', details: { number: there.get(doubled) ?? 0 } }
              : { code: 'twice_in_table', details: { line: firstLine.get(doubled) ?? 0 } },
          ]),
    ]
    if (all.length > 0) refused.push({ line, problems: all.map((one) => atColumn(kind, one)) })
    else {
      for (const key of keys) firstLine.set(key, line)
      fit.push({ line, form })
    }
  }
  return { rows: fit, refused }
}

/** By what a record is known again: a partner by its name in any language, an agreement by its title and the day on which it was signed. */
const keysOf = (kind: RecordKind, content: object): string[] =>
  kind === 'partner'
    ? Object.values((content as Partner).name).map(folded)
    : Object.values((content as Agreement).title).map((title) => `${folded(title)} ${(content as Agreement).signedOn}`)

const folded = (text: string): string => text.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ')

function numbersByName(all: ReadonlyArray<{ number: number; names: readonly string[] }>): Map<string, Set<number>> {
  const numbers = new Map<string, Set<number>>()
  for (const { number, names } of all)
    for (const name of names) numbers.set(folded(name), (numbers.get(folded(name)) ?? new Set()).add(number))
  return numbers
}

/** Parties by number, `3, 7`, or by name with semicolons between: `Бангкок қаласы; 7`. */
function withPartners(form: RecordForm, numbersOf: ReadonlyMap<string, ReadonlySet<number>>): { form: RecordForm; problems: Refusal[] } {
  const parties = form['parties'] ?? ''
  if (/^[\d,;\s]*$/.test(parties)) return { form, problems: [] }
  const problems: Refusal[] = []
  const numbers = parties
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part): string[] => {
      const found = /^\d+$/.test(part) ? [part] : [...(numbersOf.get(folded(part)) ?? [])].map(String)
      if (found.length === 1) return found
      problems.push({
        code: found.length === 0 ? 'partner_unknown' : 'partner_several',
        field: 'parties',
        details: { value: part, numbers: found.join(', ') },
      })
      return []
    })
  return { form: { ...form, parties: numbers.join(', ') }, problems }
}

/**
 * The rows of a table become records, for staff alone until each is published. All or none: what a preview found right may be wrong by now.
 * Call it in a transaction.
 */
export async function importRecords(
  input: Doing & { kind: ImportedKind; rows: readonly RecordRow[] },
  record: Reads & CooperationImportWrites,
): Promise<{ ok: true; numbers: number[] } | { ok: false; refused: RefusedRow[] }> {
  const { city, kind, at } = input
  const memory = enterInMemory(await record.lockNumbers(city), record)
  const { rows, refused } = await checkRecords({ city, kind, rows: input.rows, at }, record)
  if (refused.length > 0) return { ok: false, refused }
  const numbers: number[] = []
  for (const { line, form } of rows) {
    const written = await addRecord({ ...input, kind, form }, memory.record)
    if (!written.ok) return { ok: false, refused: [{ line, problems: written.problems }] }
    numbers.push(written.number)
  }
  await record.addEnteredCase(city, memory.entered)
  return { ok: true, numbers }
}
