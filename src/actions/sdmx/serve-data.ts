import { momentOf } from '../../books/as-of.ts'
import type { Series } from '../../books/indicators/figure.ts'
import { daysOf } from '../../books/indicators/sdmx/time-period.ts'
import { pickText, type MultilingualText } from '../../books/text.ts'
import type { DataSeries, DataStructure } from '../../formats/sdmx/model.ts'
import type { WritableData, WritableSet } from '../../formats/sdmx/writable.ts'
import { rootAgency } from '../../books/indicators/sdmx/agency.ts'
import { codeNamesIn } from './city-cube.ts'
import { componentNames, dataStructureOf } from './data-structure.ts'
import type { DataQuery, SdmxProblem } from './data-query.ts'
import { changedAt, findFlows, type FoundFlow } from './find-flows.ts'
import type { SdmxRecord } from './sdmx-record.ts'
import { selectData, type Part, type Reading } from './select-data.ts'
import { flowNames } from './flow-names.ts'

export interface DataNeeds {
  record: SdmxRecord
  now: Date
  /** The page of a series, in the language of the reader. */
  addressOf(city: string, series: Series): string
}

/** `changedAt`: when the record last changed that is told of. */
export type DataAnswer = { data: WritableData; changedAt: Date } | { problem: SdmxProblem }

/** Data that were asked for, ready to be written. The first batch is read before the answer begins: an answer without data has no body. */
export async function serveData(query: DataQuery, needs: DataNeeds): Promise<DataAnswer> {
  const found = await findFlows(query, needs.now, needs.record)
  if (found.length === 0) return { problem: { kind: 'not_found', says: noFlow(query) } }
  const problem = checkQuery(query, found)
  if (problem !== null) return { problem }
  const sets = found.flatMap((flow) => setsOf(flow, query, needs))
  const limited = withinLimit(sets, query)
  const standing = await withoutEmptyBeginning(limited)
  if (standing.length === 0) return { problem: { kind: 'empty', says: 'No figure is as asked for.' } }
  return { data: dataOf(query, found, standing), changedAt: changedAt(found) }
}

/** That what was asked for is not there, and where to look. */
export function noFlow({ context, ids, agencies, providers }: DataQuery): string {
  const flow = `${context} ${ids?.join(',') ?? '*'} of ${agencies?.join(',') ?? 'any agency'} in version 1.0.0`
  if (providers === null) return `There is no ${flow}. /sdmx/2/structure/${context} lists all.`
  const names = providers.map(({ agency, id }) => (agency === null ? id : `${agency},${id}`)).join('+')
  return `There is no ${flow} to which ${names} gave anything. /sdmx/1/dataproviderscheme lists all providers.`
}

/** What is wrong with a question for these flows; null: nothing. */
export function checkQuery(
  { readKeys, conditions, updatedAfter, asOf, includeHistory }: DataQuery,
  found: readonly FoundFlow[],
): SdmxProblem | null {
  for (const { flow, structure } of found) {
    const definition = dataStructureOf(structure.agency, flow.structure)
    const dimensions = definition.dimensions.map(({ id }) => id)
    if (readKeys(dimensions.length) === null)
      return {
        kind: 'syntax',
        says: `The key has other parts than ${structure.id} has dimensions (${dimensions.length}): ${dimensions.join('.')}.`,
      }
    const known = new Set([...dimensions, 'TIME_PERIOD', 'OBS_VALUE', ...definition.attributes.map(({ id }) => id)])
    const strange = conditions.find(({ component }) => !known.has(component))
    if (strange !== undefined)
      return { kind: 'semantic', says: `${structure.id} has no component ${strange.component}. It has ${[...known].join(', ')}.` }
  }
  const periods = conditions.filter(({ component }) => component === 'TIME_PERIOD').flatMap(({ anyOf }) => anyOf.flat())
  const wrong = periods.find(({ operator, value }) => ['lt', 'le', 'gt', 'ge'].includes(operator) && daysOf(value) === null)
  if (wrong !== undefined) return { kind: 'syntax', says: `"${wrong.value}" is no period. Write 2023, 2023-Q1, 2023-07 or 2023-07-01.` }
  if (updatedAfter !== null && asOf !== null && Date.parse(updatedAfter) > Date.parse(asOf))
    return { kind: 'semantic', says: 'updatedAfter is later than asOf: nothing can have changed in between.' }
  if (includeHistory && updatedAfter !== null)
    return { kind: 'semantic', says: 'Ask for updatedAfter or for includeHistory, not for both.' }
  return null
}

function setsOf(found: FoundFlow, query: DataQuery, { record, addressOf }: DataNeeds): WritableSet[] {
  const { cube, flow, structure, releases } = found
  const reading: Reading = {
    ...{ found, query },
    keys: query.readKeys(dataStructureOf(structure.agency, flow.structure).dimensions.length) ?? [],
    releases: new Map(releases.map((release) => [release.id, release])),
    inWords: (text: MultilingualText) => pickText(text, query.languages[0] ?? 'en')?.text ?? null,
    addressOf: (series) => addressOf(cube.city.slug, series),
  }
  const definition = shownOf(dataStructureOf(structure.agency, flow.structure), query)
  return partsOf(query, found).map(({ action, validFrom, ...part }) => ({
    ...{ structure, names: flowNames(cube, flow), definition, action, validFrom },
    series: selectData(reading, part, record),
  }))
}

