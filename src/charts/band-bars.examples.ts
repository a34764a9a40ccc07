import type { BandBarsData } from './band-bars-layout.ts'

/** Bands of different width, one that all methods agree on, one that may be below zero; the numbers are made up. */
export const bandBars: Readonly<Record<string, BandBarsData>> = {
  places: {
    label: 'Value added of a million sold, by place: 5 bands',
    unit: 'million USD',
    rows: [
      { name: 'Үлгіқала', low: 0.667, high: 0.696, text: '0.667–0.696', me: true },
      { name: 'Ülgiel without Үлгіқала', low: 0.169, high: 0.198, text: '0.169–0.198' },
      { name: 'Tengizkent', low: 0.005, high: 0.006, text: '0.005–0.006' },
      { name: 'Tengizel without Tengizkent, all its islands included', low: 0.014, high: 0.06, text: '0.014–0.060' },
      { name: 'Rest of the world', low: 0.115, high: 0.115, text: '0.115' },
    ],
  },
  belowZero: {
    label: 'Balance, 2 bands',
    unit: '%',
    rows: [
      { name: 'City', low: -1.2, high: 0.8, text: '−1.2–0.8', me: true },
      { name: 'Country', low: -3, high: -2, text: '−3.0–−2.0' },
    ],
  },
}
