import { pickText } from '../../books/text.ts'
import { dimensionsOf } from '../../books/indicators/sdmx/dimensions.ts'
import { artefactWords } from '../../books/indicators/sdmx/words.ts'
import { isItemScheme, type Artefact, type ArtefactKind, type DataConstraint } from '../../formats/sdmx/artefact.ts'
import { cityArtefacts, rootArtefacts } from './city-artefacts.ts'
import type { DataQuery, SdmxProblem } from './data-query.ts'
import { version } from './data-query.ts'
import { changedAt, findFlows, type FoundFlow } from './find-flows.ts'
import { namesOf } from './flow-names.ts'
import { checkQuery, noFlow, type DataNeeds } from './serve-data.ts'
import { selectData, type Reading } from './select-data.ts'
import type { FoundStructures } from './show-structures.ts'

export interface AvailabilityQuery {
  data: DataQuery
  /** Dimensions that are told of; null: all. */
  components: readonly string[] | null
  /** What the answer holds, or what could be asked for besides. */
  mode: 'exact' | 'available'
  references: ReadonlyArray<'none' | 'all' | ArtefactKind>
}

/** Which data there are for a question: codes per dimension, the first and last period, and how many series and observations. */
export async function showAvailability(query: AvailabilityQuery, needs: DataNeeds): Promise<FoundStructures | { problem: SdmxProblem }> {
  const found = await findFlows(query.data, needs.now, needs.record)
  if (found.length === 0) return { problem: { kind: 'not_found', says: noFlow(query.data) } }
  const problem = checkQuery(query.data, found)
  if (problem !== null) return { problem }
  const constraints: DataConstraint[] = []
  for (const flow of found) constraints.push(await constraintOf(flow, query, needs))
  const filled = constraints.filter(({ counts }) => (counts?.series ?? 0) > 0)
  if (filled.length === 0) return { problem: { kind: 'empty', says: 'No figure is as asked for.' } }
  return { artefacts: [...filled, ...around(found, filled, query.references)], changedAt: changedAt(found) }
}

interface Counted {
  values: Map<string, Set<string>>
  first: string | null
  last: string | null
  series: number
  observations: number
}

async function constraintOf(found: FoundFlow, { data, components, mode }: AvailabilityQuery, needs: DataNeeds): Promise<DataConstraint> {
  const { cube, flow, structure } = found
  const dimensions = dimensionsOf(flow.structure)
  const exact = await count(found, data, needs)
  if (mode === 'available') {
    // What else could be chosen of a dimension is what there is when nothing has been chosen of it yet.
    for (const [at, dimension] of dimensions.entries()) {
      const without = withoutChoice(data, dimension, at, dimensions.length)
      if (without !== null) exact.values.set(dimension, (await count(found, without, needs)).values.get(dimension) ?? new Set())
    }
  }
  const told = dimensions.filter((dimension) => components === null || components.includes(dimension))
  return {
    ...{ kind: 'dataconstraint', agency: structure.agency, id: `AVAILABLE_${structure.id}`, version, isStub: false },
    names: namesOf(cube.city.name, artefactWords.available),
    attachedTo: { ...structure, kind: structure.kind },
    values: new Map(told.map((dimension) => [dimension, [...(exact.values.get(dimension) ?? [])].sort()])),
    time:
      (components === null || components.includes('TIME_PERIOD')) && exact.first !== null && exact.last !== null
        ? [exact.first, exact.last]
        : null,
    counts: { series: exact.series, observations: exact.observations },
  }
}

async function count(found: FoundFlow, query: DataQuery, { record }: DataNeeds): Promise<Counted> {
  const { flow, asOf, releases } = found
  const reading: Reading = {
    ...{ found, query, keys: query.readKeys(dimensionsOf(flow.structure).length) ?? [] },
    releases: new Map(releases.map((release) => [release.id, release])),
    inWords: (text) => pickText(text, 'en')?.text ?? null,
    addressOf: () => '',
  }
  const counted: Counted = { values: new Map(), first: null, last: null, series: 0, observations: 0 }
  for await (const batch of selectData(reading, { at: asOf, since: null, of: 'written', releases: null }, record)) {
    for (const { key, observations } of batch) {
      counted.series += 1
      counted.observations += observations.length
      for (const [dimension, code] of Object.entries(key)) {
        const codes = counted.values.get(dimension) ?? new Set()
        counted.values.set(dimension, codes.add(code))
      }
      for (const { timePeriod } of observations) {
        if (counted.first === null || timePeriod < counted.first) counted.first = timePeriod
        if (counted.last === null || timePeriod > counted.last) counted.last = timePeriod
      }
    }
  }
  return counted
}

/** The question without what it says of one dimension; null where it says nothing of it. */
function withoutChoice(query: DataQuery, dimension: string, at: number, dimensions: number): DataQuery | null {
  const keys = query.readKeys(dimensions) ?? []
  const conditions = query.conditions.filter(({ component }) => component !== dimension)
  if (conditions.length === query.conditions.length && keys.every((key) => key[at] === null)) return null
  const open = keys.map((key) => key.map((part, place) => (place === at ? null : part)))
  return { ...query, conditions, readKeys: () => open }
}

/** The structures that the answer rests on; of code lists the codes that it names, with those above them. */
function around(
  found: readonly FoundFlow[],
  constraints: readonly DataConstraint[],
  references: AvailabilityQuery['references'],
): Artefact[] {
  const wanted = references.includes('all')
    ? new Set<string>(['dataflow', 'datastructure', 'conceptscheme', 'codelist', 'dataproviderscheme'])
    : new Set<string>(references)
  const cubes = [...new Set(found.map(({ cube }) => cube))]
  const codes = new Set(constraints.flatMap(({ values }) => [...values.values()].flat()))
  return [...rootArtefacts(cubes), ...cubes.flatMap(cityArtefacts)]
    .filter(({ kind, id }) => wanted.has(kind) && (kind !== 'dataflow' || constraints.some(({ attachedTo }) => attachedTo.id === id)))
    .map((artefact) => {
      if (artefact.kind !== 'codelist' || !isItemScheme(artefact)) return artefact
      const parents = new Set(artefact.items.filter(({ id }) => codes.has(id)).map(({ parent }) => parent))
      return { ...artefact, items: artefact.items.filter(({ id }) => codes.has(id) || parents.has(id)), isPartial: true }
    })
}
