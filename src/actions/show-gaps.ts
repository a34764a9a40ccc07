import type { City } from '../books/indicators/figure.ts'
import { findGaps, type Gap } from '../books/indicators/gaps.ts'
import type { CityRecord } from './record.ts'

export type Needs = Pick<CityRecord, 'listIndicators' | 'listSeries' | 'listFigures'>

/** Somebody asks what is not measured: the expected indicators, with what the record has of each. */
export async function showGaps({ city, asOf }: { city: City; asOf: Date }, needs: Needs): Promise<Gap[]> {
  const [indicators, series] = await Promise.all([
    needs.listIndicators(city, asOf),
    needs.listSeries(city, asOf, { refArea: city.refArea }),
  ])
  const figures = await needs.listFigures(
    city,
    asOf,
    series.map((one) => one.id),
  )
  return findGaps(city.refArea, indicators, series, figures)
}
