import { dayOfPromise, movedDayProblems as problemsOfDay } from '../../books/cooperation/date-order.ts'
import type { Commitment, CooperationEvent, CooperationRecord } from '../../books/cooperation/records.ts'
import { inForce } from '../../books/cooperation/status.ts'
import { heldAgainst } from '../../books/cooperation/kept.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { CooperationReads } from './cooperation-record.ts'

type Reads = Pick<CooperationReads, 'findCooperation' | 'listCooperation' | 'listStatusEvents' | 'listDeadlines'>

/**
 * A changed record would move the day of a promise past what became of it already: its own day, the event that it names, or the day of that
 * event. Nothing is said of days that stay as they were.
 */
export async function movedDayProblems(city: City, before: CooperationRecord, content: unknown, record: Reads): Promise<Refusal[]> {
  if (before.kind === 'commitment')
    return await ofCommitment(city, before as CooperationRecord<'commitment'>, content as Commitment, record)
  if (before.kind === 'event') return await ofEvent(city, before as CooperationRecord<'event'>, content as CooperationEvent, record)
  return []
}

async function ofCommitment(city: City, before: CooperationRecord<'commitment'>, content: Commitment, record: Reads): Promise<Refusal[]> {
  const dayOf = async (one: Commitment) =>
    dayOfPromise(one, one.event === null ? null : ((await record.findCooperation(city, 'event', one.event))?.content ?? null))
  const promised = await dayOf(content)
  if (promised === (await dayOf(before.content))) return []
  const became = await becameOf(city, [before.number], record)
  return problemsOfDay(content.madeOn === '' ? 'event' : 'madeOn', promised, became.get(before.number)!)
}

/** A commitment with a day of its own does not follow its event. */
async function ofEvent(city: City, before: CooperationRecord<'event'>, content: CooperationEvent, record: Reads): Promise<Refusal[]> {
  const promised = dayOfPromise({ madeOn: '' }, content)
  if (promised === dayOfPromise({ madeOn: '' }, before.content)) return []
  const there = await record.listCooperation(city, 'commitment', { having: { event: before.number, madeOn: '' } })
  const became = await becameOf(
    city,
    there.map(({ number }) => number),
    record,
  )
  const field = content.startsAt === '' ? 'dated' : 'startsAt'
  return there.flatMap(({ number }) => problemsOfDay(field, promised, became.get(number)!))
}

/** Deadline in force and days of what happened, by commitment; what was taken back did not happen. */
async function becameOf(city: City, numbers: readonly number[], record: Reads): Promise<Map<number, Parameters<typeof problemsOfDay>[2]>> {
  if (numbers.length === 0) return new Map()
  const [deadlines, events] = [
    await record.listDeadlines(city, 'commitment', numbers),
    await record.listStatusEvents(city, 'commitment', numbers),
  ]
  return new Map(
    numbers.map((number) => {
      const own = events.filter(({ subject }) => subject.number === number)
      const due = deadlines.findLast(({ subject }) => subject.number === number)?.due ?? ''
      return [number, { commitment: number, due, happened: inForce(heldAgainst(own, []), '9999-12-31').map(({ on }) => on) }]
    }),
  )
}
