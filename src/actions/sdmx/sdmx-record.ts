import type { City, Series } from '../../books/indicators/figure.ts'
import type { CubeContents } from '../../books/indicators/sdmx/cube.ts'
import type { SeriesSelection } from '../../books/indicators/sdmx/select-series.ts'
import type { CityRecord } from '../record.ts'

/** What the data service reads. */
export interface SdmxRecord extends Pick<
  CityRecord,
  'listCities' | 'listIndicators' | 'listAreas' | 'listCodes' | 'listSources' | 'listReleases' | 'listFigures'
> {
  /** The next series ever brought that are as chosen, by indicator, area and address. */
  listChosenSeries(
    city: City,
    selection: SeriesSelection,
    after: Pick<Series, 'indicator' | 'refArea' | 'address'> | null,
    limit: number,
  ): Promise<Series[]>
  /** The codes of all series that these releases brought: the same object for the same releases. */
  readCubeContents(city: City, releases: readonly string[]): Promise<CubeContents>
}
