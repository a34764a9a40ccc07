import { viewCommitment, type CommitmentView } from '../../books/cooperation/commitment-view.ts'
import type { RecordFilter } from '../../books/cooperation/record-filter.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'

type Needs = Pick<CooperationReads, 'listCooperation' | 'listEvidence' | 'listStatusEvents' | 'listDeadlines'>

/**
 * Commitments with their status, light, flags and tests.
 *
 * @param input.filter  which of them; all of the city where it is left out
 * @param input.today  ISO day in the city's time zone
 */
export async function showCommitments(
  input: { city: City; filter?: RecordFilter; today: string },
  needs: Needs,
): Promise<CommitmentView[]> {
  const { city, filter = {}, today } = input
  const commitments = await needs.listCooperation(city, 'commitment', filter)
  const numbers = filter.having === undefined && filter.numbers === undefined ? null : commitments.map(({ number }) => number)
  const partnerNumbers = [...new Set(commitments.flatMap(({ content }) => [...content.by, ...content.to]))]
  const eventNumbers = [...new Set(commitments.flatMap(({ content }) => content.event ?? []))]
  const [partners, events, evidence, happened, deadlines] = await Promise.all([
    needs.listCooperation(city, 'partner', { numbers: partnerNumbers }),
    needs.listCooperation(city, 'event', { numbers: eventNumbers }),
    needs.listEvidence(city, 'commitment', numbers),
    needs.listStatusEvents(city, 'commitment', numbers),
    needs.listDeadlines(city, 'commitment', numbers),
  ])
  const partnersByNumber = new Map(partners.map(({ number, content }) => [number, { number, kind: content.kind, name: content.name }]))
  const eventsByNumber = new Map(events.map(({ number, content }) => [number, { number, ...content }]))
  const evidenceOf = bySubject(evidence)
  const happenedTo = bySubject(happened)
  const deadlinesOf = bySubject(deadlines)
  return commitments.map((commitment) =>
    viewCommitment(
      commitment,
      {
        partners: partnersByNumber,
        event: commitment.content.event === null ? null : (eventsByNumber.get(commitment.content.event) ?? null),
        evidence: evidenceOf.get(commitment.number) ?? [],
        events: happenedTo.get(commitment.number) ?? [],
        deadlines: deadlinesOf.get(commitment.number) ?? [],
      },
      today,
    ),
  )
}

/** What belongs to each subject, by its number. */
export function bySubject<Item extends { subject: { number: number } }>(items: readonly Item[]): Map<number, Item[]> {
  const groups = new Map<number, Item[]>()
  for (const item of items) {
    const group = groups.get(item.subject.number)
    if (group === undefined) groups.set(item.subject.number, [item])
    else group.push(item)
  }
  return groups
}
