import { publishProblems } from '../../books/cooperation/publish-rules.ts'
import { namedBy } from '../../books/cooperation/named-by.ts'
import type { RecordKind } from '../../books/cooperation/records.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { CooperationReads, CooperationWrites, Doing } from './cooperation-record.ts'
import type { Written } from './write-record.ts'

type Record = Pick<CooperationReads, 'findCooperation' | 'listCooperation' | 'listEvidence'> &
  Pick<CooperationWrites, 'keepCooperation' | 'addChange'>

/**
 * A record becomes public. What it names has to be public before it, its sources among them: a reader follows every link. Call it in a
 * transaction. null: there is none of this number.
 */
export async function publishRecord(input: Doing & { kind: RecordKind; number: number }, record: Record): Promise<Written | null> {
  const { city, kind, number, at, by } = input
  const before = await record.findCooperation(city, kind, number)
  if (before === null) return null
  if (before.publishedAt !== null) return { ok: true, number }
  const evidence = await record.listEvidence(city, kind, [number])
  const named = [
    ...namedBy(kind, before.content),
    ...evidence.map(({ source }) => ({ field: 'evidence', to: 'source' as const, number: source })),
  ]
  const problems: Refusal[] = [...publishProblems(kind, before.content, evidence)]
  for (const { field, to, number: other } of named) {
    const found = await record.findCooperation(city, to, other)
    if (found?.publishedAt === null) problems.push({ code: 'reference_unpublished', field, details: { kind: to, number: other } })
  }
  if (problems.length > 0) return { ok: false, problems }
  if (!(await record.keepCooperation(city, { ...before, publishedAt: at.toISOString() })))
    return { ok: false, problems: [{ code: 'changed_meanwhile' }] }
  await record.addChange(city, {
    at: at.toISOString(),
    by,
    action: 'cooperation.publish',
    subject: `cooperation/${kind}/${number}`,
    before: null,
    after: null,
  })
  return { ok: true, number }
}

/** Taken back, for a reason that the history keeps: it was not so, or not for the public. null: no such record, or it is not public. */
export async function withdrawRecord(
  input: Doing & { kind: RecordKind; number: number; reason: string },
  record: Record,
): Promise<Written | null> {
  const { city, kind, number, at, by, reason } = input
  const before = await record.findCooperation(city, kind, number)
  if (before === null || before.publishedAt === null) return null
  if (reason.trim() === '') return { ok: false, problems: [{ code: 'reason_empty', field: 'reason' }] }
  if (!(await record.keepCooperation(city, { ...before, publishedAt: null })))
    return { ok: false, problems: [{ code: 'changed_meanwhile' }] }
  await record.addChange(city, {
    ...{ at: at.toISOString(), by, action: 'cooperation.withdraw', subject: `cooperation/${kind}/${number}` },
    ...{ before: { publishedAt: before.publishedAt }, after: { reason: reason.trim() } },
  })
  return { ok: true, number }
}
