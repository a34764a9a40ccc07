import type { PersonName } from '../../books/cooperation/public-views.ts'
import type { PartnerName } from '../../books/cooperation/commitment-view.ts'
import type { Attendance, CooperationRecord } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { PublicReads } from './public-record.ts'

/** Partners by number, as short as a page names them. */
export async function namePartners(
  city: City,
  numbers: ReadonlyArray<number | null>,
  needs: Pick<PublicReads, 'listCooperation'>,
): Promise<Map<number, PartnerName>> {
  const partners = await needs.listCooperation(city, 'partner', { numbers: known(numbers) })
  return new Map(partners.map(({ number, content }) => [number, { number, kind: content.kind, name: content.name }]))
}

/**
 * People by number, each with the office in which she took part; where that is not written down, with the one she holds.
 *
 * @param attendances  of the events that the page is about
 */
export async function namePeople(
  city: City,
  numbers: ReadonlyArray<number | null>,
  attendances: ReadonlyArray<CooperationRecord<'attendance'>>,
  needs: Pick<PublicReads, 'listCooperation'>,
): Promise<Map<number, PersonName>> {
  const people = await needs.listCooperation(city, 'person', { numbers: known(numbers) })
  const memberships = await needs.listCooperation(city, 'membership')
  const roleOf = (person: number): MultilingualText =>
    attendances.map(({ content }) => content).find((one) => one.person === person && hasWords(one))?.role ??
    memberships.findLast(({ content }) => content.person === person)?.content.role ??
    {}
  return new Map(people.map(({ number, content }) => [number, { number, ...content, role: roleOf(number) }]))
}

const hasWords = ({ role }: Attendance): boolean => Object.keys(role).length > 0
const known = (numbers: ReadonlyArray<number | null>): number[] => [...new Set(numbers.filter((number) => number !== null))]
