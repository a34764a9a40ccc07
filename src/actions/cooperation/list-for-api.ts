import type { CommitmentFlag } from '../../books/cooperation/commitment-tests.ts'
import type { Evidence } from '../../books/cooperation/evidence.ts'
import type { CooperationRecord, RecordKind } from '../../books/cooperation/records.ts'
import type { ReportLight, Status } from '../../books/cooperation/status.ts'
import type { City } from '../../books/indicators/figure.ts'
import * as items from '../../formats/cooperation/api-items.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { nameSubjects } from './name-subjects.ts'
import { publicRecord, type PublicInput, type PublicReads } from './public-record.ts'
import { showCommitments } from './show-commitments.ts'

export type ListedKind = Exclude<RecordKind, 'person' | 'membership' | 'attendance' | 'topic' | 'assignment'>

export interface ListQuery {
  /** Fields that an item has: `{ by: [7] }`. */
  having: Readonly<Record<string, unknown>>
  number?: number
  /** What is computed of a commitment. */
  status?: Status
  light?: ReportLight['light']
  flag?: CommitmentFlag
  /** Number after which the page begins; null: the first page. */
  after: number | null
  limit: number
}

export interface ListPage {
  items: unknown[]
  /** Number after which the next page begins; null: this is the last. */
  after: number | null
}

type Needs = PublicReads & Pick<CooperationReads, 'listAgreementFiles'>

/** Somebody's program reads what is public of the city's cooperation, page by page. */
export async function listForApi(input: PublicInput & { kind: ListedKind; query: ListQuery }, needs: Needs): Promise<ListPage> {
  const { city, asOf, kind, query } = input
  const record = publicRecord(asOf, needs)
  const { having, number, limit } = query
  const kept: CooperationRecord[] = []
  // What is computed is asked of many at once. One more than asked for: it says whether there is another page.
  const most = isJudged(query) ? Math.max(limit + 1, 1000) : limit + 1
  let after = query.after ?? 0
  for (let isMore = true; isMore && kept.length <= limit;) {
    const numbers = number === undefined ? {} : { numbers: [number] }
    const slice = await needs.listCooperation(city, kind, { published: true, having, ...numbers, after, limit: most })
    isMore = slice.length === most
    after = slice.at(-1)?.number ?? after
    kept.push(...(await matching(slice, input, record)))
  }
  const page = kept.slice(0, limit)
  return { items: await itemsOf(kind, page, input, record, needs), after: kept.length > limit ? (page.at(-1)?.number ?? null) : null }
}

const isJudged = ({ status, light, flag }: ListQuery): boolean => (status ?? light ?? flag) !== undefined

/** Those that were public at the moment, and of which the computed is as asked. */
async function matching(
  slice: readonly CooperationRecord[],
  { city, asOf, today, kind, query }: PublicInput & { kind: ListedKind; query: ListQuery },
  record: PublicReads,
): Promise<CooperationRecord[]> {
  const { status, light, flag } = query
  const published = slice.filter(({ publishedAt }) => publishedAt !== null && publishedAt <= asOf.toISOString())
  if (kind !== 'commitment' || !isJudged(query)) return published
  const views = await showCommitments({ city, filter: { numbers: published.map((one) => one.number) }, today }, record)
  const fitting = views.filter(
    (view) =>
      (status === undefined || view.status === status) &&
      (light === undefined || view.light.light === light) &&
      (flag === undefined || view.flags.includes(flag)),
  )
  const numbers = new Set(fitting.map((view) => view.number))
  return published.filter((one) => numbers.has(one.number))
}

async function itemsOf(
  kind: ListedKind,
  records: readonly CooperationRecord[],
  { city, today }: PublicInput,
  record: PublicReads,
  needs: Needs,
): Promise<unknown[]> {
  const numbers = records.map(({ number }) => number)
  const evidence = await record.listEvidence(city, kind, numbers)
  const beside = await besideOf(kind, records, evidence, city, record, needs)
  const all = <Kind extends ListedKind>(write: (one: CooperationRecord<Kind>, beside: items.Beside) => unknown): unknown[] =>
    (records as unknown as ReadonlyArray<CooperationRecord<Kind>>).map((one) => write(one, beside))
  switch (kind) {
    case 'partner':
      return all<'partner'>(items.partnerItem)
    case 'event':
      return all<'event'>(items.eventItem)
    case 'statement':
      return all<'statement'>(items.statementItem)
    case 'agreement':
      return all<'agreement'>(items.agreementItem)
    case 'partnership':
      return all<'partnership'>(items.partnershipItem)
    case 'project':
      return all<'project'>(items.projectItem)
    case 'source':
      return all<'source'>(items.sourceItem)
    case 'commitment':
      return (await showCommitments({ city, filter: { numbers }, today }, record)).map((view) => items.commitmentItem(view, beside))
  }
}

async function besideOf(
  kind: ListedKind,
  records: readonly CooperationRecord[],
  evidence: readonly Evidence[],
  city: City,
  record: PublicReads,
  needs: Needs,
): Promise<items.Beside> {
  const numbers = new Set(records.map(({ number }) => number))
  const ofEvents = <Of extends 'topic' | 'attendance'>(of: Of): Promise<Array<CooperationRecord<Of>>> =>
    kind === 'event' ? record.listCooperation(city, of) : Promise.resolve([])
  const attendances = (await ofEvents('attendance')).filter(({ content }) => numbers.has(content.event))
  const files = new Map<number, Awaited<ReturnType<Needs['listAgreementFiles']>>>()
  if (kind === 'agreement') for (const number of numbers) files.set(number, await needs.listAgreementFiles(city, number))
  return {
    city,
    names: await nameSubjects(city, items.subjectsOf([...records, ...attendances], evidence), record),
    evidence,
    topics: (await ofEvents('topic')).filter(({ content }) => numbers.has(content.event)),
    attendances,
    files,
  }
}
