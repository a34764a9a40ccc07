import type { Observation, Reading, Series, SeriesKey } from './figure.ts'
import { identifySeries, seriesKeyText } from './series-key.ts'

/** What stands in the record for one series and period: the rows of the release in force, in their order. */
export interface Standing {
  series: Series
  timePeriod: string
  claims: ReadonlyArray<Pick<Observation, 'value' | 'obsStatus' | 'note'>>
}

export interface Change {
  /** Every series that the readings name, whether something changed in it or not. */
  series: Series[]
  /** What a new release has to say; `releaseId` is filled in by whoever writes it. */
  observations: Array<Omit<Observation, 'releaseId'>>
  /** Of these observations: periods that are new, that say something else, and that are gone. */
  counts: { added: number; changed: number; removed: number }
}

/**
 * What a new import changes: only that becomes a release.
 *
 * A period whose values are all the same as those in force is left out, so that the same import twice brings nothing.
 * A period that stands in the record and that the import no longer has becomes a marked gap (`obsStatus` `M`, no value),
 * but only in series that the import covers: a partial file removes nothing.
 *
 * @param readings  what the import says, in file order
 * @param standing  what stands in the record for the series it names or covers
 * @param covers    whether the import is complete for a series
 */
export function whatChanged(readings: readonly Reading[], standing: readonly Standing[], covers: (series: Series) => boolean): Change {
  const identify = identifier()
  const said = new Map<string, { series: Series; readings: Reading[] }>()
  const series = new Map<string, Series>()
  for (const reading of readings) {
    const of = identify(reading.series)
    series.set(of.id, of)
    const key = `${of.id} ${reading.timePeriod}`
    const entry = said.get(key)
    if (entry) entry.readings.push(reading)
    else said.set(key, { series: of, readings: [reading] })
  }

  const before = new Map(standing.map((one) => [`${one.series.id} ${one.timePeriod}`, one]))
  const observations: Change['observations'] = []
  const counts = { added: 0, changed: 0, removed: 0 }
  for (const [key, { series: of, readings: now }] of said) {
    const old = before.get(key)
    if (old !== undefined && sayTheSame(now, old.claims)) continue
    counts[old === undefined ? 'added' : 'changed']++
    for (const { timePeriod, value, obsStatus, note, origin } of now) {
      observations.push({ seriesId: of.id, timePeriod, value, obsValue: value === null ? null : Number(value), obsStatus, note, origin })
    }
  }
  for (const [key, old] of before) {
    if (said.has(key) || !covers(old.series) || old.claims.every((claim) => claim.value === null)) continue
    counts.removed++
    observations.push({
      seriesId: old.series.id,
      timePeriod: old.timePeriod,
      value: null,
      obsValue: null,
      obsStatus: 'M',
      note: null,
      origin: null,
    })
  }
  return { series: [...series.values()], observations, counts }
}

/** Readers share one key object among the readings of a series; otherwise the key's text tells. */
function identifier(): (key: SeriesKey) => Series {
  const byObject = new Map<SeriesKey, Series>()
  const byText = new Map<string, Series>()
  return (key) => {
    let series = byObject.get(key)
    if (series === undefined) {
      const text = seriesKeyText(key)
      series = byText.get(text) ?? identifySeries(key)
      byText.set(text, series)
      byObject.set(key, series)
    }
    return series
  }
}

function sayTheSame(now: readonly Reading[], before: Standing['claims']): boolean {
  return (
    now.length === before.length &&
    now.every((reading, index) => {
      const claim = before[index]
      return (
        claim !== undefined && claim.value === reading.value && claim.obsStatus === reading.obsStatus && sameText(claim.note, reading.note)
      )
    })
  )
}

/** The database may give the languages of a note in another order. */
function sameText(a: Reading['note'], b: Reading['note']): boolean {
  if (a === null || b === null) return a === b
  return a.kk === b.kk && a.ru === b.ru && a.en === b.en
}
