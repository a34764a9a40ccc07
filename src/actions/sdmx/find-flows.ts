import { momentOf } from '../../books/as-of.ts'
import { writeCodeId } from '../../books/indicators/sdmx/code-id.ts'
import type { Release } from '../../books/indicators/figure.ts'
import type { Flow } from '../../books/indicators/sdmx/flow.ts'
import type { MessageStructure } from '../../formats/sdmx/model.ts'
import { sdmxAgencyOf } from '../../books/indicators/sdmx/agency.ts'
import { openCube, type CityCube } from './city-cube.ts'
import { isVersionAsked, version, type DataContext, type DataQuery, type ProviderRef } from './data-query.ts'
import type { SdmxRecord } from './sdmx-record.ts'

/** A flow that was asked for, under the name by which it was asked for. */
export interface FoundFlow {
  cube: CityCube
  flow: Flow
  structure: MessageStructure
  asOf: Date
  /** What had been published by then, and what of it withdrawn. */
  releases: readonly Release[]
}

/** The id of the provision agreement with a source. */
export const agreementIdOf = (source: string): string => `PA_${writeCodeId(source)}`

/** All flows that are meant, city by city. */
export async function findFlows(query: DataQuery, now: Date, record: SdmxRecord): Promise<FoundFlow[]> {
  const found: FoundFlow[] = []
  if (!isVersionAsked(query.versions)) return found
  for (const city of await record.listCities()) {
    const agency = sdmxAgencyOf(city.slug)
    if (query.agencies !== null && !query.agencies.includes(agency)) continue
    const asOf = momentOf(query.asOf, city.timeZone, now)
    const releases = await record.listReleases(city, asOf)
    const cube = await openCube(city, asOf, releases, record)
    for (const [id, flow] of named(cube, query.context)) {
      if (query.ids !== null && !query.ids.includes(id)) continue
      const structure = { kind: query.context, agency, id, version }
      const flows = query.providers === null ? [{ flow, structure }] : byProvider(cube, { flow, structure }, query.providers)
      found.push(...flows.map((one) => ({ cube, asOf, releases, ...one })))
    }
  }
  return found
}

/** What each provider gave of a flow. What he gave of everything, he gave by an agreement, and goes out under its name. */
function byProvider(
  { agency, contents }: CityCube,
  { flow, structure }: Pick<FoundFlow, 'flow' | 'structure'>,
  providers: readonly ProviderRef[],
): Array<Pick<FoundFlow, 'flow' | 'structure'>> {
  const asked = new Set(providers.filter((one) => one.agency === null || one.agency === agency).map(({ id }) => id))
  const sources = [...new Set(contents.measured.map(({ source }) => source))]
  return sources
    .filter((source) => asked.has(writeCodeId(source)) && (flow.source === null || flow.source === source))
    .map((source) => ({
      flow: { ...flow, source },
      structure: flow.id === 'FIGURES' ? { ...structure, kind: 'provisionagreement', id: agreementIdOf(source) } : structure,
    }))
}

/** The flows of a city by the ids that they have in a context. */
function named(cube: CityCube, context: DataContext): Array<[id: string, flow: Flow]> {
  if (context === 'dataflow') return cube.flows.map((flow) => [flow.id, flow])
  // Whatever has a structure is in one of the two flows that leave nothing out.
  if (context === 'datastructure') return cube.flows.filter(({ id, structure }) => id === structure).map((flow) => [flow.id, flow])
  const sources = [...new Set(cube.contents.measured.map(({ source }) => source))]
  return sources.map((source) => [agreementIdOf(source), { id: 'FIGURES', structure: 'FIGURES', goal: null, source, isOfficial: false }])
}

/** When the record last became as it was then: the last publication or withdrawal in any of the flows. */
export const changedAt = (found: ReadonlyArray<Pick<FoundFlow, 'asOf' | 'releases'>>): Date =>
  new Date(
    Math.max(
      0,
      ...found.flatMap(({ asOf, releases }) =>
        releases
          .flatMap(({ publishedAt, withdrawnAt }) => [publishedAt, withdrawnAt])
          .map((moment) => (moment === null ? 0 : Date.parse(moment)))
          .filter((moment) => moment <= asOf.getTime()),
      ),
    ),
  )
