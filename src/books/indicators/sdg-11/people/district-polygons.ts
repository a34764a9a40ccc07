import type { Feature } from '../../../../kernel/geometry.ts'
import { notice, type Notice } from '../../../notice.ts'
import { languages, type MultilingualText } from '../../../text.ts'
import type { DistrictPolygon } from './districts.ts'

export interface DistrictProperties {
  /** Property with the code, the same in every file of the city; null takes the name as code. */
  code: string | null
  /** Property with the name. Beside it `name_kk`, `name:ru` … are the names in those languages. */
  name: string
}

/**
 * Districts from the features of a file: polygons with a code and a name. Several polygons of one code are one district in several parts.
 *
 * Missing  a feature that is no polygon, or has neither code nor name, is left out with a notice that has its number.
 */
export function districtPolygons(features: readonly Feature[], { code, name }: DistrictProperties, notices: Notice[]): DistrictPolygon[] {
  const districts: DistrictPolygon[] = []
  for (const { number, properties, geometry } of features) {
    const ownName = text(properties[name])
    const ownCode = (code === null ? null : text(properties[code])) ?? ownName
    if (geometry.kind !== 'polygon' || ownCode === null) {
      const found = Object.keys(properties).join(', ')
      notices.push(notice('district_unnamed', 'warning', { column: code ?? name, value: String(number), details: { found } }))
      continue
    }
    const names = Object.fromEntries(
      languages.flatMap((language) => {
        const words = text(properties[`${name}_${language}`]) ?? text(properties[`${name}:${language}`]) ?? ownName
        return words === null ? [] : [[language, words]]
      }),
    ) as MultilingualText
    districts.push({ code: ownCode, name: names, polygon: geometry })
  }
  return districts
}

const text = (value: Feature['properties'][string] | undefined): string | null => {
  const words = value === null || value === undefined ? '' : String(value).trim()
  return words === '' ? null : words
}
