import type { Viewer } from '../../books/accounts/viewer.ts'
import type { ValueOrigin } from '../../books/indicators/entry/entered-value.ts'
import { entryCounts } from '../../books/indicators/entry/entry-counts.ts'
import type { City, Source } from '../../books/indicators/figure.ts'
import { identifySeries } from '../../books/indicators/series-key.ts'
import { whatChanged, type Standing } from '../../books/indicators/what-changed.ts'
import { countNotices } from '../../books/notice.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { MultilingualText } from '../../books/text.ts'
import { staffName, type DeskDataRecord } from './record.ts'
import { mayEnter, showValues } from './show-values.ts'

export interface PublishInput {
  city: City
  viewer: Viewer
  now: Date
  today: string
  title: MultilingualText
}

/**
 * The viewer's entered values become a release. A value whose figure has changed since it was entered is not published over it: she
 * looks at it again first.
 *
 * Refusals  nothing_to_publish, title_missing, values_overtaken, indicator_not_yours
 */
export async function publishValues(
  { city, viewer, now, today, title }: PublishInput,
  record: DeskDataRecord,
): Promise<Outcome<{ number: number }>> {
  await record.takeTurn(city)
  const [view, departments] = await Promise.all([showValues({ city, viewer, now, today }, record), record.listDepartments(city)])
  const { mine, notices } = view
  if (Object.values(title).every((one) => one.trim() === '')) return refuse('title_missing', 'title-kk')
  const foreign = mine.find((one) => !mayEnter(viewer, city, one.entry.series.indicator, departments))
  if (foreign !== undefined) return refuse('indicator_not_yours', undefined, { indicator: foreign.entry.series.indicator })
  if (mine.some((one) => one.overtaken)) return refuse('values_overtaken')

  const entries = mine.map((one) => one.entry)
  const readings = entries.map(({ series, timePeriod, value, obsStatus, note }) => ({
    ...{ series, timePeriod, value, obsStatus, note, origin: null },
  }))
  const standing: Standing[] = mine.flatMap(({ labelled, entry, standing: figure }) =>
    figure === null ? [] : [{ series: labelled.series, timePeriod: entry.timePeriod, claims: figure.claims }],
  )
  const change = whatChanged(readings, standing, () => false)
  if (change.observations.length === 0) return refuse('nothing_to_publish')

  const published = entries.filter((one) =>
    change.observations.some((other) => other.seriesId === one.seriesId && other.timePeriod === one.timePeriod),
  )
  const sources = new Set(published.map((one) => one.series.source))
  const newSources = [...new Map(published.flatMap((one) => (one.source === null ? [] : [[one.source.id, one.source] as const]))).values()]
  const { counts: noticeCounts, kept } = countNotices(notices)
  const release = await record.startRelease(city, {
    id: record.newId(),
    kind: 'entry',
    title: Object.fromEntries(Object.entries(title).filter(([, words]) => words.trim() !== '')),
    source: sources.size === 1 ? ([...sources][0] ?? null) : null,
    madeBy: staffName(viewer.personId),
    recordedAt: now.toISOString(),
    parameters: { values: published.map(originOfEntry) },
    codeVersion: record.codeVersion,
    files: [],
    counts: { rows: entries.length, series: change.series.length, entries: newSources.length, ...entryCounts(change, published) },
    noticeCounts,
  })
  await record.addEntries(city, release.id, newSources.map(sourceEntry))
  const touched = new Set(change.observations.map((one) => one.seriesId))
  await record.addSeries(
    city,
    change.series.filter((one) => touched.has(one.id)),
  )
  await record.addObservations(
    city,
    release.id,
    change.observations.map((one) => ({ ...one, releaseId: release.id })),
  )
  await record.addNotices(city, release.id, kept)
  await record.publishRelease(city, release.id, now)
  await record.removeEnteredValues(
    city,
    entries.map((one) => one.id),
  )
  await record.addChange(city, {
    at: now.toISOString(),
    by: viewer.personId,
    action: 'release.publish',
    subject: `release/${release.number}`,
    before: null,
    after: {
      values: mine.map(({ entry, standing: figure }) => ({
        series: identifySeries(entry.series).address,
        timePeriod: entry.timePeriod,
        before: figure?.value ?? null,
        after: entry.value,
      })),
    },
  })
  return done({ number: release.number })
}

const originOfEntry = (
  one: { series: Parameters<typeof identifySeries>[0]; timePeriod: string } & Omit<ValueOrigin, 'series'>,
): ValueOrigin => ({
  series: identifySeries(one.series).address,
  timePeriod: one.timePeriod,
  typed: one.typed,
  place: one.place,
  reason: one.reason,
})

const sourceEntry = (content: Source) => ({ kind: 'source' as const, key: content.id, content })
