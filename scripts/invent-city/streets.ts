/**
 * The streets of Үлгіқала, a city that does not exist: a grid that a river, a railway and a mountain have bent, with newer quarters that
 * buses do not reach yet. It lies at 0° N, 20° W, where on Earth there is only sea. The same seed gives the same city.
 */
import { seeded } from '../../bench/harness.ts'

export interface InventedNode {
  id: number
  lon: number
  lat: number
  tags: Record<string, string>
}

export interface InventedWay {
  id: number
  nodes: number[]
  tags: Record<string, string>
}

/** Half of the city's width and height, metres. */
export const half = { x: 6000, y: 5000 }
const local = 200
const main = 1000

const names = ['Арман', 'Бейбіт', 'Бұлақ', 'Достық', 'Дәулет', 'Еңбек', 'Жұлдыз', 'Керуен', 'Көктем', 'Қайнар', 'Мейірім', 'Нұрлы', 'Самал']

/** Metres east and north of the middle, after the ground has bent the grid. */
export function bend(x: number, y: number): { x: number; y: number } {
  return {
    x: x + 90 * Math.sin(y / 1300) + 35 * Math.sin((x + y) / 520),
    y: y + 110 * Math.sin(x / 1700 + 1) + 30 * Math.sin((x - y) / 610),
  }
}

/** Degrees; at the equator one degree is 111,319.49 m of longitude and 110,574.28 m of latitude. */
export const degreesOf = (x: number, y: number): { lon: number; lat: number } => ({
  lon: Math.round((x / 111_319.49 - 20) * 1e7) / 1e7,
  lat: Math.round((y / 110_574.28) * 1e7) / 1e7,
})

/** Where the river runs at this height. */
export const riverAt = (y: number): number => -1500 + 500 * Math.sin(y / 1800)

const park = { left: 400, right: 1800, bottom: -1600, top: -400 }
const inPark = (x: number, y: number): boolean => x > park.left && x < park.right && y > park.bottom && y < park.top
/** The works in the north-east: hardly a street leads through. */
const inWorks = (x: number, y: number): boolean => x > 3000 && y > 2600

/** How much of the fine grid has been built here, 0 to 1. */
function built(x: number, y: number): number {
  if (inPark(x, y)) return 0
  if (inWorks(x, y)) return 0.25
  if (y < -3400) return 0.45 // up the slope
  return Math.hypot(x, y) < 3500 ? 0.92 : 0.8
}

export function inventStreets(): { nodes: InventedNode[]; ways: InventedWay[] } {
  const random = seeded(11_02_01)
  const nodes: InventedNode[] = []
  const ways: InventedWay[] = []
  const known = new Map<string, number>()
  const nodeAt = (x: number, y: number): number => {
    const key = `${Math.round(x)} ${Math.round(y)}`
    const there = known.get(key)
    if (there !== undefined) return there
    const bent = bend(x, y)
    const id = 1000 + nodes.length
    nodes.push({ id, ...degreesOf(bent.x, bent.y), tags: {} })
    known.set(key, id)
    return id
  }
  const addWay = (points: number[], tags: Record<string, string>) => ways.push({ id: 500_000 + ways.length, nodes: points, tags })

  const isMain = (at: number): boolean => Math.abs(at) % main === 0
  const nameOf = (index: number, along: 'x' | 'y') =>
    `${names[(index * 7 + (along === 'x' ? 0 : 5)) % names.length] ?? ''} ${along === 'x' ? 'даңғылы' : 'көшесі'}`

  for (const along of ['x', 'y'] as const) {
    const across = along === 'x' ? half.y : half.x
    const length = along === 'x' ? half.x : half.y
    for (let line = -across; line <= across; line += local) {
      const important = isMain(line)
      const tags = important
        ? {
            highway: line === 0 ? 'primary' : 'secondary',
            name: nameOf(Math.round(line / main) + 20, along),
            lanes: line === 0 ? '4' : '2',
          }
        : { highway: 'residential', name: nameOf(Math.round(line / local) + 60, along) }
      let run: number[] = []
      const close = () => {
        if (run.length > 1) addWay(run, tags)
        run = []
      }
      for (let at = -length; at < length; at += local) {
        const [x, y] = along === 'x' ? [at, line] : [line, at]
        const [x2, y2] = along === 'x' ? [at + local, line] : [line, at + local]
        const crossesRiver = x < riverAt(y) !== x2 < riverAt(y2)
        // Bridges are on main streets only, and not on all of them.
        const open = crossesRiver
          ? important && Math.abs(line) % 2000 === 0
          : important
            ? !inPark((x + x2) / 2, (y + y2) / 2)
            : random() < built((x + x2) / 2, (y + y2) / 2)
        if (!open) {
          close()
          continue
        }
        if (run.length === 0) run.push(nodeAt(x, y))
        run.push(nodeAt((x + x2) / 2, (y + y2) / 2), nodeAt(x2, y2))
      }
      close()
    }
  }

  // Paths of the park and along the river.
  for (let at = park.left; at < park.right; at += local)
    addWay([nodeAt(at, park.bottom), nodeAt(at + local / 2, (park.bottom + park.top) / 2), nodeAt(at + local, park.top)], {
      highway: 'footway',
    })
  for (let y = -half.y + local; y < half.y; y += main)
    addWay(
      Array.from({ length: 6 }, (_, step) => nodeAt(Math.round(riverAt(y + step * local) / local) * local + local, y + step * local)),
      { highway: 'path' },
    )
  // The road around the city is not for walking.
  const ring = Array.from({ length: 41 }, (_, step) => {
    const angle = (step / 40) * 2 * Math.PI
    return nodeAt((half.x + 500) * Math.cos(angle), (half.y + 500) * Math.sin(angle))
  })
  addWay(ring, { highway: 'motorway', name: 'Айналма жол', lanes: '4' })

  const area = (corners: ReadonlyArray<readonly [number, number]>, tags: Record<string, string>) => {
    const ids = corners.map(([x, y]) => nodeAt(x, y))
    addWay([...ids, ids[0] ?? 0], tags)
  }
  area(
    [
      [park.left, park.bottom],
      [park.right, park.bottom],
      [park.right, park.top],
      [park.left, park.top],
    ],
    { leisure: 'park', name: 'Орталық саябақ' },
  )
  for (const [x, y] of [
    [-4300, 1700],
    [-2700, -2700],
    [2700, 1500],
    [4300, -1900],
    [-300, 3300],
  ] as const)
    area(
      [
        [x, y],
        [x + 330, y],
        [x + 330, y + 260],
        [x, y + 260],
      ],
      { leisure: 'park', name: `${names[Math.abs(x / 100 + y / 100) % names.length] ?? ''} саябағы` },
    )
  area(
    [
      [900, -1200],
      [1200, -1250],
      [1300, -1000],
      [1000, -900],
    ],
    { natural: 'water', name: 'Айнакөл' },
  )
  const bank = Array.from({ length: 26 }, (_, step) => -half.y - 400 + step * 432)
  area([...bank.map((y) => [riverAt(y) - 60, y] as const), ...bank.toReversed().map((y) => [riverAt(y) + 60, y] as const)], {
    natural: 'water',
    name: 'Сарқырама',
  })
  area(
    [
      [-half.x, -half.y - 900],
      [half.x, -half.y - 900],
      [half.x, -half.y + 500],
      [2000, -half.y + 900],
      [-2000, -half.y + 300],
      [-half.x, -half.y + 700],
    ],
    { natural: 'wood' },
  )
  return { nodes, ways }
}
