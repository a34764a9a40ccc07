import { pickText } from '../../books/text.ts'
import { meets } from '../../books/indicators/sdmx/condition.ts'
import { dimensionsOf } from '../../books/indicators/sdmx/dimensions.ts'
import { artefactWords } from '../../books/indicators/sdmx/words.ts'
import { isItemScheme, type Artefact, type ArtefactKind, type DataConstraint } from '../../formats/sdmx/artefact.ts'
import type { DataSeries } from '../../formats/sdmx/model.ts'
import { cityArtefacts } from './city-artefacts.ts'
import { rootArtefacts } from './root-artefacts.ts'
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

async function constraintOf(found: FoundFlow, { data, components, mode }: AvailabilityQuery, needs: DataNeeds): Promise<DataConstraint> {
  const { cube, flow, structure } = found
  const dimensions = dimensionsOf(flow.structure)
  const isChosen = choiceOf(data, dimensions)
  const values = new Map(dimensions.map((dimension) => [dimension, new Set<string>()]))
  const counts = { series: 0, observations: 0 }
  const periods = new Set<string>()
  // What else could be chosen of a dimension is what there is when nothing has been chosen of it: all series are looked at, once.
  const read = mode === 'exact' ? data : withoutChoice(data, dimensions)
  for await (const batch of seriesOf(found, read, needs))
    for (const { key, observations } of batch) {
      const codes = dimensions.map((dimension) => key[dimension] ?? '')
      for (const [at, dimension] of dimensions.entries()) if (isChosen(codes, at)) values.get(dimension)?.add(codes[at] ?? '')
      if (!isChosen(codes, null)) continue
      counts.series += 1
      counts.observations += observations.length
      for (const { timePeriod } of observations) periods.add(timePeriod)
    }
  const [first, ...later] = [...periods].sort()
  const isTold = (component: string): boolean => components === null || components.includes(component)
  return {
    ...{ kind: 'dataconstraint', role: 'Actual', agency: structure.agency, id: `AVAILABLE_${structure.id}`, version, isStub: false },
    names: namesOf(cube.city.name, artefactWords.available),
    attachedTo: { ...structure, kind: structure.kind },
    values: new Map(dimensions.filter(isTold).map((dimension) => [dimension, [...(values.get(dimension) ?? [])].sort()])),
    ...{ time: isTold('TIME_PERIOD') && first !== undefined ? [first, later.at(-1) ?? first] : null, counts },
  }
}

/** Whether a series has been chosen by its codes; `open` is the place of a dimension of which nothing counts as chosen. */
function choiceOf(query: DataQuery, dimensions: readonly string[]): (codes: readonly string[], open: number | null) => boolean {
  const keys = query.readKeys(dimensions.length) ?? []
  const conditions = query.conditions
    .map((condition) => ({ condition, at: dimensions.indexOf(condition.component) }))
    .filter(({ at }) => at >= 0)
  return (codes, open) =>
    keys.some((key) => key.every((wanted, at) => at === open || wanted === null || wanted.has(codes[at] ?? ''))) &&
    conditions.every(({ condition, at }) => at === open || meets(condition, codes[at] ?? ''))
}

/** The question without what it says of dimensions. */
const withoutChoice = (query: DataQuery, dimensions: readonly string[]): DataQuery => ({
  ...query,
  conditions: query.conditions.filter(({ component }) => !dimensions.includes(component)),
  readKeys: (count) => [Array.from({ length: count }, () => null)],
})

function seriesOf(found: FoundFlow, query: DataQuery, { record }: DataNeeds): AsyncIterable<readonly DataSeries[]> {
  const { flow, asOf, releases } = found
  const reading: Reading = {
    ...{ found, query, keys: query.readKeys(dimensionsOf(flow.structure).length) ?? [] },
    releases: new Map(releases.map((release) => [release.id, release])),
    inWords: (text) => pickText(text, 'en')?.text ?? null,
    addressOf: () => '',
  }
  return selectData(reading, { at: asOf, since: null, of: 'written', releases: null }, record)
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
