import type { CooperationRecord } from '../../../books/cooperation/records.ts'
import { idOf, inOne, object, wholeDay, type OparlObject, type OparlPlace, type Times } from './object.ts'

export function writeOrganization(
  { number, content }: CooperationRecord<'partner'>,
  memberships: readonly number[],
  times: Times,
  place: OparlPlace,
): OparlObject {
  const { kind, name, country, lon, lat } = content
  return object(place, 'organization', number, 'Organization', times, {
    body: place.body,
    name: inOne(name),
    organizationType: kind === 'group' ? 'Sonstiges' : 'Institution',
    classification: kind,
    membership: memberships.map((one) => idOf(place, 'membership', one)),
    location: lon === null || lat === null ? undefined : writePartnerLocation({ number, content }, times, place),
    web: place.pageOf(`/cooperation/partners/${number}`),
    'bagdar:name': name,
    'bagdar:country': country || undefined,
  })
}

export function writePerson(
  { number, content }: CooperationRecord<'person'>,
  memberships: readonly OparlObject[],
  times: Times,
  place: OparlPlace,
): OparlObject {
  return object(place, 'person', number, 'Person', times, {
    body: place.body,
    name: content.nameAsWritten,
    // Inside the person the way back to her is left out (chapter 3.0).
    membership: memberships.map(({ person: _person, ...membership }) => membership),
    'bagdar:name': content.names,
  })
}

export function writeMembership({ number, content }: CooperationRecord<'membership'>, times: Times, place: OparlPlace): OparlObject {
  const { person, partner, role, from, until } = content
  return object(place, 'membership', number, 'Membership', times, {
    person: idOf(place, 'person', person),
    organization: idOf(place, 'organization', partner),
    role: inOne(role),
    startDate: wholeDay(from),
    endDate: wholeDay(until),
    'bagdar:role': role,
    'bagdar:from': from || undefined,
    'bagdar:until': until || undefined,
  })
}

export const writePartnerLocation = (
  { number, content }: Pick<CooperationRecord<'partner'>, 'number' | 'content'>,
  times: Times,
  place: OparlPlace,
): OparlObject =>
  object(place, 'location', `partner-${number}`, 'Location', times, {
    description: inOne(content.name),
    geojson: { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [content.lon, content.lat] } },
  })
