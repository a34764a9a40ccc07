import type { RecordForm } from '../../books/cooperation/fill-record.ts'
import type { Pursued } from '../../books/cooperation/kept.ts'
import type { CooperationRecord, RecordKind } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { CaseRecord, CaseSpan, CooperationCase } from '../../formats/cooperation-file/case.ts'
import type { CooperationImportWrites, CooperationReads, Doing, PaperWrites } from './cooperation-record.ts'
import { enterInMemory, type EnteringRecord } from './enter-in-memory.ts'
import { markSpan, type SpanForm } from './mark-span.ts'
import { publishRecord } from './publish-record.ts'
import { addStatusEvent, setDeadline } from './pursue.ts'
import { addRecord, findSourceOf, keep } from './write-record.ts'

export interface ImportCaseNeeds
  extends Pick<CooperationReads, 'listCooperation'>, Pick<PaperWrites, 'addAgreementFile'>, CooperationImportWrites {}

/** What was added, by kind; or the first record that was refused, and everything that is wrong with it. */
export type ImportedCase =
  | { ok: true; added: Readonly<Partial<Record<RecordKind, number>>>; published: number }
  | { ok: false; record: Pick<CaseRecord, 'kind' | 'id'>; problems: readonly Refusal[] }

export type ImportCaseInput = Doing & {
  given: CooperationCase
  /** All of it becomes public, but for what the file keeps with the staff. */
  publish: boolean
  /** ISO day in the city's time zone. */
  today: string
}

/**
 * A whole case is taken in, as if somebody had entered it at the desk: by the same rules, with the same history. A source whose text is there
 * already is refused: the case came before. Nothing is stored before all of it is right. Call it in a transaction.
 */
export async function importCase(input: ImportCaseInput, needs: ImportCaseNeeds): Promise<ImportedCase> {
  const { city, at, by, given } = input
  const last = await needs.lockNumbers(city)
  for (const source of given.records.filter(({ kind }) => kind === 'source')) {
    const problems = await problemsOfSource(source, city, needs)
    if (problems.length > 0) return { ok: false, record: source, problems }
  }
  const { record, entered } = enterInMemory(last, needs)
  const numbers = new Map<string, number>()
  const doing: Importing = { ...input, record, numberOf: (kind, id) => numbers.get(`${kind}/${id}`) ?? 0 }
  for (const one of given.records) {
    const written = await addRecord({ ...doing, kind: one.kind, form: formOf(one, doing) }, record)
    if (!written.ok) return { ...written, record: one }
    numbers.set(`${one.kind}/${one.id}`, written.number)
  }
  for (const step of [markPlaces, keepElsewhere, pursue, ...(input.publish ? [publish] : [])])
    for (const one of given.records) {
      const problems = await step(one, doing)
      if (problems.length > 0) return { ok: false, record: one, problems }
    }
  await needs.addEnteredCase(city, entered)
  for (const { kind, id, files } of given.records)
    for (const file of files) await needs.addAgreementFile(city, doing.numberOf(kind, id), { ...file, at, by })
  return { ok: true, added: countKinds(given), published: entered.records.filter(({ publishedAt }) => publishedAt !== null).length }
}

interface Importing extends ImportCaseInput {
  record: EnteringRecord
  numberOf(kind: RecordKind, id: string): number
}

function countKinds({ records }: CooperationCase): Partial<Record<RecordKind, number>> {
  const counts: Partial<Record<RecordKind, number>> = {}
  for (const { kind } of records) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

async function problemsOfSource({ form }: CaseRecord, city: City, needs: ImportCaseNeeds): Promise<Refusal[]> {
  const there = await findSourceOf(city, form['text'] ?? '', needs)
  return there === null ? [] : [{ code: 'case_already_there', field: 'text', details: { number: there.number } }]
}

const formOf = ({ form, names }: CaseRecord, { numberOf }: Importing): RecordForm => ({
  ...form,
  ...Object.fromEntries(Object.entries(names).map(([field, { kind, ids }]) => [field, ids.map((id) => numberOf(kind, id)).join(', ')])),
})

const spanForm = ({ source, words, place }: CaseSpan, marker: string, { numberOf }: Importing): SpanForm => ({
  source: numberOf('source', source),
  words,
  place,
  marker,
})

type Step = (one: CaseRecord, doing: Importing) => Promise<readonly Refusal[]>

const markPlaces: Step = async ({ kind, id, form, evidence }, doing) => {
  const subject = { kind, number: doing.numberOf(kind, id) }
  for (const span of evidence) {
    const marked = await markSpan({ ...doing, subject, form: spanForm(span, form['marker'] ?? '', doing) }, doing.record)
    if (marked?.ok === false) return [marked.problem]
  }
  return []
}

/** What has a page of its own at the desk: protocols and stages. */
const keepElsewhere: Step = async (one, doing) => {
  const { record, city, numberOf } = doing
  const number = numberOf(one.kind, one.id)
  if (one.protocol === null && one.stages.length === 0) return []
  const before = await record.findCooperation(city, one.kind, number)
  if (before === null) return []
  const written = await keep(
    doing,
    before,
    { ...before, content: { ...before.content, ...elsewhereOf(one, doing) } } as CooperationRecord,
    'cooperation.write',
    record,
  )
  return written.ok ? [] : written.problems
}

const elsewhereOf = ({ kind, protocol, stages }: CaseRecord, { numberOf }: Importing) =>
  kind === 'event' && protocol !== null
    ? {
        protocol: {
          state: protocol.state,
          points: protocol.points.map((point) => ({
            ...point,
            speaker: point.speaker && numberOf('person', point.speaker),
            assignment: point.assignment && numberOf('assignment', point.assignment),
          })),
        },
      }
    : { stages: stages.map((stage) => ({ ...stage, source: stage.source && numberOf('source', stage.source) })) }

const pursue: Step = async ({ kind, id, status, deadlines }, doing) => {
  const subject = { kind, number: doing.numberOf(kind, id) } as Pursued & { kind: RecordKind }
  for (const deadline of deadlines) {
    const set = await setDeadline({ ...doing, subject, ...deadline }, doing.record)
    if (set?.ok === false) return set.problems
  }
  for (const { evidence, ...event } of status) {
    const form = { ...event, evidence: evidence && spanForm(evidence, '', doing) }
    const done = await addStatusEvent({ ...doing, subject, form }, doing.record)
    if (done?.ok === false) return done.problems
  }
  return []
}

const publish: Step = async ({ kind, id, isPublic }, doing) => {
  const published = isPublic ? await publishRecord({ ...doing, kind, number: doing.numberOf(kind, id) }, doing.record) : null
  return published?.ok === false ? published.problems : []
}
