import { isItemScheme, isSame, referencesOf, type Artefact, type ArtefactKind } from '../../formats/sdmx/artefact.ts'
import { rootAgency, sdmxAgencyOf } from '../../books/indicators/sdmx/agency.ts'
import { openCube, type CityCube } from './city-cube.ts'
import { cityArtefacts, rootArtefacts } from './city-artefacts.ts'
import { isVersionAsked, type ArtefactQuery } from './data-query.ts'
import { changedAt } from './find-flows.ts'
import type { SdmxRecord } from './sdmx-record.ts'

export const structureDetails = [
  'full',
  'raw',
  'allstubs',
  'allcompletestubs',
  'referencestubs',
  'referencecompletestubs',
  'referencepartial',
] as const
export const structureReferences = ['none', 'parents', 'parentsandsiblings', 'ancestors', 'children', 'descendants', 'all'] as const

/** A question for structures, whatever version of the interface it came by. */
export interface StructureQuery extends ArtefactQuery {
  /** null: every kind. */
  kinds: readonly ArtefactKind[] | null
  /** Items of item schemes; null: all. */
  items: readonly string[] | null
  detail: (typeof structureDetails)[number]
  references: ReadonlyArray<(typeof structureReferences)[number] | ArtefactKind>
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
    const cube = await openCube(city, now, record)
    cubes.push(cube)
    states.push({ asOf: now, releases: await record.listReleases(city, now) })
  }
  const all = [...rootArtefacts(cubes), ...cubes.flatMap(cityArtefacts)]
  const matched = all.filter((artefact) => isAsked(artefact, query)).map((artefact) => withItems(artefact, query.items))
  const around = referenced(all, matched, query.references)
  return {
    artefacts: [...matched, ...around].map((artefact, at) => detailed(artefact, at < matched.length, query.detail, matched, all)),
    changedAt: changedAt(states),
  }
}

const isAsked = ({ kind, agency, id }: Artefact, { kinds, agencies, ids, versions }: StructureQuery): boolean =>
  (kinds === null || kinds.includes(kind)) &&
  (agencies === null || agencies.includes(agency)) &&
  (ids === null || ids.includes(id)) &&
  isVersionAsked(versions)

/** Only the items asked for, with those above them. */
function withItems(artefact: Artefact, wanted: readonly string[] | null): Artefact {
  if (wanted === null || !isItemScheme(artefact)) return artefact
  return { ...artefact, items: artefact.items.filter(({ id }) => wanted.includes(id)), isPartial: true }
}

/** Artefacts around those that matched, without these. */
function referenced(all: readonly Artefact[], matched: readonly Artefact[], wanted: StructureQuery['references']): Artefact[] {
  const below = (some: readonly Artefact[]) => all.filter((one) => some.some((from) => referencesOf(from).some((ref) => isSame(ref, one))))
  const above = (some: readonly Artefact[]) => all.filter((one) => referencesOf(one).some((ref) => some.some((to) => isSame(ref, to))))
  const furthest = (step: (some: readonly Artefact[]) => Artefact[]): Set<Artefact> => {
    const found = new Set<Artefact>()
    for (let border = step(matched); border.length > 0; border = step(border).filter((one) => !found.has(one)))
      for (const one of border) found.add(one)
    return found
  }
  const withSiblings = () => {
    const parents = above(matched)
    return new Set([...parents, ...below(parents)])
  }
  const found = new Set<Artefact>()
  const add = (some: Iterable<Artefact>): void => {
    for (const one of some) found.add(one)
  }
  for (const one of wanted) {
    if (one === 'parents') add(above(matched))
    else if (one === 'ancestors') add(furthest(above))
    else if (one === 'children') add(below(matched))
    else if (one === 'descendants') add(furthest(below))
    else if (one === 'parentsandsiblings') add(withSiblings())
    else if (one === 'all') add([...withSiblings(), ...furthest(below)])
    else if (one !== 'none') add([...furthest(above), ...withSiblings(), ...furthest(below)].filter(({ kind }) => kind === one))
  }
  return [...found].filter((one) => !matched.some((other) => isSame(one, other)))
}

function detailed(
  artefact: Artefact,
  isMatched: boolean,
  detail: StructureQuery['detail'],
  matched: readonly Artefact[],
  all: readonly Artefact[],
): Artefact {
  const isStub =
    detail === 'allstubs' ||
    detail === 'allcompletestubs' ||
    (!isMatched && (detail === 'referencestubs' || detail === 'referencecompletestubs'))
  if (isStub) return { ...artefact, isStub }
  return detail === 'referencepartial' && !isMatched ? usedOnly(artefact, matched, all) : artefact
}

/** Of a scheme the items that the structures need that were asked for: concepts of their components, and codes of which there are data. */
function usedOnly(artefact: Artefact, matched: readonly Artefact[], all: readonly Artefact[]): Artefact {
  if (artefact.kind !== 'conceptscheme' && artefact.kind !== 'codelist') return artefact
  const flows = matched.filter(({ kind }) => kind === 'dataflow')
  const structures = all
    .filter((one) => one.kind === 'datastructure')
    .filter((one) => matched.includes(one) || flows.some((flow) => referencesOf(flow).some((ref) => isSame(ref, one))))
  const components = structures.flatMap(({ definition }) => [
    ...definition.dimensions,
    definition.timeDimension,
    definition.measure,
    ...definition.attributes,
  ])
  if (artefact.kind === 'conceptscheme') {
    const used = new Set(components.filter(({ scheme }) => scheme.id === artefact.id).map(({ concept }) => concept))
    return { ...artefact, items: artefact.items.filter(({ id }) => used.has(id)), isPartial: true }
  }
  const of = components.filter(({ codelist }) => codelist?.id === artefact.id).map(({ id }) => id)
  const constraints = all
    .filter((one) => one.kind === 'dataconstraint')
    .filter(({ attachedTo }) => flows.some((flow) => isSame(attachedTo, flow)))
  const codes = constraints.map(({ values }) => of.flatMap((id) => values.get(id) ?? []))
  if (codes.length === 0 || codes.some((list) => list.length === 0)) return artefact
  const used = new Set(codes.flat())
  return { ...artefact, items: artefact.items.filter(({ id }) => used.has(id)), isPartial: true }
}
