import { futureProblems } from '../../books/cooperation/date-order.ts'
import { changesOfFixed } from '../../books/cooperation/publish-rules.ts'
import { fillRecord, type Reference, type RecordForm } from '../../books/cooperation/fill-record.ts'
import type { Commitment, CooperationRecord, RecordKind, Source } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { CooperationReads, CooperationWrites, Doing } from './cooperation-record.ts'
import { movedDayProblems } from './moved-day.ts'
import { problemsOfClosed } from './protocol-freeze.ts'

type Record = Pick<CooperationReads, 'findCooperation' | 'listCooperation' | 'listEvidenceIn'> &
  Pick<CooperationWrites, 'addCooperation' | 'keepCooperation' | 'lockCooperation' | 'addChange'>

/** What became of a promise does not come before it. */
export type EditedRecord = Record & Pick<CooperationReads, 'listStatusEvents' | 'listDeadlines'>

/** Done, or everything that is wrong at once. */
export type Written = { ok: true; number: number } | { ok: false; problems: readonly Refusal[] }

/** A new record, for staff alone until it is published. Call it in a transaction, as all below. */
export async function addRecord(input: Doing & { kind: RecordKind; form: RecordForm }, record: Record): Promise<Written> {
  const { city, kind, form, at } = input
  const { content, references, problems } = fillRecord(kind, form, null)
  const all = [
    ...problems,
    ...futureProblems(kind, content, at, city.timeZone),
    ...(await missingReferences(city, references, record)),
    ...(await problemsOfText(city, kind, null, content, record)),
    ...(await problemsOfClosed(city, kind, null, content, record)),
  ]
  if (all.length > 0) return { ok: false, problems: all }
  const number = await record.addCooperation(city, kind, content)
  await note(input, 'cooperation.add', number, null, content, record)
  return { ok: true, number }
}

/**
 * A record is changed. null: there is none of this number.
 *
 * @param input.revision  as it was when the form was made: whoever comes second is told, and nothing is overwritten
 */
export async function editRecord(
  input: Doing & { kind: RecordKind; number: number; revision: number; form: RecordForm },
  record: EditedRecord,
): Promise<Written | null> {
  const { city, kind, number, revision, form, at } = input
  const before = await record.findCooperation(city, kind, number)
  if (before === null) return null
  const { content, references, problems } = fillRecord(kind, form, before.content)
  const isUsed = kind === 'source' && (await record.listEvidenceIn(city, number)).length > 0
  const isPublic = before.publishedAt !== null
  // What is named is public now, and stays so until this is stored.
  if (isPublic) await record.lockCooperation(city)
  const missing = await missingReferences(city, references, record, isPublic)
  const all = [
    ...problems,
    ...futureProblems(kind, content, at, city.timeZone),
    ...missing,
    ...(await problemsOfText(city, kind, number, content, record)),
    ...(await circleProblems(city, kind, number, content, record)),
    ...(await movedDayProblems(city, before, content, record)),
    ...changesOfFixed(before, content, isUsed),
    ...(await problemsOfClosed(city, kind, before, content, record)),
    ...(before.revision === revision ? [] : [{ code: 'changed_meanwhile' }]),
  ]
  if (all.length > 0) return { ok: false, problems: all }
  return await keep(input, before, { ...before, content }, 'cooperation.write', record)
}

/** Stores a changed record and writes the history. */
export async function keep<Kind extends RecordKind>(
  doing: Doing,
  before: CooperationRecord<Kind>,
  after: CooperationRecord<Kind>,
  action: string,
  record: Pick<Record, 'keepCooperation' | 'addChange'>,
): Promise<Written> {
  if (!(await record.keepCooperation(doing.city, after))) return { ok: false, problems: [{ code: 'changed_meanwhile' }] }
  await note({ ...doing, kind: before.kind }, action, before.number, before.content, after.content, record)
  return { ok: true, number: before.number }
}

/**
 * The records that are named and are not there.
 *
 * @param isPublic  who names them is public: then a draft does not do, because a reader follows every link
 */
export async function missingReferences(
  city: City,
  references: readonly Reference[],
  record: Pick<CooperationReads, 'listCooperation'>,
  isPublic = false,
): Promise<Refusal[]> {
  const problems: Refusal[] = []
  for (const kind of new Set(references.map(({ to }) => to))) {
    const named = references.filter(({ to }) => to === kind)
    const found = await record.listCooperation(city, kind, { numbers: [...new Set(named.map(({ number }) => number))] })
    const there = new Map(found.map((one) => [one.number, one]))
    for (const { field, number } of named) {
      const one = there.get(number)
      if (one === undefined) problems.push({ code: 'reference_missing', field, details: { number, kind } })
      else if (isPublic && one.publishedAt === null) problems.push({ code: 'reference_unpublished', field, details: { number, kind } })
    }
  }
  return problems
}

/** The source that has this text already, to the letter (NFC); null: there is none. Equal texts have equal hashes. */
export async function findSourceOf(
  city: City,
  text: string,
  record: Pick<CooperationReads, 'listCooperation'>,
): Promise<CooperationRecord<'source'> | null> {
  const [there] = await record.listCooperation(city, 'source', { having: { text }, limit: 1 })
  return there ?? null
}

/** Entered once more, a source would pass as another one: what the promise itself says would bear out that it was kept. */
async function problemsOfText(
  city: City,
  kind: RecordKind,
  number: number | null,
  content: unknown,
  record: Pick<CooperationReads, 'listCooperation'>,
): Promise<Refusal[]> {
  if (kind !== 'source' || (content as Source).text === '') return []
  const there = await findSourceOf(city, (content as Source).text, record)
  return there === null || there.number === number
    ? []
    : [{ code: 'source_already_there', field: 'text', details: { number: there.number } }]
}

/** A commitment that waits for itself, by however many others, would wait for ever. A new one is named by none yet. */
async function circleProblems(
  city: City,
  kind: RecordKind,
  number: number,
  content: unknown,
  record: Pick<CooperationReads, 'listCooperation'>,
): Promise<Refusal[]> {
  if (kind !== 'commitment') return []
  const seen = new Set<number>()
  for (let next = (content as Commitment).dependsOn; next.length > 0;) {
    if (next.includes(number)) return [{ code: seen.size === 0 ? 'depends_on_itself' : 'depends_in_circle', field: 'dependsOn' }]
    for (const one of next) seen.add(one)
    const named = await record.listCooperation(city, 'commitment', { numbers: [...next] })
    next = [...new Set(named.flatMap((one) => one.content.dependsOn))].filter((one) => !seen.has(one))
  }
  return []
}

const note = async (
  { city, by, at, kind }: Doing & { kind: RecordKind },
  action: string,
  number: number,
  before: unknown,
  after: unknown,
  record: Pick<Record, 'addChange'>,
): Promise<void> =>
  await record.addChange(city, { at: at.toISOString(), by, action, subject: `cooperation/${kind}/${number}`, before, after })
