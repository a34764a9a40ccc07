import { publishProblems, strengthProblems } from '../../books/cooperation/publish-rules.ts'
import { namedBy } from '../../books/cooperation/named-by.ts'
import type { Commitment, CooperationRecord, RecordKind, Source } from '../../books/cooperation/records.ts'
import type { Refusal } from '../../books/outcome.ts'
import { findResting } from './find-resting.ts'
import type { CooperationReads, CooperationWrites, Doing } from './cooperation-record.ts'
import type { Written } from './write-record.ts'

type Record = Pick<CooperationReads, 'findCooperation' | 'listCooperation' | 'listEvidence'> &
  Pick<CooperationWrites, 'keepCooperation' | 'lockCooperation' | 'addChange'>

/**
 * A record becomes public. What it names has to be public before it, its sources among them: a reader follows every link. Call it in a
 * transaction. null: there is none of this number.
 *
 * @param input.isStrengthConfirmed  a person says that a promise stands on its step, whatever the rules read off its verb
 */
export async function publishRecord(
  input: Doing & { kind: RecordKind; number: number; isStrengthConfirmed?: boolean },
  record: Record,
): Promise<Written | null> {
  const { city, kind, number, at, by, isStrengthConfirmed = false } = input
  // Otherwise what it names could be withdrawn at the same moment.
  await record.lockCooperation(city)
  const before = await record.findCooperation(city, kind, number)
  if (before === null) return null
  if (before.publishedAt !== null) return { ok: true, number }
  const evidence = await record.listEvidence(city, kind, [number])
  const named = [
    ...namedBy(kind, before.content),
    ...evidence.map(({ source }) => ({ field: 'evidence', to: 'source' as const, number: source })),
  ]
  const problems: Refusal[] = [...publishProblems(kind, before.content, evidence)]
  const languages = new Map<number, string>()
  for (const { field, to, number: other } of named) {
    const found: CooperationRecord | null = await record.findCooperation(city, to, other)
    if (found?.kind === 'source') languages.set(other, (found.content as Source).language)
    if (found?.publishedAt === null) problems.push({ code: 'reference_unpublished', field, details: { kind: to, number: other } })
  }
  const ofStrength = kind === 'commitment' ? strengthProblems(before.content as Commitment, evidence, languages) : []
  if (!isStrengthConfirmed) problems.push(...ofStrength)
  if (problems.length > 0) return { ok: false, problems }
  if (!(await record.keepCooperation(city, { ...before, publishedAt: at.toISOString() })))
    return { ok: false, problems: [{ code: 'changed_meanwhile' }] }
  await record.addChange(city, {
    at: at.toISOString(),
    by,
    action: 'cooperation.publish',
    subject: `cooperation/${kind}/${number}`,
    before: null,
    after: ofStrength[0]?.details === undefined ? null : { strengthConfirmed: ofStrength[0].details },
  })
  return { ok: true, number }
}

/**
 * Taken back, for a reason that the history keeps: it was not so, or not for the public. Not while something public rests on it: that would
 * stand there without its source, or name nobody. null: no such record, or it is not public.
 */
export async function withdrawRecord(
  input: Doing & { kind: RecordKind; number: number; reason: string },
  record: Record & Pick<CooperationReads, 'listEvidenceIn'> & Pick<CooperationWrites, 'addWithdrawal'>,
): Promise<Written | null> {
  const { city, kind, number, at, by, reason } = input
  await record.lockCooperation(city)
  const before = await record.findCooperation(city, kind, number)
  if (before === null || before.publishedAt === null) return null
  const resting = await findResting(city, kind, number, record)
  if (resting.length > 0) return { ok: false, problems: [{ code: 'others_rest_on_it', field: 'publish' }] }
  if (reason.trim() === '') return { ok: false, problems: [{ code: 'reason_empty', field: 'reason' }] }
  if (!(await record.keepCooperation(city, { ...before, publishedAt: null })))
    return { ok: false, problems: [{ code: 'changed_meanwhile' }] }
  await record.addWithdrawal(city, kind, number, { from: before.publishedAt, until: at.toISOString(), reason: reason.trim() })
  await record.addChange(city, {
    ...{ at: at.toISOString(), by, action: 'cooperation.withdraw', subject: `cooperation/${kind}/${number}` },
    ...{ before: { publishedAt: before.publishedAt }, after: { reason: reason.trim() } },
  })
  return { ok: true, number }
}
