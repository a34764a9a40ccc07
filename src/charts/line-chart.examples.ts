import type { LineChartData, LinePoint } from './line-chart-data.ts'

const point = (timePeriod: string, value: number | null, more: Partial<LinePoint> = {}): LinePoint => ({
  timePeriod,
  value,
  text: value === null ? '' : String(value),
  href: `/en/ulgiqala/figures/example/${timePeriod}`,
  title: `${timePeriod}: ${value}`,
  ...more,
})

const years = (from: number, values: readonly (number | null)[]): LinePoint[] =>
  values.map((value, index) => point(String(from + index), value))

const base: Omit<LineChartData, 'label' | 'series'> = { unit: 'µg/m³', target: null, outlier: 'outlier', break: 'break', number: String }

/** Every sign a line chart can carry, each in its plainest form; the numbers are made up. */
export const lineCharts: Readonly<Record<string, LineChartData>> = {
  rivals: {
    ...base,
    label: 'Three sources, one target, an outlier, intervals and incomplete years',
    target: { value: 5, label: 'Target 5 (WHO)' },
    series: [
      {
        name: 'Statistics office',
        points: years(2016, [20, 9, 15, 30, 30, 36, 30, 20]).map((one) => (one.timePeriod === '2017' ? { ...one, outlier: true } : one)),
      },
      {
        name: 'Own computation',
        points: [
          point('2020', 29, { interval: [17.1, 43.8], incomplete: true }),
          point('2021', 34.7, { interval: [24.3, 46.2] }),
          point('2022', 26.5, { interval: [21.4, 32.3] }),
          point('2023', 24.8, { interval: [20.1, 30] }),
          point('2024', 19.4, { interval: [17, 22] }),
          point('2025', 22.2, { interval: [19.1, 25.6], incomplete: true }),
        ],
      },
      { name: 'UN programme', points: [point('2018', 53)] },
    ],
  },
  single: {
    ...base,
    unit: '%',
    label: 'One series with a gap and a target above it',
    target: { value: 80, label: 'Target 80' },
    series: [{ name: 'Good roads', points: years(2014, [43, 65, null, 67, 71, 74.3, null, 85, 90.4]) }],
  },
  break: {
    ...base,
    unit: 'persons',
    label: 'A new method from 2020 on: the line is not joined',
    series: [
      {
        name: 'Statistics office',
        points: years(2015, [50_200, 49_900, 48_800, 48_800, 49_589, 17_000, 16_800, 16_200, 15_900]).map((one) =>
          one.timePeriod === '2020' ? { ...one, afterBreak: true } : one,
        ),
      },
    ],
  },
  outlier: {
    ...base,
    label: 'A value beyond the scale stands on a broken stem',
    series: [
      {
        name: 'Statistics office',
        points: years(2014, [12, 60, 50, 300, 30, 50, 40, 47, 40, 20]).map((one) =>
          one.timePeriod === '2017' ? { ...one, outlier: true } : one,
        ),
      },
    ],
  },
  monthly: {
    ...base,
    label: 'Months of two years',
    series: [
      {
        name: 'Stations',
        points: Array.from({ length: 24 }, (_, month) =>
          point(
            `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
            Math.round(30 + 25 * Math.cos((month * Math.PI) / 6)),
          ),
        ),
      },
    ],
  },
  onePoint: {
    ...base,
    label: 'A single value',
    series: [{ name: 'Statistics office', points: [point('2020', 39.05)] }],
  },
}
