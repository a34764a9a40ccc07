import type { PartnerView, SisterCity } from '../../books/cooperation/public-views.ts'
import { dayOfEvent, newestFirst } from '../../books/cooperation/event-tree.ts'
import { partnershipOn, standingStages, type PartnershipState } from '../../books/cooperation/partnership-stage.ts'
import type { CooperationRecord } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
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
  const { memberships, commitments, agreements, projects, events } = (await sharedWith(city, [number], record)).get(number)!
  const partnerships = await record.listCooperation(city, 'partnership', { having: { partner: number } })
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
export async function showSisterCities({ city, asOf, today }: PublicInput, needs: PublicReads): Promise<ReadonlyMap<number, SisterCity>> {
  const record = publicRecord(asOf, needs)
  const partnerships = await record.listCooperation(city, 'partnership')
  const shared = await sharedWith(city, [...new Set(partnerships.map(({ content }) => content.partner))], record)
  return new Map(
    partnerships.map((partnership) => {
      const { partner } = partnership.content
      const { events, agreements } = shared.get(partner)!
      return [partner, { partnership: partnership.number, state: stateOf(partnership, events, agreements, today) }]
    }),
  )
}

/** Everything that the city and a partner have in common. */
interface Shared {
  memberships: Array<CooperationRecord<'membership'>>
  /** Newest first, as the events are. */
  commitments: Array<CooperationRecord<'commitment'>>
  agreements: Array<CooperationRecord<'agreement'>>
  projects: Array<CooperationRecord<'project'>>
  /** In which the partner or somebody of it took part, or at which it promised, signed or planned something. */
  events: Array<CooperationRecord<'event'>>
}

/** By the number of the partner; read together, however many there are. */
async function sharedWith(city: City, partners: readonly number[], record: PublicReads): Promise<Map<number, Shared>> {
  const [memberships, commitments, agreements, projects] = await Promise.all([
    record.listCooperation(city, 'membership', { havingOne: partners.map((partner) => ({ partner })) }),
    record.listCooperation(city, 'commitment', { havingOne: partners.flatMap((partner) => [{ by: [partner] }, { to: [partner] }]) }),
    record.listCooperation(city, 'agreement', { havingOne: partners.map((partner) => ({ parties: [partner] })) }),
    record.listCooperation(city, 'project', { havingOne: partners.map((partner) => ({ parties: [partner] })) }),
  ])
  const people = [...new Set(memberships.map(({ content }) => content.person))]
  const attendances = await record.listCooperation(city, 'attendance', {
    havingOne: [...partners.flatMap((partner) => [{ partner }, { onBehalfOf: partner }]), ...people.map((person) => ({ person }))],
  })
  const named = [...attendances, ...commitments, ...agreements, ...projects].flatMap(({ content }) => content.event ?? [])
  const events = await record.listCooperation(city, 'event', { numbers: [...new Set(named)] })
  return new Map(
    partners.map((partner) => {
      const own = {
        memberships: memberships.filter(({ content }) => content.partner === partner),
        commitments: commitments.filter(({ content: { by, to } }) => by.includes(partner) || to.includes(partner)).reverse(),
        agreements: agreements.filter(({ content }) => content.parties.includes(partner)),
        projects: projects.filter(({ content }) => content.parties.includes(partner)),
      }
      const members = new Set(own.memberships.map(({ content }) => content.person))
      const attended = attendances.filter(
        ({ content }) =>
          content.partner === partner || content.onBehalfOf === partner || (content.person !== null && members.has(content.person)),
      )
      const at = new Set([...attended, ...own.commitments, ...own.agreements, ...own.projects].map(({ content }) => content.event))
      return [partner, { ...own, events: events.filter(({ number }) => at.has(number)).sort(newestFirst) }]
    }),
  )
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
  return partnershipOn(standingStages(content.stages), [...held, ...signed], today)
}
