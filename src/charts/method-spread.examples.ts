import type { MethodSpreadData, SpreadRow } from './method-spread-layout.ts'

const row = (name: string, value: number | null, more: Partial<SpreadRow> = {}): SpreadRow => ({
  name,
  value,
  text: value === null ? 'no timetable' : value.toFixed(1),
  ...(value === null ? {} : { href: '/en/ulgiqala/figures/example/2023' }),
  ...more,
})

/** The same made-up city under several methods, with and without a timetable. */
export const methodSpreads: Readonly<Record<string, MethodSpreadData>> = {
  timetable: {
    label: 'People within reach of a stop, Үлгіқала, eight methods',
    unit: '%',
    interval: { low: 71.2, high: 74.4, label: '95 %: 71.2–74.4' },
    number: String,
    rows: [
      row('UN-Habitat, 2020', 52.4, { official: true }),
      row('Along streets, 500 m and 1 km', 72.9, { me: true }),
      row('Straight line, 500 m and 1 km', 86.1),
      row('From the nearest crossing', 75.3),
      row('With the way to the street', 71.4),
      row('A departure every 20 minutes', 58.2),
      row('A departure every 10 minutes', 31.7),
      row('Nobody is left out', 100),
    ],
  },
  noTimetable: {
    label: 'People within reach of a stop, Үлгіқала, three methods',
    unit: '%',
    interval: null,
    number: String,
    rows: [
      row('Along streets, 500 m and 1 km', 72.9, { me: true }),
      row('Straight line, 500 m and 1 km', 86.1),
      row('A departure every 20 minutes', null),
    ],
  },
  longName: {
    label: 'People within reach of a stop, Үлгіқала, with the figure of an office that has a long name',
    unit: '%',
    interval: { low: 61, high: 63.6, label: '95 %: 61–63.6' },
    number: String,
    rows: [
      row('Official: Transport department of Үлгіқала (invented), 2024', 71.5, { official: true }),
      row('Along streets, 500 m and 1 km', 64, { me: true }),
      row('Straight line, 500 m and 1 km', 73.3),
    ],
  },
}
