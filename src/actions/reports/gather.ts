import type { City } from '../../books/indicators/figure.ts'
import { makeLabels } from '../../books/indicators/labelled-series.ts'
import { seriesOfProgramme } from '../../books/programme/programme-view.ts'
import type { ProgrammeVersion } from '../../books/programme/programme.ts'
import type { IndexInput } from '../../books/reports/indexed-indicator.ts'
import { isSpending } from '../../books/reports/measure-spending.ts'
import type { YearlyInput } from '../../books/reports/yearly.ts'
import { readCatalogueInput } from '../catalogue-input.ts'
import { yearIn } from '../year-in.ts'
import type { ReportNeeds } from './report-needs.ts'

/** What the reports on the programme are made from. */
export async function gatherProgramme(
  city: City,
  moment: Date,
  needs: ReportNeeds,
): Promise<Omit<YearlyInput, 'year'> & { versions: readonly ProgrammeVersion[] }> {
  const [versions, areas, codes, sources, all, releases] = await Promise.all([
    needs.listProgrammeVersions(city, moment),
    needs.listAreas(city, moment),
    needs.listCodes(city, moment),
    needs.listSources(city, moment),
    needs.listSeries(city, moment, {}),
    needs.listReleases(city, moment),
  ])
  const { refArea } = city
  const series = [...seriesOfProgramme(versions, { refArea, areas, series: all }), ...all.filter((one) => isSpending(one, refArea))]
  const figures = await needs.listFigures(
    city,
    moment,
    series.map((one) => one.id),
  )
  const labels = makeLabels(areas, codes, sources)
  return { versions, releases, statistics: { refArea, areas, labels, series, figures, asOfYear: yearIn(city, moment) } }
}

/** What the reports on all indicators are made from. */
export async function gatherIndicators(city: City, moment: Date, needs: ReportNeeds): Promise<IndexInput> {
  const [input, releases] = await Promise.all([readCatalogueInput(city, moment, needs), needs.listReleases(city, moment)])
  return { ...input, releases }
}
