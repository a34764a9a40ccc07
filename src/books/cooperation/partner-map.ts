import { greatCircle } from '../../kernel/great-circle.ts'
import type { CooperationRecord } from './records.ts'

type PartnerRecord = CooperationRecord<'partner'>

/** Where partners are, as seen from the city. */
export interface PartnerMap {
  middle: PartnerRecord
  /** Nearest first; partners within a few kilometres of each other stand together. */
  places: ReadonlyArray<{ km: number; bearing: number; partners: readonly PartnerRecord[] }>
}

/** Closer than this, two partners are in one city. */
const togetherKm = 30

/**
 * Partners by distance and direction from the city.
 *
 * @param own  the city's own administration
 * @returns null: nobody wrote down where the city stands, or no partner does
 */
export function mapPartners(own: PartnerRecord | null, partners: readonly PartnerRecord[]): PartnerMap | null {
  const from = own && pointOf(own)
  if (own === null || from === null) return null
  const places: Array<{ km: number; bearing: number; at: { lon: number; lat: number }; partners: PartnerRecord[] }> = []
  for (const partner of partners) {
    const at = pointOf(partner)
    if (at === null) continue
    const near = places.find((place) => greatCircle(place.at, at).km < togetherKm)
    if (near === undefined) places.push({ ...greatCircle(from, at), at, partners: [partner] })
    // A city gives its name to the place; who else is there follows.
    else if (partner.content.kind === 'city') near.partners.unshift(partner)
    else near.partners.push(partner)
  }
  if (places.length === 0) return null
  return {
    middle: own,
    places: places.map(({ km, bearing, partners: there }) => ({ km, bearing, partners: there })).sort((a, b) => a.km - b.km),
  }
}

const pointOf = ({ content: { lon, lat } }: PartnerRecord): { lon: number; lat: number } | null =>
  lon === null || lat === null ? null : { lon, lat }
