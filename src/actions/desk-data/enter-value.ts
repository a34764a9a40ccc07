import type { Viewer } from '../../books/accounts/viewer.ts'
import { clashOf, type Clash } from '../../books/indicators/entry/clash.ts'
import type { EnteredValue } from '../../books/indicators/entry/entered-value.ts'
import { readEntry, type EntryForm } from '../../books/indicators/entry/read-entry.ts'
import type { EntryView } from '../../books/indicators/entry/values-view.ts'
import type { City, SeriesKey, Source } from '../../books/indicators/figure.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { DeskDataRecord } from './record.ts'
import { showEntry } from './show-values.ts'

export type EntryAnswer =
  | { kind: 'done'; entry: EnteredValue }
  | { kind: 'not_found' }
  | { kind: 'refused'; view: EntryView; refusals: readonly Refusal[] }
  | { kind: 'clash'; view: EntryView; clash: Clash }

export interface EntryInput {
  city: City
  viewer: Viewer
  now: Date
  key: SeriesKey
  newSource: Source | null
  form: EntryForm
  /** When the form was opened: what has changed since is shown before anything is kept. */
  openedAt: Date
}

/** Somebody enters, corrects or takes out one value. It waits in her draft; the record stays as it is. */
export async function enterValue(input: EntryInput, record: DeskDataRecord): Promise<EntryAnswer> {
  const { city, viewer, now, openedAt } = input
  await record.takeTurn(city)
  const view = await showEntry(input, record)
  if (view === null) return { kind: 'not_found' }
  const { series } = view.labelled
  const timePeriod = input.form.timePeriod.trim()
  const standing = view.figures.find((one) => one.timePeriod === timePeriod) ?? null
  const read = readEntry(input.form, standing !== null && (standing.value !== null || standing.disputed))
  if ('refusals' in read) return { kind: 'refused', view, refusals: read.refusals }

  const before =
    (await record.listFigures(city, openedAt, [series.id])).get(series.id)?.find((one) => one.timePeriod === timePeriod) ?? null
  const others = view.waiting.filter((one) => one.personId !== viewer.personId && one.timePeriod === timePeriod)
  const clash = clashOf(before, standing, others, openedAt)
  if (clash !== null) return { kind: 'clash', view, clash }

  const old = view.waiting.find((one) => one.personId === viewer.personId && one.timePeriod === timePeriod)
  const { indicator, refArea, source, method, boundary, unit, dimensions } = series
  const entry: EnteredValue = {
    ...read.entry,
    id: record.newId(),
    personId: viewer.personId,
    seriesId: series.id,
    series: { indicator, refArea, source, method, boundary, unit, dimensions },
    source: view.newSource,
    baseRelease: standing?.releaseId ?? null,
    enteredAt: now.toISOString(),
  }
  await record.keepEnteredValue(city, entry)
  await record.addChange(city, {
    at: now.toISOString(),
    by: viewer.personId,
    action: 'reading.enter',
    subject: `series/${series.address}/${timePeriod}`,
    before: old === undefined ? null : { value: old.value, obsStatus: old.obsStatus },
    after: { value: entry.value, obsStatus: entry.obsStatus, place: entry.place, reason: entry.reason },
  })
  return { kind: 'done', entry }
}
