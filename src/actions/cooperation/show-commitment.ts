import type { OneCommitmentView } from '../../books/cooperation/public-views.ts'
import type { CatalogueReads } from '../catalogue-input.ts'
import { readCatalogue } from '../show-catalogue.ts'
import { namePeople } from './name-parties.ts'
import { publicRecord, type PublicInput, type PublicReads } from './public-record.ts'
import { showCommitments } from './show-commitments.ts'
import { showGoals, type GoalReads } from './show-goals.ts'
import { showPlaces } from './show-places.ts'

/** Somebody opens a commitment; null: there is none. */
export async function showCommitment(
  input: PublicInput & { number: number },
  needs: PublicReads & GoalReads & CatalogueReads,
): Promise<OneCommitmentView | null> {
  const { city, asOf, today, number } = input
  const record = publicRecord(asOf, needs)
  const [commitment] = await showCommitments({ city, filter: { numbers: [number] }, today }, record)
  if (commitment === undefined) return null
  const { content, evidence, events } = commitment
  const [all, people, dependsOn, assignments, goals, catalogue] = await Promise.all([
    record.listEvidence(city, 'commitment', [number]),
    namePeople(city, [content.announcedBy], [], record),
    showCommitments({ city, filter: { numbers: content.dependsOn }, today }, record),
    record.listCooperation(city, 'assignment', { having: { commitment: number } }),
    showGoals(input, needs),
    content.indicators.length === 0 ? null : readCatalogue(city, asOf, needs),
  ])
  const places = await showPlaces(city, all, record)
  const ofEvents = new Set(events.map((event) => event.evidence?.number))
  return {
    commitment,
    announcedBy: people.get(content.announcedBy ?? 0) ?? null,
    promise: places.filter((place) => evidence.some((one) => one.number === place.evidence.number)),
    places: new Map(places.flatMap((place) => (ofEvents.has(place.evidence.number) ? [[place.evidence.number, place] as const] : []))),
    dependsOn,
    assignments,
    goals: content.goals.flatMap((id) => goals.get(id) ?? []),
    indicators: (catalogue?.entries ?? []).filter(({ indicator }) => content.indicators.includes(indicator.code)),
  }
}