function shownOf(definition: DataStructure, { attributes }: DataQuery): DataStructure {
  if (attributes === 'all') return definition
  const isWanted = ({ id, attachedTo }: DataStructure['attributes'][number]): boolean =>
    attributes === 'series' || attributes === 'observation' ? attachedTo === attributes : attributes !== 'none' && attributes.includes(id)
  return { ...definition, attributes: definition.attributes.filter(isWanted) }
}

type ActedPart = Part & Pick<WritableSet, 'action' | 'validFrom'>

/**
 * The sets of one flow: what stands; or what has been written and removed since a moment; or one or two for each publication and each
 * withdrawal. What stands is for information (action I), a change replaces (R) or deletes (D). Only a withdrawal removes anything.
 */
function partsOf(query: DataQuery, { asOf, cube, releases }: FoundFlow): ActedPart[] {
  const changes = (since: Date, at: Date, validFrom: string | null): ActedPart[] => {
    const inBetween = (moment: string | null): boolean =>
      moment !== null && Date.parse(moment) > since.getTime() && Date.parse(moment) <= at.getTime()
    const acting = releases.filter(({ publishedAt, withdrawnAt }) => inBetween(publishedAt) || inBetween(withdrawnAt))
    const ids = acting.map(({ id }) => id)
    const part = { at, since, releases: ids, validFrom }
    return [
      { ...part, of: 'written', action: 'R' },
      ...(acting.some(({ withdrawnAt }) => inBetween(withdrawnAt)) ? [{ ...part, of: 'removed', action: 'D' } as const] : []),
    ]
  }
  if (query.updatedAfter !== null) return changes(momentOf(query.updatedAfter, cube.city.timeZone, asOf), asOf, null)
  if (!query.includeHistory) return [{ at: asOf, since: null, of: 'written', releases: null, action: 'I', validFrom: null }]
  const moments = releases
    .flatMap(({ publishedAt, withdrawnAt }) => [publishedAt, withdrawnAt])
    .filter((moment) => moment !== null && Date.parse(moment) <= asOf.getTime()) as string[]
  return [...new Set(moments)].sort().flatMap((moment) => changes(new Date(Date.parse(moment) - 1), new Date(moment), moment))
}

/** Skips and ends as asked, over all sets together. */
function withinLimit(sets: readonly WritableSet[], { offset, limit }: DataQuery): readonly WritableSet[] {
  if (offset === 0 && limit === null) return sets
  const left = { skip: offset, take: limit ?? Number.POSITIVE_INFINITY }
  return sets.map((set) => ({ ...set, series: cut(set.series, left) }))
}

async function* cut(batches: AsyncIterable<readonly DataSeries[]>, left: { skip: number; take: number }): AsyncGenerator<DataSeries[]> {
  for await (const batch of batches) {
    const kept: DataSeries[] = []
    for (const series of batch) {
      const from = Math.min(left.skip, series.observations.length)
      left.skip -= from
      const observations = series.observations.slice(from, from + Math.min(left.take, series.observations.length))
      left.take -= observations.length
      if (observations.length > 0) kept.push({ ...series, observations })
    }
    if (kept.length > 0) yield kept
    if (left.take <= 0) return
  }
}

/** The sets from the first on that has something to say; its first batch is read already. */
async function withoutEmptyBeginning(sets: readonly WritableSet[]): Promise<WritableSet[]> {
  for (const [at, set] of sets.entries()) {
    const batches = set.series[Symbol.asyncIterator]()
    const first = await batches.next()
    if (first.done === true) continue
    return [{ ...set, series: resumed(first.value, batches) }, ...sets.slice(at + 1)]
  }
  return []
}

async function* resumed<Batch>(first: Batch, rest: AsyncIterator<Batch>): AsyncGenerator<Batch> {
  yield first
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

/** The same question about the same record gets the same bytes: the message is of the moment of which it tells. */
function dataOf(query: DataQuery, found: readonly FoundFlow[], sets: readonly WritableSet[]): WritableData {
  const cubes = new Map(found.map(({ cube }) => [cube.agency, cube]))
  return {
    header: { id: 'BAGDAR', prepared: changedAt(found).toISOString(), sender: rootAgency, isTest: false },
    sets,
    shows: query.shows,
    isFlat: query.isFlat,
    languages: query.languages,
    codeNames: ({ structure }, component, code) => {
      const cube = cubes.get(structure.agency)
      return cube === undefined ? {} : codeNamesIn(cube, component, code)
    },
    componentNames: (_set, component) => componentNames(component),
  }
}
