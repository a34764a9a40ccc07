import { momentOf } from '../../books/as-of.ts'
import { neededSeries } from '../../books/indicators/catalogue-view.ts'
import type { City } from '../../books/indicators/figure.ts'
import { makeLabels } from '../../books/indicators/labelled-series.ts'
import { programmeTargets } from '../../books/indicators/programme-target.ts'
import { seriesOfProgramme } from '../../books/programme/programme-view.ts'
import type { ProgrammeVersion } from '../../books/programme/programme.ts'
import type { IndexInput } from '../../books/reports/indexed-indicator.ts'
import { isSpending } from '../../books/reports/measure-spending.ts'
import type { YearlyInput } from '../../books/reports/yearly.ts'
import type { ReportNeeds } from './report-needs.ts'

/** The last moment of a day in the city: a report tells what stood then, whatever the clock says. */
const endOf = (day: string, { timeZone }: City): Date => momentOf(day, timeZone, new Date(0))

/** What the reports on the programme are made from. */
export async function gatherProgramme(
  city: City,
  day: string,
  needs: ReportNeeds,
): Promise<Omit<YearlyInput, 'year'> & { versions: readonly ProgrammeVersion[] }> {
  const moment = endOf(day, city)
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
  return { versions, releases, statistics: { refArea, areas, labels, series, figures, asOfYear: Number(day.slice(0, 4)) } }
}

/** What the reports on all indicators are made from. */
export async function gatherIndicators(city: City, day: string, needs: ReportNeeds): Promise<IndexInput> {
  const moment = endOf(day, city)
  const [indicators, versions, areas, codes, sources, all, releases] = await Promise.all([
    needs.listIndicators(city, moment),
    needs.listProgrammeVersions(city, moment),
    needs.listAreas(city, moment),
    needs.listCodes(city, moment),
    needs.listSources(city, moment),
    needs.listSeries(city, moment, {}),
    needs.listReleases(city, moment),
  ])
  const { refArea } = city
  const series = neededSeries(all, refArea)
  const figures = await needs.listFigures(
    city,
    moment,
    series.map((one) => one.id),
  )
  const labels = makeLabels(areas, codes, sources)
  const targets = programmeTargets(versions)
  return { indicators, refArea, series, figures, areas, labels, targets, releases, asOfYear: Number(day.slice(0, 4)) }
}
