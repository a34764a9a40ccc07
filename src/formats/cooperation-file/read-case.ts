import { fillRecord } from '../../books/cooperation/fill-record.ts'
import { recordFields, type Field as RecordField } from '../../books/cooperation/record-fields.ts'
import { recordKinds, type Contents, type RecordKind } from '../../books/cooperation/records.ts'
import type { LocatedProblem, Problem } from '../../books/programme/problem.ts'
import {
  complain,
  isAbsent,
  readChoice,
  readList,
  readObject,
  readOptionalText,
  readText,
  readWords,
  type Field,
} from '../programme-file/fields.ts'
import { parseYaml } from '../programme-file/parse-yaml.ts'
import type { CaseRecord, CooperationCase } from './case.ts'
import { readFileBeside, readSourceText, type ReadBeside } from './read-beside.ts'
import { readDeadlines, readProtocol, readSpan, readStages, readStatus, type KnownRecords } from './read-what-happened.ts'

/** The version of the format; a file names it so that a later reader knows what it reads. */
export const caseFormat = 'bagdar-cooperation/1'

/**
 * One YAML or JSON file is one case: its sources, and the records that rest on them. `docs/guides/cooperation-import.md` describes it.
 *
 * The fields are those of `recordFields`; a record names another by its id in the file, and stands below what it names. Every place in a
 * source is looked for there. Reads on after a mistake, so that all problems come at once, each with its line and column.
 *
 * @param readBeside  a file in the same folder; null: there is none
 * @returns `given` null: there is an error
 */
export function readCase(
  text: string,
  file: string,
  readBeside: ReadBeside,
): { given: CooperationCase | null; problems: LocatedProblem[] } {
  const yaml = parseYaml(text, file)
  if (yaml.problems.length > 0) return { given: null, problems: yaml.problems }
  const problems: Problem[] = []
  const records = readRecords({ value: yaml.value, path: [], problems }, readBeside)
  const located = problems.map(yaml.locate).sort((a, b) => a.line - b.line || a.column - b.column)
  return { given: located.length === 0 ? { records } : null, problems: located }
}

function readRecords(field: Field, readBeside: ReadBeside): CaseRecord[] {
  const { format, ...kinds } = readObject(field, ['format', ...recordKinds])
  const name = readText(format)
  if (name !== '' && name !== caseFormat) complain(format, 'unknown_format', { value: name, known: caseFormat })
  if (isAbsent(kinds.source)) complain(kinds.source, 'missing', { key: 'source' })

  const known: KnownRecords = { ids: new Map(), texts: new Map() }
  return recordKinds.flatMap((kind) => {
    const place = kinds[kind]
    const isObject = typeof place.value === 'object' && !Array.isArray(place.value)
    if (!isAbsent(place) && !isObject) complain(place, 'object_expected', { keys: 'id: …' })
    const given = isObject ? { ...place, value: place.value ?? {} } : { ...place, value: {} }
    const ids = Object.keys(given.value)
    // a protocol may name an assignment, which stands below it
    if (kind === 'event') known.ids.set('assignment', new Set(Object.keys((kinds.assignment.value as object | undefined) ?? {})))
    if (kind === 'assignment') known.ids.delete('assignment')
    return Object.entries(readObject(given, ids)).map(([id, one]) => {
      if (!/^[\p{L}\p{N}_-]{1,60}$/u.test(id)) complain(one, 'not_an_id', { value: id })
      const record = readRecord(kind, id, one, known, readBeside)
      known.ids.set(kind, (known.ids.get(kind) ?? new Set()).add(id))
      return record
    })
  })
}

/** What a record may have besides its fields. */
const besides = ['evidence', 'status', 'deadlines', 'files', 'publish'] as const
const allowed = (kind: RecordKind): ReadonlyArray<(typeof besides)[number]> =>
  besides.filter((key) =>
    key === 'status' || key === 'deadlines'
      ? kind === 'commitment' || kind === 'assignment'
      : key === 'files'
        ? kind === 'agreement'
        : key !== 'evidence' || kind !== 'source',
  )

function readRecord(kind: RecordKind, id: string, field: Field, known: KnownRecords, readBeside: ReadBeside): CaseRecord {
  const names = Object.keys(recordFields[kind])
  const given = readObject(field, [...names, ...allowed(kind)])
  const absent: Field = { ...field, value: undefined }
  const form: Record<string, string> = {}
  const named: Record<string, { kind: RecordKind; ids: string[] }> = {}
  for (const [name, type] of Object.entries<RecordField>(recordFields[kind])) {
    const place = given[name] ?? absent
    if (type.type === 'words') for (const [language, words] of Object.entries(readWords(place))) form[`${name}.${language}`] = words ?? ''
    else if (type.type === 'reference' || type.type === 'references') named[name] = readNames(type, place, known)
    else if (type.type === 'codes') form[name] = readList(place, readText).join(', ')
    else if (type.type !== 'elsewhere')
      form[name] = kind === 'source' && name === 'text' ? readSourceText(place, readBeside) : (readOptionalText(place) ?? '')
  }
  if (kind === 'source') known.texts.set(id, form['text'] ?? '')
  checkFields(kind, form, named, field, given)
  const marker = form['marker'] ?? ''
  return {
    kind,
    id,
    form,
    names: named,
    evidence: readList(given.evidence ?? absent, (one) => readSpan(one, known, marker)),
    status: readStatus(given.status ?? absent, known),
    deadlines: readDeadlines(given.deadlines ?? absent),
    protocol: readProtocol(given['protocol'] ?? absent, known),
    stages: readStages(given['stages'] ?? absent, known),
    files: readList(given.files ?? absent, (one) => readFileBeside(one, readBeside)),
    isPublic: readChoice(given.publish ?? absent, ['yes', 'no']) !== 'no',
  }
}

function readNames(type: RecordField & { to: RecordKind }, field: Field, known: KnownRecords): { kind: RecordKind; ids: string[] } {
  const ids = type.type === 'references' ? readList(field, readText) : [readOptionalText(field)].flatMap((id) => id ?? [])
  for (const id of ids)
    if (id !== '' && known.ids.get(type.to)?.has(id) !== true) complain(field, 'record_unknown', { value: id, kind: type.to })
  return { kind: type.to, ids }
}

/** The rules of the desk hold for a file too; each problem at the field that it is about. */
function checkFields<Kind extends RecordKind>(
  kind: Kind,
  form: Readonly<Record<string, string>>,
  named: CaseRecord['names'],
  field: Field,
  given: Readonly<Record<string, Field>>,
): void {
  const numbers = Object.fromEntries(Object.entries(named).map(([name, { ids }]) => [name, ids.length === 0 ? '' : '1']))
  const before: Contents[Kind] | null = null
  for (const { code, field: name = '', details } of fillRecord(kind, { ...form, ...numbers }, before).problems)
    complain(given[name] === undefined || isAbsent(given[name]) ? field : given[name], code, { field: name, ...details })
}
