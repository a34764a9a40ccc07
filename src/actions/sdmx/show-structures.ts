import { isItemScheme, nameOf, type Artefact, type ArtefactKind, type DataConstraint } from '../../formats/sdmx/artefact.ts'
import { rootAgency, sdmxAgencyOf } from '../../books/indicators/sdmx/agency.ts'
import { openCube, type CityCube } from './city-cube.ts'
import { cityArtefacts } from './city-artefacts.ts'
import { rootArtefacts } from './root-artefacts.ts'
import { isVersionAsked, type ArtefactQuery } from './data-query.ts'
import { changedAt } from './find-flows.ts'
import type { SdmxRecord } from './sdmx-record.ts'
import { artefactsAround, type StructureReferences } from './structure-graph.ts'

export const structureDetails = [
  'full',
  'raw',
  'allstubs',
  'allcompletestubs',
  'referencestubs',
  'referencecompletestubs',
  'referencepartial',
] as const

/** A question for structures, whatever version of the interface it came by. */
export interface StructureQuery extends ArtefactQuery {
  /** null: every kind. */
  kinds: readonly ArtefactKind[] | null
  /** Of constraints only these; null: all. */
  role: DataConstraint['role'] | null
  /** Items of item schemes; null: all. */
  items: readonly string[] | null
  detail: (typeof structureDetails)[number]
  references: readonly StructureReferences[]
}

export interface FoundStructures {
  artefacts: Artefact[]
  changedAt: Date
}

/** The artefacts that were asked for, and those around them, as the record stands now. */
export async function showStructures(query: StructureQuery, now: Date, record: SdmxRecord): Promise<FoundStructures> {
  const cubes: CityCube[] = []
  const states: Array<Parameters<typeof changedAt>[0][number]> = []
  const needsAll = query.agencies === null || query.agencies.includes(rootAgency) || query.agencies.includes('SDMX')
  for (const city of await record.listCities()) {
    if (!needsAll && !query.agencies?.includes(sdmxAgencyOf(city.slug))) continue
    const releases = await record.listReleases(city, now)
    cubes.push(await openCube(city, now, releases, record))
    states.push({ asOf: now, releases })
  }
  const all = [...rootArtefacts(cubes), ...cubes.flatMap(cityArtefacts)]
  const matched = all.filter((artefact) => isAsked(artefact, query)).map((artefact) => withItems(artefact, query.items))
  const around = artefactsAround(all, matched, query.references)
  return {
    artefacts: [...matched, ...around].map((artefact, at) => detailed(artefact, at < matched.length, query.detail, matched, all)),
    changedAt: changedAt(states),
  }
}

const isAsked = (artefact: Artefact, { kinds, role, agencies, ids, versions }: StructureQuery): boolean =>
  (kinds === null || kinds.includes(artefact.kind)) &&
  (role === null || (artefact.kind === 'dataconstraint' && artefact.role === role)) &&
  (agencies === null || agencies.includes(artefact.agency)) &&
  (ids === null || ids.includes(artefact.id)) &&
  isVersionAsked(versions)

/** Only the items asked for. */
function withItems(artefact: Artefact, wanted: readonly string[] | null): Artefact {
  if (wanted === null || !isItemScheme(artefact)) return artefact
  return { ...artefact, items: artefact.items.filter(({ id }) => wanted.includes(id)), isPartial: true }
}

function detailed(
  artefact: Artefact,
  isMatched: boolean,
  detail: StructureQuery['detail'],
  matched: readonly Artefact[],
  all: readonly Artefact[],
): Artefact {
  const isReferenceStub = !isMatched && (detail === 'referencestubs' || detail === 'referencecompletestubs')
  if (detail === 'allcompletestubs' || (isReferenceStub && detail === 'referencecompletestubs')) return { ...artefact, isStub: true }
  if (detail === 'allstubs' || isReferenceStub) {
    const { descriptions: _told, ...stub } = artefact
    return { ...stub, isStub: true }
  }
  return detail === 'referencepartial' && !isMatched ? usedOnly(artefact, matched, all) : artefact
}

/** Of a scheme the items that the structures need that were asked for: concepts of their components, and codes of which there are data. */
function usedOnly(artefact: Artefact, matched: readonly Artefact[], all: readonly Artefact[]): Artefact {
  if (artefact.kind !== 'conceptscheme' && artefact.kind !== 'codelist') return artefact
  const attached = matched.flatMap((one) => (one.kind === 'dataconstraint' ? [nameOf(one.attachedTo)] : []))
  const flows = all.filter((one) => one.kind === 'dataflow' && (attached.includes(nameOf(one)) || matched.includes(one)))
  const needed = new Set(flows.flatMap((flow) => (flow.kind === 'dataflow' ? [nameOf({ ...flow.structure, kind: 'datastructure' })] : [])))
  const components = all
    .filter((one) => one.kind === 'datastructure')
    .filter((one) => matched.includes(one) || needed.has(nameOf(one)))
    .flatMap(({ definition: { dimensions, timeDimension, measure, attributes } }) => [...dimensions, timeDimension, measure, ...attributes])
  if (artefact.kind === 'conceptscheme') {
    const used = new Set(components.filter(({ scheme }) => scheme.id === artefact.id).map(({ concept }) => concept))
    return { ...artefact, items: artefact.items.filter(({ id }) => used.has(id)), isPartial: true }
  }
  const of = components.filter(({ codelist }) => codelist?.id === artefact.id).map(({ id }) => id)
  const names = new Set(flows.map(nameOf))
  const codes = all
    .filter((one) => one.kind === 'dataconstraint' && one.role === 'Actual' && names.has(nameOf(one.attachedTo)))
    .map((one) => of.flatMap((id) => (one.kind === 'dataconstraint' ? (one.values.get(id) ?? []) : [])))
  if (codes.length === 0 || codes.some((list) => list.length === 0)) return artefact
  const used = new Set(codes.flat())
  return { ...artefact, items: artefact.items.filter(({ id }) => used.has(id)), isPartial: true }
}
