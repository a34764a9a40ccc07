import type { PartnerView, SisterCity } from '../../books/cooperation/public-views.ts'
import { dayOfEvent, newestFirst } from '../../books/cooperation/event-tree.ts'
import { partnershipOn, type PartnershipState } from '../../books/cooperation/partnership-stage.ts'
import type { CooperationRecord } from '../../books/cooperation/records.ts'
import { countPromises } from '../../books/cooperation/strength.ts'
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
  const { memberships, commitments, agreements, projects, partnerships, events } = await sharedWith(input, record)
  const people = await namePeople(
    city,
    memberships.map(({ content }) => content.person),
    [],
    record,
  )
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
      state: stateOf(partnership, events, agreements, today),
      agreement: agreements.find((one) => one.number === partnership.content.agreement) ?? null,
      sources: new Set(sources.map((one) => one.number)),
    })),
    events,
    commitments: (await showCommitments({ city, filter: { numbers: shown }, today }, record)).reverse(),
    counts: countPromises(commitments.map(({ content }) => content.strength)),
    agreements,
    projects,
  }
}

/** How far each sister city has come, by the number of the partner. */
export async function showSisterCities(input: PublicInput, needs: PublicReads): Promise<ReadonlyMap<number, SisterCity>> {
  const record = publicRecord(input.asOf, needs)
  const cities = new Map<number, SisterCity>()
  for (const partnership of await record.listCooperation(input.city, 'partnership')) {
    const { partner } = partnership.content
    const { events, agreements } = await sharedWith({ ...input, number: partner }, record)
    cities.set(partner, { partnership: partnership.number, state: stateOf(partnership, events, agreements, input.today) })
  }
  return cities
}

/** Everything that the city and the partner have in common. */
async function sharedWith(input: PublicInput & { number: number }, record: PublicReads) {
  const { city, number } = input
  const [memberships, made, received, agreements, projects, partnerships] = await Promise.all([
    record.listCooperation(city, 'membership', { having: { partner: number } }),
    record.listCooperation(city, 'commitment', { having: { by: [number] } }),
    record.listCooperation(city, 'commitment', { having: { to: [number] } }),
    record.listCooperation(city, 'agreement', { having: { parties: [number] } }),
    record.listCooperation(city, 'project', { having: { parties: [number] } }),
    record.listCooperation(city, 'partnership', { having: { partner: number } }),
  ])
  const commitments = [...new Map([...made, ...received].map((one) => [one.number, one])).values()].sort((a, b) => b.number - a.number)
  const events = await eventsOf(input, memberships, [...commitments, ...agreements, ...projects], record)
  return { memberships, commitments, agreements, projects, partnerships, events }
}

/** What counts as something that the two did together: an event that was held, or an agreement that was signed. */
const stateOf = (
  { content }: CooperationRecord<'partnership'>,
  events: PartnerView['events'],
  agreements: PartnerView['agreements'],
  today: string,
): PartnershipState => {
  const held = events.flatMap((event) => (event.content.state === 'held' ? [dayOfEvent(event.content)] : []))
  const signed = agreements.map((agreement) => agreement.content.signedOn)
  return partnershipOn(content.stages, [...held, ...signed], today)
}

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
