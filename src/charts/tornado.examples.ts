import type { TornadoData, TornadoRow } from './tornado-layout.ts'

const row = (name: string, low: number, high: number): TornadoRow => ({
  name,
  low,
  high,
  lowText: low.toFixed(1),
  highText: high.toFixed(1),
})

/** What moves the figure of a made-up city; one input moves nothing. */
export const tornados: Readonly<Record<string, TornadoData>> = {
  widestFirst: {
    label: 'What moves the share of people within reach of a stop, Үлгіқала, five inputs',
    unit: '%',
    base: { value: 72.9, label: '72.9' },
    rows: [
      row('How often a vehicle leaves', 58.2, 72.9),
      row('Walking distance', 67.5, 76.8),
      row('Stops that are missing', 70.9, 72.9),
      row('Population of a cell', 71.8, 74),
      row('Nothing at all', 72.9, 72.9),
    ],
  },
}
