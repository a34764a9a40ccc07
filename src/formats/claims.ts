import type { Reading, SeriesKey } from '../books/indicators/figure.ts'
import { notice, type Notice } from '../books/notice.ts'

interface SeriesSoFar {
  key: SeriesKey
  first: Map<string, Reading>
  disputed: Set<string>
}

/**
 * Readings as they come, row by row, with the repeats sorted out.
 *
 * A repeat of a series and period with the value of the first row is a `duplicate_key`: the first stays. A repeat with
 * another value is a `conflicting_values`: both stay with their rows, and nothing here chooses between them.
 */
export class Claims {
  readonly readings: Reading[] = []
  readonly series: SeriesSoFar[] = []
  readonly #byText = new Map<string, SeriesSoFar>()
  readonly #notices: Notice[]

  constructor(notices: Notice[]) {
    this.#notices = notices
  }

  /** The series of a row; `text` is any text that tells series apart, `describe` makes the key when it is new. */
  seriesOf(text: string, describe: () => SeriesKey): SeriesSoFar {
    let series = this.#byText.get(text)
    if (series === undefined) {
      series = { key: describe(), first: new Map(), disputed: new Set() }
      this.#byText.set(text, series)
      this.series.push(series)
    }
    return series
  }

  add(series: SeriesSoFar, reading: Reading): void {
    const first = series.first.get(reading.timePeriod)
    if (first === undefined) {
      series.first.set(reading.timePeriod, reading)
      this.readings.push(reading)
      return
    }
    const agrees = Number(first.value) === Number(reading.value)
    this.#notices.push(
      notice(agrees ? 'duplicate_key' : 'conflicting_values', agrees ? 'info' : 'error', {
        file: reading.origin?.file ?? null,
        line: reading.origin?.line ?? null,
        value: reading.value,
        details: {
          firstLine: first.origin?.line ?? 0,
          firstValue: first.value ?? '',
          refArea: series.key.refArea,
          timePeriod: reading.timePeriod,
        },
      }),
    )
    if (agrees) return
    series.disputed.add(reading.timePeriod)
    this.readings.push(reading)
  }
}
