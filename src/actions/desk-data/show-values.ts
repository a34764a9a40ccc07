import { mayDoWith, type Department } from '../../books/accounts/department.ts'
import type { Viewer } from '../../books/accounts/viewer.ts'
import { checkEntries, unitsOf } from '../../books/indicators/entry/check-entries.ts'
import type { EntryView, SeriesToEnter, ValuesView, WaitingValue } from '../../books/indicators/entry/values-view.ts'
import type { City, Series, SeriesKey, Source } from '../../books/indicators/figure.ts'
import { labelSeries, makeLabels } from '../../books/indicators/labelled-series.ts'
import { identifySeries } from '../../books/indicators/series-key.ts'
import type { Notice } from '../../books/notice.ts'
import type { DeskDataRecord } from './record.ts'

type Asked = { city: City; viewer: Viewer; now: Date; today: string }

/** Somebody of the staff sees which figures she may enter, and what waits to be published. */
export async function showValues({ city, viewer, now, today }: Asked, record: DeskDataRecord): Promise<ValuesView> {
  const [indicators, departments] = await Promise.all([record.listIndicators(city, now), record.listDepartments(city)])
  const waiting = await listWaiting({ city, viewer, now }, record)
  const mine = waiting.filter((one) => one.mine)
  return {
    indicators: indicators.filter((one) => mayEnter(viewer, city, one.code, departments)),
    mine,
    others: waiting.filter((one) => !one.mine),
    notices: await noticesOf(city, mine, now, today, record),
  }
}

export const mayEnter = (viewer: Viewer, city: City, indicator: string, departments: readonly Department[]): boolean =>
  mayDoWith(viewer, city, 'readings.enter', { indicator }, departments)

async function listWaiting({ city, viewer, now }: Omit<Asked, 'today'>, record: DeskDataRecord): Promise<WaitingValue[]> {
  const entries = await record.listEnteredValues(city)
  if (entries.length === 0) return []
  const [indicators, areas, codes, sources, figures] = await Promise.all([
    record.listIndicators(city, now),
    record.listAreas(city, now),
    record.listCodes(city, now),
    record.listSources(city, now),
    record.listFigures(city, now, [...new Set(entries.map((one) => one.seriesId))]),
  ])
  const labels = makeLabels(areas, codes, [...sources, ...entries.flatMap((one) => one.source ?? [])])
  return entries.map((entry) => {
    const standing = figures.get(entry.seriesId)?.find((figure) => figure.timePeriod === entry.timePeriod) ?? null
    return {
      entry,
      labelled: labelSeries(identifySeries(entry.series), labels),
      indicator: indicators.find((one) => one.code === entry.series.indicator) ?? null,
      standing,
      overtaken: (standing?.releaseId ?? null) !== entry.baseRelease,
      mine: entry.personId === viewer.personId,
    }
  })
}

/** Notices about the viewer's own values, series by series. */
export async function noticesOf(
  city: City,
  waiting: readonly WaitingValue[],
  now: Date,
  today: string,
  record: DeskDataRecord,
): Promise<Notice[]> {
  const ids = [...new Set(waiting.map((one) => one.entry.seriesId))]
  const figures = await record.listFigures(city, now, ids)
  const notices: Notice[] = []
  for (const id of ids) {
    const entries = waiting.filter((one) => one.entry.seriesId === id).map((one) => one.entry)
    const siblings = await record.listSeries(city, now, { indicator: entries[0]?.series.indicator ?? '' })
    notices.push(...checkEntries(entries, figures.get(id) ?? [], unitsOf(siblings), today))
  }
  return notices
}

/** Lists that are no dimensions. */
const notDimensions: ReadonlySet<string> = new Set(['UNIT_MEASURE', 'UNIT_MULT', 'METHOD', 'BOUNDARY', 'OBS_STATUS'])

/** Somebody looks for the series of an indicator. null: no such indicator, or not hers. */
export async function showSeriesToEnter(
  { city, viewer, now, code }: Omit<Asked, 'today'> & { code: string },
  record: DeskDataRecord,
): Promise<SeriesToEnter | null> {
  const [indicators, departments] = await Promise.all([record.listIndicators(city, now), record.listDepartments(city)])
  const indicator = indicators.find((one) => one.code === code)
  if (indicator === undefined || !mayEnter(viewer, city, code, departments)) return null
  const [series, areas, codes, sources] = await Promise.all([
    record.listSeries(city, now, { indicator: code }),
    record.listAreas(city, now),
    record.listCodes(city, now),
    record.listSources(city, now),
  ])
  const figures = await record.listFigures(
    city,
    now,
    series.map((one) => one.id),
  )
  const labels = makeLabels(areas, codes, sources)
  const used = new Set(series.flatMap((one) => Object.keys(one.dimensions)))
  const codelists = [...new Set(codes.map((one) => one.codelist))].filter((one) => !notDimensions.has(one))
  const ownFirst = (one: Series) => (one.refArea === city.refArea ? 0 : 1)
  return {
    indicator,
    series: [...series]
      .sort((a, b) => ownFirst(a) - ownFirst(b))
      .map((one) => ({
        labelled: labelSeries(one, labels),
        last: figures.get(one.id)?.at(-1) ?? null,
        figures: figures.get(one.id)?.length ?? 0,
      })),
    lists: {
      areas: [...areas].sort((a, b) => Number(b.code === city.refArea) - Number(a.code === city.refArea)),
      sources,
      units: codes.filter((one) => one.codelist === 'UNIT_MEASURE' && one.code !== 'UNIT_MEASURE'),
      dimensions: codelists
        .map((codelist) => ({
          codelist,
          codes: codes.filter((one) => one.codelist === codelist && one.code !== codelist && one.code !== '_T'),
          used: used.has(codelist),
        }))
        .sort((a, b) => Number(b.used) - Number(a.used)),
    },
  }
}

/** Somebody opens one series to enter values. null: no such series can be, or it is not hers. */
export async function showEntry(
  { city, viewer, now, key, newSource }: Omit<Asked, 'today'> & { key: SeriesKey; newSource: Source | null },
  record: DeskDataRecord,
): Promise<EntryView | null> {
  const [indicators, areas, codes, sources, departments] = await Promise.all([
    record.listIndicators(city, now),
    record.listAreas(city, now),
    record.listCodes(city, now),
    record.listSources(city, now),
    record.listDepartments(city),
  ])
  const indicator = indicators.find((one) => one.code === key.indicator)
  if (indicator === undefined || !mayEnter(viewer, city, key.indicator, departments)) return null
  const series = identifySeries(key)
  const known = await record.listSeries(city, now, { addresses: [series.address] })
  const isNew = known.length === 0
  const hasCode = (codelist: string, code: string) => codes.some((one) => one.codelist === codelist && one.code === code)
  const isMade =
    areas.some((one) => one.code === key.refArea) &&
    (newSource !== null || sources.some((one) => one.id === key.source)) &&
    hasCode('UNIT_MEASURE', key.unit) &&
    Object.entries(key.dimensions).every(([codelist, code]) => !notDimensions.has(codelist) && hasCode(codelist, code))
  if (isNew && !isMade) return null
  const figures = (await record.listFigures(city, now, [series.id])).get(series.id) ?? []
  const waiting = (await record.listEnteredValues(city)).filter((one) => one.seriesId === series.id)
  const labels = makeLabels(areas, codes, newSource === null ? sources : [...sources, newSource])
  return { indicator, labelled: labelSeries(series, labels), newSource: isNew ? newSource : null, figures, waiting, isNew }
}
