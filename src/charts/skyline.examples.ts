import type { SkylineData } from './skyline-layout.ts'

const sector = (name: string, share: number, selfSufficiency: number) => ({ name, share, selfSufficiency, text: `${selfSufficiency} %` })

/** Broad and thin sectors, one that is made nowhere near, one far beyond what is needed; the numbers are made up. */
export const skylines: Readonly<Record<string, SkylineData>> = {
  city: {
    label: 'Үлгіқала: thickness is the share of demand, length self-sufficiency. 7 sectors',
    unit: 'self-sufficiency, %',
    line: '100 %: what the city needs',
    sectors: [
      sector('Other business services', 24.9, 216),
      sector('Construction', 19.1, 106),
      sector('Wholesale trade', 17.3, 172),
      sector('Agriculture', 15.1, 5),
      sector('Food and beverages', 12, 84),
      sector('Electrical equipment', 10.2, 640),
      sector('Chemicals', 1.4, 74),
    ],
  },
}
