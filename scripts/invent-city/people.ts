/** Where the people of Үлгіқала live, and its borders. */
import { seeded } from '../../bench/harness.ts'
import { bend, degreesOf, half, riverAt } from './streets.ts'

const cell = 200
const people = 412_600

/** Quarters with more people than their surroundings. The first and the last are new, and no bus goes there yet. */
const quarters = [
  { x: -4700, y: -1000, size: 500, more: 2.2 },
  { x: 500, y: 300, size: 1500, more: 1.6 },
  { x: 3000, y: 200, size: 900, more: 1.1 },
  { x: -3000, y: 2300, size: 800, more: 1 },
  { x: 1400, y: 4200, size: 600, more: 1.9 },
]

/** District 1 climbs the slope, 2 lies beyond the river, 3 is the old middle, 4 the north-east. */
export const districtAt = (x: number, y: number): number => (y < -2000 ? 1 : x < riverAt(y) ? 2 : y < 2200 ? 3 : 4)

export function inventPeople(): string {
  const random = seeded(2030)
  const rows: Array<{ x: number; y: number; weight: number; women: number }> = []
  for (let y = -half.y + cell / 2; y < half.y; y += cell)
    for (let x = -half.x + cell / 2; x < half.x; x += cell) {
      const near = quarters.reduce(
        (sum, quarter) => sum + quarter.more * Math.exp(-(((x - quarter.x) / quarter.size) ** 2 + ((y - quarter.y) / quarter.size) ** 2)),
        0,
      )
      const plain = y < -3400 ? 0.25 : 0.6
      const empty = (x > 400 && x < 1800 && y > -1600 && y < -400) || Math.abs(x - riverAt(y)) < 150 || (x > 3000 && y > 2600)
      const weight = empty ? 0 : (plain + near) * (0.4 + 1.2 * random())
      rows.push({ x, y, weight, women: 0.505 + 0.02 * random() })
    }
  const total = rows.reduce((sum, row) => sum + row.weight, 0)
  const lines = rows.flatMap(({ x, y, weight, women }) => {
    const population = Math.round((people * weight) / total)
    const bent = bend(x, y)
    const { lon, lat } = degreesOf(bent.x, bent.y)
    const female = Math.round(population * women)
    return population === 0 ? [] : [`${lon.toFixed(6)},${lat.toFixed(6)},${population},${female},${population - female}`]
  })
  return `${['lon,lat,population,SEX=F,SEX=M', ...lines].join('\n')}\n`
}

/** The districts as polygons; together they are the city. */
export function inventDistricts(): string {
  const left = -half.x - 100
  const right = half.x + 100
  const bottom = -half.y - 100
  const top = half.y + 100
  const steps = Array.from({ length: 37 }, (_, step) => -2000 + ((top + 2000) * step) / 36)
  const river = (from: number, to: number) =>
    [...new Set([from, ...steps.filter((y) => y > from && y < to), to])].map((y) => [riverAt(y), y] as const)
  const rings: ReadonlyArray<readonly [string, Record<'kk' | 'ru' | 'en', string>, ReadonlyArray<readonly [number, number]>]> = [
    [
      'ULGIQALA-1',
      { kk: 'Таулы ауданы', ru: 'район Таулы', en: 'Tauly district' },
      [[left, bottom], [right, bottom], [right, -2000], ...river(-2000, -2000), [left, -2000]],
    ],
    ['ULGIQALA-2', { kk: 'Өзенді ауданы', ru: 'район Өзенді', en: 'Özendi district' }, [[left, -2000], ...river(-2000, top), [left, top]]],
    [
      'ULGIQALA-3',
      { kk: 'Бақты ауданы', ru: 'район Бақты', en: 'Baqty district' },
      [...river(-2000, -2000), [right, -2000], [right, 2200], ...river(-2000, 2200).toReversed()],
    ],
    [
      'ULGIQALA-4',
      { kk: 'Қақпа ауданы', ru: 'район Қақпа', en: 'Qaqpa district' },
      [...river(2200, 2200), [right, 2200], [right, top], ...river(2200, top).toReversed()],
    ],
  ]
  return `${JSON.stringify({
    type: 'FeatureCollection',
    features: rings.map(([code, name, ring]) => ({
      type: 'Feature',
      properties: { code, name: name.kk, name_kk: name.kk, name_ru: name.ru, name_en: name.en },
      geometry: {
        type: 'Polygon',
        coordinates: [[...ring, ring[0] ?? [0, 0]].map(([x, y]) => [degreesOf(x, y).lon, degreesOf(x, y).lat])],
      },
    })),
  })}\n`
}
