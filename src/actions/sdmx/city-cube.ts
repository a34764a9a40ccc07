import type { City, Indicator, Release, SeriesKey, Source } from '../../books/indicators/figure.ts'
import { sdmxAgencyOf } from '../../books/indicators/sdmx/agency.ts'
import { writeCodeId, writeIndicatorId } from '../../books/indicators/sdmx/code-id.ts'
import { homesOf, mainSourceOf, type CubeContents, type SeriesHomes } from '../../books/indicators/sdmx/cube.ts'
import { cutDimensions, total } from '../../books/indicators/sdmx/dimensions.ts'
import { flowsOf, type Flow } from '../../books/indicators/sdmx/flow.ts'
import { customBreakdown, type KeyContext } from '../../books/indicators/sdmx/sdmx-key.ts'
import { standardCodes, totalOf } from '../../books/indicators/sdmx/words.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { Code } from '../../formats/sdmx/model.ts'
import type { SdmxRecord } from './sdmx-record.ts'

/** One city's figures as SDMX sees them on a day. */
export interface CityCube {
  city: City
  /** Who maintains its structures: `BAGDAR.ALMATY`. */
  agency: string
  contents: CubeContents
  indicators: ReadonlyMap<string, Indicator>
  sources: ReadonlyMap<string, Source>
  mainSource: string | null
  homes: SeriesHomes
  flows: readonly Flow[]
  /** Code lists by the dimension or attribute that they belong to. */
  codelists: ReadonlyMap<string, ReadonlyMap<string, Code>>
}

/** Made once for the same contents: names can only change with a release. */
const made = new WeakMap<CubeContents, CityCube>()

/**
 * The cube of a city as its record stood at a moment.
 *
 * @param releases  what had been published by then
 */
export async function openCube(city: City, asOf: Date, releases: readonly Release[], record: SdmxRecord): Promise<CityCube> {
  const inForce = releases.filter(({ withdrawnAt }) => withdrawnAt === null || Date.parse(withdrawnAt) > asOf.getTime())
  const contents = await record.readCubeContents(city, inForce.map(({ id }) => id).sort())
  const known = made.get(contents)
  if (known !== undefined) return known
  const indicators = await record.listIndicators(city, asOf)
  const sources = await record.listSources(city, asOf)
  const mainSource = mainSourceOf(contents)
  const measured = new Set(contents.measured.map(({ indicator }) => indicator))
  const cube: CityCube = {
    city,
    agency: sdmxAgencyOf(city.slug),
    contents,
    indicators: new Map(indicators.map((one) => [one.code, one])),
    sources: new Map(sources.map((one) => [one.id, one])),
    mainSource,
    homes: homesOf(contents, mainSource),
    flows: flowsOf(
      indicators.filter(({ code }) => measured.has(code)),
      mainSource,
    ),
    codelists: await codelistsOf(city, asOf, contents, indicators, sources, record),
  }
  made.set(contents, cube)
  return cube
}

async function codelistsOf(
  city: City,
  asOf: Date,
  { measured, areas, dimensions }: CubeContents,
  indicators: readonly Indicator[],
  sources: readonly Source[],
  record: SdmxRecord,
): Promise<Map<string, ReadonlyMap<string, Code>>> {
  const named = await record.listCodes(city, asOf)
  const places = await record.listAreas(city, asOf)
  const codesOf = (codelist: string, used: readonly string[]): Map<string, Code> => {
    const names = named.filter((one) => one.codelist === codelist).map(({ code, name }) => codeOf(writeCodeId(code), name))
    return listOf([codeOf(total, totalOf(codelist)), ...names, ...used.map((code) => codeOf(writeCodeId(code), {}))])
  }
  const usedIndicators = [...new Set(measured.map(({ indicator }) => indicator))]
  const listedIndicators = [
    ...indicators.map(({ code, name }) => codeOf(writeIndicatorId(code), name)),
    ...usedIndicators.map((code) => codeOf(writeIndicatorId(code), {})),
  ]
  const standing = (values: Array<string | undefined>): string[] =>
    [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[]
  return new Map<string, ReadonlyMap<string, Code>>([
    ...Object.entries(standardCodes).map(
      ([id, codes]) => [id, listOf(Object.entries(codes).map(([code, name]) => codeOf(code, name)))] as const,
    ),
    ...cutDimensions.map((id) => [id, codesOf(id, dimensions.get(id) ?? [])] as const),
    ['SERIES', listOf([...codesOf('SERIES', standing(measured.map(({ seriesCode }) => seriesCode))).values(), ...listedIndicators])],
    [
      'REF_AREA',
      listOf([
        ...places.map(({ code, name, parent }) => ({
          ...codeOf(writeCodeId(code), name),
          parent: parent === null ? null : writeCodeId(parent),
        })),
        ...areas.map((code) => codeOf(writeCodeId(code), {})),
      ]),
    ],
    ['INDICATOR', listOf(listedIndicators)],
    [
      'SOURCE',
      listOf([
        ...sources.map(({ id, name }) => codeOf(writeCodeId(id), name)),
        ...standing(measured.map(({ source }) => source)).map((id) => codeOf(writeCodeId(id), {})),
      ]),
    ],
    ['METHOD', codesOf('METHOD', standing(measured.map(({ method }) => method)))],
    ['BOUNDARY', codesOf('BOUNDARY', standing(measured.map(({ boundary }) => boundary)))],
    ['UNIT_MEASURE', codesOf('UNIT_MEASURE', standing(measured.map(({ unit }) => unit)))],
  ])
}

/** A code that no list names is called as it is written. */
const codeOf = (id: string, name: MultilingualText): Code => ({
  id,
  names: Object.values(name).some((words) => words) ? Object.fromEntries(Object.entries(name).filter(([, words]) => words)) : { en: id },
  parent: null,
})

/** By id; what comes first stands. A parent that is not in the list is none. */
function listOf(codes: readonly Code[]): Map<string, Code> {
  const list = new Map<string, Code>()
  for (const code of codes) if (!list.has(code.id)) list.set(code.id, code)
  for (const code of list.values()) if (code.parent !== null && !list.has(code.parent)) list.set(code.id, { ...code, parent: null })
  return list
}

export const keyContextOf = ({ mainSource, homes }: CityCube, { structure }: Flow): KeyContext => ({ structure, mainSource, homes })

/** The name of a code of a component; empty where there is none. */
export const codeNamesIn = (cube: CityCube, component: string, code: string): Code['names'] =>
  cube.codelists.get(component)?.get(code)?.names ?? {}

/** What `CUST_BREAKDOWN` means for a series, in words: `KIND: 1; UNIT_MEASURE: Percent`. */
export function breakdownLabel(cube: CityCube, flow: Flow, series: SeriesKey, inWords: (text: MultilingualText) => string | null): string {
  return customBreakdown(series, keyContextOf(cube, flow))
    .map(([id, code]) => {
      const written = id === 'INDICATOR' ? writeIndicatorId(code) : writeCodeId(code)
      return `${id}: ${inWords(codeNamesIn(cube, id, written)) ?? code}`
    })
    .join('; ')
}
