import type { Bar, BarChartData } from './bar-chart-layout.ts'

const bar = (name: string, value: number, more: Partial<Bar> = {}): Bar => ({
  name,
  value,
  text: String(value),
  href: '/en/ulgiqala/figures/example/2023',
  title: `${name}: ${value}`,
  ...more,
})

/** Areas beside each other, in the states that a bar can have; the numbers are made up. */
export const barCharts: Readonly<Record<string, BarChartData>> = {
  ranked: {
    label: 'PM2.5, 2023, seven areas',
    unit: 'µg/m³',
    target: { value: 5, label: 'target 5' },
    bars: [
      bar('Northern region', 270, { suspect: 'outlier' }),
      bar('Temirli', 50),
      bar('Capital', 30),
      bar('Үлгіқала', 20, { me: true }),
      bar('Region of the long eastern valley', 20),
      bar('Lakeside', 10),
      bar('Southern city', 9),
    ],
  },
  belowZero: {
    label: 'Growth, 2023, four areas',
    unit: '%',
    target: null,
    bars: [bar('Capital', 4.2), bar('Үлгіқала', 2.1, { me: true }), bar('Lakeside', -0.4), bar('Temirli', -3.3)],
  },
}
