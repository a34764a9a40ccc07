import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { annualMeans, minimumCapture, type PeriodMean } from '../../src/books/indicators/annual-mean.ts'
import type { Indicator, Reading, SeriesKey } from '../../src/books/indicators/figure.ts'
import type { MultilingualText } from '../../src/books/text.ts'
import type { CitySet } from '../../src/formats/city-folder/city-folder.ts'
import { readTable } from '../../src/formats/city-folder/table.ts'
import { areas, codes, sources } from './almaty-words.ts'

const key: SeriesKey = {
  indicator: '11.6.2',
  refArea: 'KZALA',
  source: sources.openaq.id,
  method: 'one_station',
  boundary: '',
  unit: 'UG_CUB_METER',
  dimensions: { SERIES: '_L_KZ_110602_1B' },
}

/**
 * PM2.5 at one station: every day as published, and the means of months and years computed from the days.
 *
 * Missing  below 75 % of the days a marked gap; a period that the data do not reach the end of, likewise.
 */
export function compileAir(file: string, indicator: Indicator): CitySet {
  const bytes = readFileSync(file)
  const { rows } = readTable(bytes.toString('utf8'))
  const days = rows.map(({ line, raw, cells: [day = '', value = ''] }) => ({ line, raw, day, value }))
  const lastDay = days.at(-1)?.day ?? ''
  const daily = days.map(({ line, raw, day, value }): Reading => ({
    series: { ...key, dimensions: { ...key.dimensions, FREQ: 'D' } },
    timePeriod: day,
    value,
    obsStatus: null,
    note: null,
    origin: { file: 'pm25-daily.csv', line, row: raw, cell: value },
  }))
  const means = annualMeans(days.map(({ day, value }) => ({ date: day, value: Number(value) })))
  const byMonth: SeriesKey = { ...key, dimensions: { ...key.dimensions, FREQ: 'M' } }
  const annual = means.years.map((mean) => toReading(mean, key, lastDay))
  const monthly = means.months.map((mean) => toReading(mean, byMonth, lastDay))
  const title = {
    kk: 'PM2.5: тәуліктік, айлық және жылдық орташалар, бір бекет',
    ru: 'PM2.5: средние за сутки, месяц и год, одна станция',
    en: 'PM2.5: daily, monthly and annual means, one station',
  }
  return {
    release: {
      id: 'openaq-2025-11-14',
      kind: 'computation',
      title,
      source: sources.openaq.id,
      madeBy: 'Bagdar, compile-demo',
      publishedAt: '2025-11-14T00:00:00.000Z',
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: null,
      parameters: { sensor: 'OpenAQ 25903', minimumCapture, decimals: 1 },
      codeVersion: '',
    },
    readings: {
      title,
      source: sources.openaq,
      indicators: [indicator],
      areas,
      codes,
      readings: [...annual, ...monthly, ...daily],
      notices: [],
      files: [{ path: 'pm25-daily.csv', sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength }],
      rows: rows.length,
    },
  }
}

function toReading({ timePeriod, mean, days, daysInPeriod }: PeriodMean, series: SeriesKey, lastDay: string): Reading {
  const isOver = timePeriod < lastDay.slice(0, timePeriod.length) || isLastDayOf(timePeriod, lastDay)
  const value = isOver && mean !== null ? mean.toFixed(1) : null
  return {
    series,
    timePeriod,
    value,
    obsStatus: value === null ? 'M' : null,
    note: noteOf(days, daysInPeriod, isOver, value !== null),
    origin: null,
  }
}

const isLastDayOf = (timePeriod: string, day: string): boolean => {
  const next = new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString()
  return day.startsWith(timePeriod) && !next.startsWith(timePeriod)
}

function noteOf(measured: number, length: number, isOver: boolean, enough: boolean): MultilingualText {
  const percent = Math.floor((100 * measured) / length)
  const count = {
    kk: `Өлшенген күндер: ${measured} / ${length} (${percent} %).`,
    ru: `Дней с измерениями: ${measured} из ${length} (${percent} %).`,
    en: `Days measured: ${measured} of ${length} (${percent} %).`,
  }
  if (enough) return count
  if (!isOver)
    return {
      kk: `${count.kk} Кезең әлі аяқталмаған, орташа есептелмейді.`,
      ru: `${count.ru} Период ещё не закончился, среднее не вычисляется.`,
      en: `${count.en} The period is not over: no mean is given.`,
    }
  return {
    kk: `${count.kk} Күндердің 75 %-ынан азы өлшенген, орташа есептелмейді.`,
    ru: `${count.ru} Измерено меньше 75 % дней, среднее не вычисляется.`,
    en: `${count.en} Less than 75 % of the days: no mean is given.`,
  }
}
