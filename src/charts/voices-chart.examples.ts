import type { VoicesChartData } from './voices-chart-layout.ts'

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** Shares beside the census, in the states that a row can have; the numbers are made up. */
export const voicesCharts: Readonly<Record<string, VoicesChartData>> = {
  districts: {
    label: 'Participants by district beside the census',
    legend: { share: 'participants, with interval', census: 'census' },
    caution: 'Not a survey',
    percent,
    rows: [
      { name: 'Tauly district', share: { value: 0.14, low: 0.09, high: 0.22 }, census: 0.18, text: '14 %' },
      { name: 'Özendi district', share: { value: 0.35, low: 0.27, high: 0.45 }, census: 0.27, text: '35 %' },
      { name: 'District of the long eastern valley', share: null, census: 0.32, text: 'not shown' },
      { name: 'Qaqpa', share: { value: 0.13, low: 0.08, high: 0.21 }, census: 0.23, text: '13 %' },
    ],
  },
  noCensus: {
    label: 'Participants by sex',
    legend: { share: 'participants, with interval', census: 'census' },
    caution: 'Not a survey',
    percent,
    rows: [
      { name: 'Women', share: { value: 0.58, low: 0.48, high: 0.67 }, census: null, text: '58 %' },
      { name: 'Men', share: { value: 0.42, low: 0.33, high: 0.52 }, census: null, text: '42 %' },
    ],
  },
}
