import type { PartnershipStage } from '../../books/cooperation/records.ts'
import type { CooperationReads, CooperationWrites, Doing } from './cooperation-record.ts'
import { keep, type Written } from './write-record.ts'

type Record = Pick<CooperationReads, 'findCooperation'> & Pick<CooperationWrites, 'keepCooperation' | 'addChange'>

/**
 * A stage that was entered by mistake is taken back: it stays with the reason, for staff, and the stage of today is computed without it.
 * Call it in a transaction. null: no such partnership.
 */
export async function withdrawStage(
  input: Doing & { number: number; stage: Pick<PartnershipStage, 'on'> & { stage: string }; reason: string },
  record: Record,
): Promise<Written | null> {
  const { city, number, at } = input
  const before = await record.findCooperation(city, 'partnership', number)
  const meant = before?.content.stages.find(
    ({ stage, on, withdrawn }) => withdrawn === undefined && stage === input.stage.stage && on === input.stage.on,
  )
  if (before === null) return null
  const reason = input.reason.trim()
  const problems = [
    ...(meant === undefined ? [{ code: 'taken_back_missing', field: 'stage-which' }] : []),
    ...(reason === '' ? [{ code: 'reason_empty', field: 'stage-reason' }] : []),
  ]
  if (problems.length > 0) return { ok: false, problems }
  const stages = before.content.stages.map((one) => (one === meant ? { ...one, withdrawn: { at: at.toISOString(), reason } } : one))
  return await keep(input, before, { ...before, content: { ...before.content, stages } }, 'cooperation.stage_withdraw', record)
}
