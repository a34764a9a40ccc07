import type { PartnerView } from '../../books/cooperation/public-views.ts'
import { dayOfEvent, newestFirst } from '../../books/cooperation/event-tree.ts'
import { partnershipOn } from '../../books/cooperation/partnership-stage.ts'
import type { CooperationRecord } from '../../books/cooperation/records.ts'
import { namePeople } from './name-parties.ts'
import { publicRecord, type PublicInput, type PublicReads } from './public-record.ts'
import { showCommitments } from './show-commitments.ts'

/** Commitments that a partner's page shows; the list has all of them. */
const mostCommitments = 20

/** Somebody opens a partner, a sister city among them; null: there is none. */
export async function showPartner(input: PublicInput & { number: number }, needs: PublicReads): Promise<PartnerView | null> {
  const { city, asOf, today, number } = input
  const record = publicRecord(asOf, needs)
  const partner = await record.findCooperation(city, 'partner', number)
  if (partner === null) return null
  const memberships = await record.listCooperation(city, 'membership', { having: { partner: number } })
  const [people, made, received, agreements, projects, partnerships] = await Promise.all([
    namePeople(
      city,
      memberships.map(({ content }) => content.person),
      [],
      record,
    ),
    record.listCooperation(city, 'commitment', { having: { by: [number] } }),
    record.listCooperation(city, 'commitment', { having: { to: [number] } }),
    record.listCooperation(city, 'agreement', { having: { parties: [number] } }),
    record.listCooperation(city, 'project', { having: { parties: [number] } }),
    record.listCooperation(city, 'partnership', { having: { partner: number } }),
  ])
  const commitments = [...new Map([...made, ...received].map((one) => [one.number, one])).values()].sort((a, b) => b.number - a.number)
  const events = await eventsOf(input, memberships, [...commitments, ...agreements, ...projects], record)
  const shown = commitments.slice(0, mostCommitments).map((one) => one.number)
  const sources = await record.listCooperation(city, 'source', {
    numbers: partnerships.flatMap(({ content }) => content.stages.flatMap(({ source }) => source ?? [])),
  })
  return {
    partner,
    people: memberships.flatMap((membership) => {
      const person = people.get(membership.content.person)
      return person === undefined ? [] : [{ person, membership }]
    }),
    partnerships: partnerships.map((partnership) => ({
      partnership,
      state: partnershipOn(partnership.content.stages, daysOf(events, agreements), today),
      agreement: agreements.find((one) => one.number === partnership.content.agreement) ?? null,
      sources: new Set(sources.map((one) => one.number)),
    })),
    events,
    commitments: (await showCommitments({ city, filter: { numbers: shown }, today }, record)).reverse(),
    all: commitments.length,
    agreements,
    projects,
  }
}

/** What counts as something that the two did together: an event that was held, or an agreement that was signed. */
const daysOf = (events: PartnerView['events'], agreements: PartnerView['agreements']): string[] => [
  ...events.flatMap(({ content }) => (content.state === 'held' ? [dayOfEvent(content)] : [])),
  ...agreements.map(({ content }) => content.signedOn),
]

/** Events in which the partner or somebody of it took part, or at which it promised, signed or planned something; newest first. */
async function eventsOf(
  { city, number }: PublicInput & { number: number },
  memberships: ReadonlyArray<CooperationRecord<'membership'>>,
  records: ReadonlyArray<{ content: { event: number | null } }>,
  record: PublicReads,
): Promise<Array<CooperationRecord<'event'>>> {
  const attended = await Promise.all([
    record.listCooperation(city, 'attendance', { having: { partner: number } }),
    record.listCooperation(city, 'attendance', { having: { onBehalfOf: number } }),
    ...[...new Set(memberships.map(({ content }) => content.person))].map((person) =>
      record.listCooperation(city, 'attendance', { having: { person } }),
    ),
  ])
  const numbers = [...attended.flat(), ...records].flatMap(({ content }) => content.event ?? [])
  return (await record.listCooperation(city, 'event', { numbers: [...new Set(numbers)] })).sort(newestFirst)
}
