import { firstDayOf, lastDayOf, parsePartialDate } from '../../books/cooperation/partial-date.ts'
import { standingStages } from '../../books/cooperation/partnership-stage.ts'
import { partnershipStages, type PartnershipStage as Stage } from '../../books/cooperation/records.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { CooperationReads, CooperationWrites, Doing } from './cooperation-record.ts'
import { keep, missingReferences, type Written } from './write-record.ts'

type Record = Pick<CooperationReads, 'findCooperation' | 'listCooperation'> &
  Pick<CooperationWrites, 'keepCooperation' | 'lockCooperation' | 'addChange'>

export interface StageForm {
  stage: string
  /** As far as it is known. */
  on: string
  /** Number of the source that says so; null: none is named. */
  source: number | null
}

/**
 * A sister city has come a stage further. Stages are only ever added; one that was entered by mistake is taken back (`withdraw-stage.ts`). Call it in a transaction. null: no such partnership.
 *
 * @param input.today  ISO day in the city's time zone
 */
export async function addStage(input: Doing & { number: number; form: StageForm; today: string }, record: Record): Promise<Written | null> {
  const { city, number, form } = input
  const before = await record.findCooperation(city, 'partnership', number)
  if (before === null) return null
  // A source that is named is public now, and stays so until this is stored.
  if (before.publishedAt !== null) await record.lockCooperation(city)
  const { stages } = before.content
  const stage = partnershipStages.find((one) => one === form.stage)
  const on = parsePartialDate(form.on)
  const named = form.source === null ? [] : [{ field: 'stage-source', to: 'source' as const, number: form.source }]
  const problems: Refusal[] = [
    ...(stage === undefined ? [{ code: 'choice_unknown', field: 'stage' }] : []),
    ...problemsOfDay(form.on, on, input.today),
    ...(await missingReferences(city, named, record, before.publishedAt !== null)),
    ...(on !== null && standingStages(stages).some((one) => one.stage === stage && one.on === on)
      ? [{ code: 'stage_is_there', field: 'stage' }]
      : []),
  ]
  if (problems.length > 0 || stage === undefined || on === null) return { ok: false, problems }
  const after = { ...before.content, stages: [...stages, { stage, on, source: form.source }].sort(oldestFirst) }
  return await keep(input, before, { ...before, content: after }, 'cooperation.stage', record)
}

function problemsOfDay(text: string, on: string | null, today: string): Refusal[] {
  if (on === null) return [{ code: 'date_unreadable', field: 'stage-on', details: { value: text } }]
  if (on === '') return [{ code: 'field_empty', field: 'stage-on' }]
  return firstDayOf(on)! > today ? [{ code: 'day_in_future', field: 'stage-on' }] : []
}

/** By the last day that each may mean, as `partnershipOn` reads them; of one day they stay in the order in which they were written down. */
const oldestFirst = (a: Stage, b: Stage): number => (lastDayOf(a.on) ?? '').localeCompare(lastDayOf(b.on) ?? '')
