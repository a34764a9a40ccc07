import type { PopulationArea, PopulationAreas } from '../../books/indicators/sdg-11/people/population-area.ts'
import { notice, type Notice } from '../../books/notice.ts'
import type { Feature } from '../../kernel/geometry.ts'
import { FormatError } from '../format-error.ts'

export interface PopulationProperties {
  population: string
  /** Further properties with people. */
  groups: readonly string[]
  /** Property with the code of the area's district; null when areas are no districts. */
  district: string | null
}

/**
 * Polygons with a number of people as areas, to be spread over buildings (`dasymetric`) or evenly (`spreadEvenly`).
 *
 * Missing  a feature that is no polygon, or whose population is blank, no number or below 0, is left out with a notice that has its number.
 *
 * @throws {FormatError} no feature has the property: the message lists those found
 */
export function populationAreas(
  features: readonly Feature[],
  { population, groups, district }: PopulationProperties,
  file: string,
  notices: Notice[],
): PopulationAreas {
  for (const wanted of [population, ...groups]) {
    if (features.some(({ properties }) => Object.hasOwn(properties, wanted))) continue
    const found = [...new Set(features.slice(0, 100).flatMap(({ properties }) => Object.keys(properties)))].join(', ')
    const message = `${file}: no feature has a property “${wanted}”. The properties are: ${found}.`
    throw new FormatError('population_column_missing', message, 1, { name: file, wanted, found })
  }
  const areas: PopulationArea[] = []
  for (const { number, properties, geometry } of features) {
    const note = (code: string, column: string, value: unknown) =>
      notices.push(notice(code, 'warning', { file, line: number, column, value: String(value ?? '') }))
    if (geometry.kind !== 'polygon') {
      note('population_not_polygon', population, geometry.kind)
      continue
    }
    const people = (column: string): number | null => {
      const value = properties[column] ?? null
      const given = typeof value === 'number' ? value : Number(String(value ?? '').trim() || Number.NaN)
      if (Number.isFinite(given) && given >= 0) return given
      note(value === null || value === '' ? 'population_blank' : given < 0 ? 'population_negative' : 'population_not_number', column, value)
      return null
    }
    const total = people(population)
    if (total === null) continue
    const code = district === null ? null : String(properties[district] ?? '').trim()
    areas.push({
      polygon: geometry,
      population: total,
      groups: groups.map((one) => people(one) ?? 0),
      district: code ? { code, name: { kk: code, ru: code, en: code } } : null,
    })
  }
  return { areas, groupCodes: groups }
}
