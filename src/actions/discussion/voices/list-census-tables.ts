import {
  censusTables,
  countCensus,
  isOfTable,
  type CensusChoice,
  type CensusChoices,
  type CensusCount,
} from '../../../books/discussion/voices/census.ts'
import { choicesIn, voiceFields, type VoiceChoices, type VoiceField } from '../../../books/discussion/voices/fields.ts'
import type { City, Series } from '../../../books/indicators/figure.ts'
import type { CityRecord } from '../../record.ts'

export type CensusNeeds = Pick<CityRecord, 'listAreas' | 'listSeries' | 'listFigures'>

/** A table of the record by which people can be counted, in one period. */
export interface CensusTable {
  choice: CensusChoice
  counts: readonly CensusCount[]
}

/** So many periods of a table are offered, the latest first. */
const periodsOffered = 5

export const listVoiceChoices = async (city: City, asOf: Date, needs: Pick<CityRecord, 'listAreas'>): Promise<VoiceChoices> =>
  choicesIn(await needs.listAreas(city, asOf), city.refArea)

/** For each field the tables of the record that count the population by it. */
export async function listCensusTables(city: City, asOf: Date, needs: CensusNeeds): Promise<Record<VoiceField, CensusTable[]>> {
  const choices = await listVoiceChoices(city, asOf, needs)
  const series = await needs.listSeries(city, asOf, {})
  const tables = voiceFields.flatMap((field) => censusTables(series, field, choices, city.refArea).map((table) => ({ field, table })))
  const found: Record<VoiceField, CensusTable[]> = { district: [], age: [], sex: [], language: [], ethnicity: [] }
  for (const { field, table } of tables) {
    const figures = await needs.listFigures(
      city,
      asOf,
      table.map(({ id }) => id),
    )
    const periods = [...new Set([...figures.values()].flatMap((list) => list.map(({ timePeriod }) => timePeriod)))].sort().reverse()
    const counted = periods.flatMap((timePeriod) => {
      const counts = countOf(table, figures, timePeriod, field, choices, city)
      const { indicator, source, method, boundary, unit } = table[0]!
      return counts === null ? [] : [{ choice: { indicator, source, method, boundary, unit, timePeriod }, counts }]
    })
    found[field].push(...counted.slice(0, periodsOffered))
  }
  return found
}

/** The people of the city by the categories of each field for which a table is chosen. */
export async function readCensus(
  city: City,
  asOf: Date,
  chosen: CensusChoices,
  needs: CensusNeeds,
): Promise<Partial<Record<VoiceField, readonly CensusCount[]>>> {
  const fields = voiceFields.filter((field) => chosen[field] !== undefined)
  if (fields.length === 0) return {}
  const choices = await listVoiceChoices(city, asOf, needs)
  const series = await needs.listSeries(city, asOf, {})
  const census: Partial<Record<VoiceField, readonly CensusCount[]>> = {}
  for (const field of fields) {
    const choice = chosen[field]!
    const table = censusTables(series, field, choices, city.refArea).find(([first]) => first !== undefined && isOfTable(first, choice))
    if (table === undefined) continue
    const figures = await needs.listFigures(
      city,
      asOf,
      table.map(({ id }) => id),
    )
    const counts = countOf(table, figures, choice.timePeriod, field, choices, city)
    if (counts !== null) census[field] = counts
  }
  return census
}

const countOf = (
  table: readonly Series[],
  figures: Awaited<ReturnType<CityRecord['listFigures']>>,
  timePeriod: string,
  field: VoiceField,
  choices: VoiceChoices,
  { refArea }: City,
): CensusCount[] | null =>
  countCensus(table, (id) => figures.get(id)?.find((one) => one.timePeriod === timePeriod)?.obsValue ?? null, field, choices, refArea)
