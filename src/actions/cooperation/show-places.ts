import type { SourceName, Place } from '../../books/cooperation/public-views.ts'
import type { Evidence } from '../../books/cooperation/evidence.ts'
import type { CooperationRecord } from '../../books/cooperation/records.ts'
import { pageOfPlace } from '../../books/cooperation/text-pages.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { PublicReads } from './public-record.ts'

/** Places with their sources, in the given order. One in a source that is not public is left out. */
export async function showPlaces(city: City, evidence: readonly Evidence[], needs: Pick<PublicReads, 'listCooperation'>): Promise<Place[]> {
  const numbers = [...new Set(evidence.map(({ source }) => source))]
  const sources = new Map((await needs.listCooperation(city, 'source', { numbers })).map((source) => [source.number, source]))
  return evidence.flatMap((one) => {
    const source = sources.get(one.source)
    return source === undefined ? [] : [{ evidence: one, source: nameSource(source), page: pageOfPlace(source.content.text, one.start) }]
  })
}

export function nameSource({ number, content }: CooperationRecord<'source'>): SourceName {
  const { text: _, ...name } = content
  return { number, ...name }
}

/** The sources of several places, each once, in the order of their numbers. */
export const sourcesOf = (places: readonly Place[]): SourceName[] =>
  [...new Map(places.map(({ source }) => [source.number, source])).values()].sort((a, b) => a.number - b.number)
