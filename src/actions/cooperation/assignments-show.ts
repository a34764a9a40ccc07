import type { AssignmentLine } from '../../books/cooperation/assignment-list.ts'
import { heldAgainst, promiseEvidence } from '../../books/cooperation/kept.ts'
import { statusOn } from '../../books/cooperation/status.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { bySubject } from './show-commitments.ts'

type Needs = Pick<CooperationReads, 'listCooperation' | 'listEvidence' | 'listStatusEvents' | 'listDeadlines'>

/** All assignments of a city with deadline and status, in the order of their numbers. */
export async function showAssignments({ city, today }: { city: City; today: string }, needs: Needs): Promise<AssignmentLine[]> {
  const assignments = await needs.listCooperation(city, 'assignment')
  const numbersOf = (field: 'commitment' | 'event'): number[] => [...new Set(assignments.flatMap(({ content }) => content[field] ?? []))]
  const [evidence, happened, deadlines, commitments, events] = await Promise.all([
    needs.listEvidence(city, 'assignment', null),
    needs.listStatusEvents(city, 'assignment', null),
    needs.listDeadlines(city, 'assignment', null),
    needs.listCooperation(city, 'commitment', { numbers: numbersOf('commitment') }),
    needs.listCooperation(city, 'event', { numbers: numbersOf('event') }),
  ])
  const [evidenceOf, happenedTo, deadlinesOf] = [bySubject(evidence), bySubject(happened), bySubject(deadlines)]
  const titles = (records: ReadonlyArray<{ number: number; content: { title: AssignmentLine['content']['title'] } }>) =>
    new Map(records.map(({ number, content }) => [number, { number, title: content.title }]))
  const [commitmentTitles, eventTitles] = [titles(commitments), titles(events)]
  return assignments.map(({ number, content }) => {
    const own = happenedTo.get(number) ?? []
    const due = deadlinesOf.get(number)?.at(-1)?.due ?? ''
    const sources = promiseEvidence(evidenceOf.get(number) ?? [], own).map(({ source }) => source)
    return {
      ...{ number, content, due },
      timesMoved: Math.max(0, (deadlinesOf.get(number)?.length ?? 0) - 1),
      status: statusOn(heldAgainst(own, sources), due, today),
      commitment: commitmentTitles.get(content.commitment ?? 0) ?? null,
      event: eventTitles.get(content.event ?? 0) ?? null,
    }
  })
}
