import type { RidgesData } from './ridges-layout.ts'

const winters = (level: number, from = 0, to = 12): (number | null)[] =>
  Array.from({ length: 12 }, (_, month) =>
    month < from || month >= to
      ? null
      : Math.round((12 + level * Math.cos((month * Math.PI) / 6) ** 2 * (month < 3 || month > 8 ? 1 : 0.2)) * 10) / 10,
  )

/** Six made-up years of monthly means: the first begins in April, the last ends in October. */
export const ridges: RidgesData = {
  label: 'PM2.5 by month, 2020–2025: six years as six ridges, high in winter, low in summer',
  years: [winters(70, 3), winters(55), winters(50), winters(38), winters(24), winters(20, 0, 10)].map((values, index) => ({
    year: String(2020 + index),
    values,
    href: `/en/ulgiqala/figures/example/${2020 + index}`,
    title: String(2020 + index),
  })),
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  peak: { when: 'January 2021', value: '67 µg/m³' },
  scale: { value: 20, label: '20 µg/m³' },
}
