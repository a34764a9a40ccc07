import type { AirView } from '../books/home-view.ts'
import type { FigureReference } from '../books/indicators/labelled-series.ts'
import type { RidgesData } from '../charts/ridges-layout.ts'
import { unitWords } from './indicators/series-words.ts'
import type { Words } from './words.ts'

/** The air of a city as ridges, with words; and whether the highest week is late in the year, where the sky beside the name is free. */
export function ridgesOf(
  air: AirView,
  words: Words,
  addressOf: (figure: FigureReference) => string,
): { data: RidgesData; peakIsLate: boolean } {
  const unit = unitWords(air.labelled, words)
  const years = air.years.slice(-6)
  const weeks = years.flatMap(({ year, weeks: values }) => values.map((value, week) => ({ year, week, value: value ?? -Infinity })))
  const peak = weeks.reduce((highest, week) => (week.value > highest.value ? week : highest))
  const month = new Date(Date.UTC(Number(peak.year), 0, 4 + peak.week * 7)).getUTCMonth() + 1
  const rod = rodFor(peak.value)
  return {
    peakIsLate: peak.week > 40,
    data: {
      label: words.t('home.airLabel', { from: years[0]?.year ?? '', to: years.at(-1)?.year ?? '' }),
      years: years.map(({ year, weeks: values, figure, days }) => ({
        year,
        values,
        href: addressOf(figure),
        title: words.t('home.airYear', { year, days }),
      })),
      months: monthNames(words),
      peak: {
        when: words.period(`${peak.year}-${String(month).padStart(2, '0')}`),
        value: words.t('home.airPeak', { value: words.number(peak.value, 0), unit }),
      },
      scale: { value: rod, label: `${words.number(rod)} ${unit}` },
    },
  }
}

/** 1, 2 or 5 times a power of ten, at most a third of the highest value. */
function rodFor(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(highest / 3))
  return ([5, 2].find((step) => step * power <= highest / 3) ?? 1) * power
}

const monthNames = ({ language }: Words): string[] => {
  const format = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2024, month, 15))).replace('.', ''))
}
