import type { EventView } from '../../books/cooperation/public-views.ts'
import { branchOf, eventsIn } from '../../books/cooperation/event-tree.ts'
import { markQuote } from '../../books/cooperation/marked-quote.ts'
import type { CooperationRecord } from '../../books/cooperation/records.ts'
import type { EconomyReads } from '../economy/economy-record.ts'
import { namePartners, namePeople } from './name-parties.ts'
import { publicRecord, type PublicInput, type PublicReads } from './public-record.ts'
import { showCommitments } from './show-commitments.ts'
import { showGoals, type GoalReads } from './show-goals.ts'
import { showPlaces, sourcesOf } from './show-places.ts'

/** Somebody opens a visit or a meeting, with everything that took place within it; null: there is none. */
export async function showEvent(
  input: PublicInput & { number: number },
  needs: PublicReads & GoalReads & Pick<EconomyReads, 'listTwinNotes'>,
): Promise<EventView | null> {
  const { city, asOf, today, number } = input
  const record = publicRecord(asOf, needs)
  const event = await record.findCooperation(city, 'event', number)
  if (event === null) return null
  const all = await record.listCooperation(city, 'event')
  const branch = branchOf(event, all)
  const numbers = eventsIn(branch).map((one) => one.number)
  const ofTree = async <Kind extends 'attendance' | 'topic' | 'statement' | 'agreement' | 'project'>(kind: Kind) =>
    (await Promise.all(numbers.map((one) => record.listCooperation(city, kind, { having: { event: one } })))).flat()

  const attendances = await ofTree('attendance')
  const statements = await ofTree('statement')
  const topics = await ofTree('topic')
  const commitments = (
    await Promise.all(numbers.map((one) => showCommitments({ city, filter: { having: { event: one } }, today }, record)))
  ).flat()
  const [partners, people, goals, statementEvidence, eventEvidence] = await Promise.all([
    namePartners(
      city,
      attendances.flatMap(({ content }) => [content.partner, content.onBehalfOf]),
      record,
    ),
    namePeople(
      city,
      [...attendances.map(({ content }) => content.person), ...statements.flatMap(({ content }) => content.speakers)],
      attendances,
      record,
    ),
    showGoals(input, needs),
    record.listEvidence(
      city,
      'statement',
      statements.map((one) => one.number),
    ),
    record.listEvidence(city, 'event', numbers),
  ])
  const promises = commitments.flatMap((one) => one.evidence)
  const quoted = await showPlaces(city, statementEvidence, record)
  const others = await showPlaces(city, [...eventEvidence, ...promises], record)
  const notes = await needs.listTwinNotes(city, asOf)
  return {
    branch,
    above: aboveOf(event, all),
    participants: attendances.map(({ content }) => ({
      ...{ event: content.event, state: content.state, isDelegate: content.isDelegate, role: content.role },
      person: people.get(content.person ?? 0) ?? null,
      partner: partners.get(content.partner ?? 0) ?? null,
      onBehalfOf: partners.get(content.onBehalfOf ?? 0) ?? null,
    })),
    quotes: statements.map((statement) => {
      const place = quoted.find(({ evidence }) => evidence.subject.number === statement.number) ?? null
      return {
        statement,
        pieces: markQuote(statement.content.text, place?.evidence ?? null, promises),
        speakers: statement.content.speakers.flatMap((one) => people.get(one) ?? []),
        place,
        notes: notes
          .filter(({ a, b }) => [...a.askedBy, ...b.askedBy].includes(statement.number))
          .map(({ b }) => ({ code: b.code, name: b.name })),
      }
    }),
    topics: topics.map((topic) => ({ topic, goals: topic.content.goals.flatMap((id) => goals.get(id) ?? []) })),
    commitments: commitments.sort((a, b) => a.number - b.number),
    agreements: await ofTree('agreement'),
    projects: await ofTree('project'),
    sources: sourcesOf([...quoted, ...others]),
  }
}

function aboveOf(event: CooperationRecord<'event'>, all: ReadonlyArray<CooperationRecord<'event'>>): Array<CooperationRecord<'event'>> {
  const above: Array<CooperationRecord<'event'>> = []
  for (let one = event; one.content.parent !== null;) {
    const parent = all.find(({ number }) => number === one.content.parent)
    if (parent === undefined || parent === event || above.includes(parent)) break
    above.unshift(parent)
    one = parent
  }
  return above
}
