import type { PursuedRecord } from '../../books/cooperation/desk-view.ts'
import { heldAgainst, promiseEvidence, type Pursued } from '../../books/cooperation/kept.ts'
import { statusOn } from '../../books/cooperation/status.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { choicesOf, namedRecords } from './desk-named.ts'
import { showCommitments } from './show-commitments.ts'

/** @returns null: there is none of this number */
export async function showPursued(
  { city, subject, today }: { city: City; subject: Pursued; today: string },
  needs: Pick<
    CooperationReads,
    'findCooperation' | 'countCooperation' | 'listCooperation' | 'listEvidence' | 'listStatusEvents' | 'listDeadlines'
  > & { listNames(personIds: readonly string[]): Promise<Map<string, string>> },
): Promise<PursuedRecord | null> {
  const { kind, number } = subject
  const record = await needs.findCooperation(city, kind, number)
  if (record === null) return null
  const [evidence, events, deadlines, offered] = await Promise.all([
    needs.listEvidence(city, kind, [number]),
    needs.listStatusEvents(city, kind, [number]),
    needs.listDeadlines(city, kind, [number]),
    choicesOf(city, ['source'], needs),
  ])
  const promiseSources = promiseEvidence(evidence, events).map(({ source }) => source)
  const due = deadlines.at(-1)?.due ?? ''
  const [commitment] = kind === 'commitment' ? await showCommitments({ city, filter: { numbers: [number] }, today }, needs) : []
  const people = [...events.map(({ enteredBy }) => enteredBy), ...deadlines.map(({ setBy }) => setBy)]
  return {
    ...{ record, evidence, events, deadlines, due },
    status: statusOn(heldAgainst(events, promiseSources), due, today),
    commitment: commitment ?? null,
    sources: offered.get('source') ?? { isLong: false, records: [] },
    named: await namedRecords(
      city,
      [record],
      evidence.map(({ source }) => ({ to: 'source', number: source })),
      needs,
    ),
    names: await needs.listNames([...new Set(people.flatMap((one) => one ?? []))]),
  }
}
