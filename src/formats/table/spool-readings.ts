import { closeSync, createReadStream, fsyncSync, openSync, writeSync } from 'node:fs'
import type { Reading, SeriesKey } from '../../books/indicators/figure.ts'
import { seriesKeyText } from '../../books/indicators/series-key.ts'

/** What a spool holds. */
export interface Spooled {
  readings: number
  series: number
  /** The most readings that one series has. */
  longestSeries: number
}

/**
 * Writes readings to a file, one a line, those of a series together and its periods in order, so that they can be worked through in
 * slices: a table of fifty megabytes never lies whole in the memory of the server.
 */
export function writeSpool(path: string, readings: readonly Reading[]): Spooled {
  const places = new Map<SeriesKey, number>()
  const byText = new Map<string, number>()
  for (const { series } of readings) {
    if (places.has(series)) continue
    const text = seriesKeyText(series)
    const place = byText.get(text) ?? byText.size
    byText.set(text, place)
    places.set(series, place)
  }
  const placeOf = (reading: Reading): number => places.get(reading.series) ?? 0
  // Sorting is stable: values that contradict each other stay in the order of the file.
  const sorted = [...readings].sort(
    (a, b) => placeOf(a) - placeOf(b) || (a.timePeriod < b.timePeriod ? -1 : a.timePeriod > b.timePeriod ? 1 : 0),
  )
  const file = openSync(path, 'w', 0o600)
  try {
    let text = ''
    let place = -1
    let length = 0
    let longestSeries = 0
    for (const reading of sorted) {
      const { series, ...rest } = reading
      if (placeOf(reading) !== place) {
        place = placeOf(reading)
        length = 0
        text += `${JSON.stringify({ series })}\n`
      }
      longestSeries = Math.max(longestSeries, ++length)
      text += `${JSON.stringify(rest)}\n`
      if (text.length > 1_000_000) {
        writeSync(file, text)
        text = ''
      }
    }
    writeSync(file, text)
    fsyncSync(file)
    return { readings: sorted.length, series: byText.size, longestSeries }
  } finally {
    closeSync(file)
  }
}

/**
 * The readings of a spool in slices of about `size`; a series is never split.
 *
 * @throws {Error} there is no such file
 */
export async function* readSpool(path: string, size: number): AsyncGenerator<Reading[]> {
  let slice: Reading[] = []
  let series: SeriesKey | null = null
  for await (const line of linesOf(path)) {
    const parsed = JSON.parse(line) as { series: SeriesKey } | Omit<Reading, 'series'>
    if ('series' in parsed) {
      if (slice.length >= size) {
        yield slice
        slice = []
      }
      series = parsed.series
    } else if (series !== null) slice.push({ series, ...parsed })
  }
  if (slice.length > 0) yield slice
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
