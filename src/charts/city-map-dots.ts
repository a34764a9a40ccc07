import { placeOn, type CityMapFrame } from './city-map-frame.ts'

export interface PeopleOnMap {
  lon: Float64Array
  lat: Float64Array
  people: Float64Array
  /** 0 no stop near enough, 1 served; by the change that is tried: 2 newly served, 3 no longer. */
  state: Uint8Array
}

/** Dots of one look: one path, a dot being a line without length. */
export interface Dots {
  state: 'unserved' | 'served' | 'gained' | 'lost'
  size: 'small' | 'middle' | 'large'
  /** Across, in units. */
  width: number
  path: string
}

const states = ['unserved', 'served', 'gained', 'lost'] as const
const sizes = ['small', 'middle', 'large'] as const
/** Cells nearer to one another than this are one dot: a hundred across the picture, however fine the grid. */
const finest = 12
const widths = { small: 0.45, middle: 0.7, large: 0.95 } as const
/** Of the room that a dot has when all stand evenly in their box; a city fills about half of it. */
const shareOfRoom = 0.6
const widestDot = 30

/**
 * People as dots: cells that the picture cannot tell apart become one, in the middle of its people, in the state of most of them.
 * A dot with fewer than half of the usual number of people is small, one with more than twice as many is large.
 */
export function placeDots({ lon, lat, people, state }: PeopleOnMap, frame: CityMapFrame): Dots[] {
  const columns = Math.ceil(frame.width / finest)
  const dots = new Map<number, { people: number[]; x: number; y: number }>()
  for (let cell = 0; cell < people.length; cell++) {
    const count = people[cell] ?? 0
    if (count <= 0) continue
    const [x, y] = placeOn(frame, lon[cell] ?? 0, lat[cell] ?? 0)
    const key = Math.floor(y / finest) * columns + Math.floor(x / finest)
    const dot = dots.get(key) ?? { people: [0, 0, 0, 0], x: 0, y: 0 }
    dot.people[state[cell] ?? 0] = (dot.people[state[cell] ?? 0] ?? 0) + count
    dot.x += x * count
    dot.y += y * count
    dots.set(key, dot)
  }
  const totals = [...dots.values()].map((dot) => dot.people.reduce((a, b) => a + b))
  const usual = totals.reduce((a, b) => a + b, 0) / Math.max(1, totals.length)
  const room = roomOf([...dots.values()].map((dot, index) => [dot.x / (totals[index] ?? 1), dot.y / (totals[index] ?? 1)]))

  const paths = new Map<string, string>()
  for (const dot of dots.values()) {
    const total = dot.people.reduce((a, b) => a + b)
    const most = states[dot.people.indexOf(Math.max(...dot.people))] ?? 'unserved'
    const look = `${most} ${sizes[total < usual / 2 ? 0 : total <= usual * 2 ? 1 : 2]}`
    paths.set(look, `${paths.get(look) ?? ''}M${Math.round(dot.x / total)} ${Math.round(dot.y / total)}h0`)
  }
  // Served people lie below, so that nobody without a stop is hidden.
  return (['served', 'gained', 'unserved', 'lost'] as const).flatMap((one) =>
    sizes.flatMap((size) => {
      const path = paths.get(`${one} ${size}`)
      return path === undefined ? [] : [{ state: one, size, width: Math.round(room * widths[size]), path }]
    }),
  )
}

/** How far apart dots stand that fill their box evenly. */
function roomOf(places: ReadonlyArray<readonly [number, number]>): number {
  const span = (values: number[]) => values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), Infinity)
  const box = span(places.map(([x]) => x)) * span(places.map(([, y]) => y))
  return Math.max(finest, Math.min(widestDot, shareOfRoom * Math.sqrt(box / places.length)))
}
