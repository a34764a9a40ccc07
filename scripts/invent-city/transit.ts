/** Buses, a tram and a suburban train of Үлгіқала as a GTFS feed: files by their name. */
import { bend, degreesOf, half } from './streets.ts'

interface Line {
  id: string
  type: 0 | 2 | 3
  /** The main street it runs along, and from where to where; metres. */
  along: 'x' | 'y'
  at: number
  from: number
  to: number
  minutes: number
  every: number
}

const lines: readonly Line[] = [
  { id: '1', type: 3, along: 'x', at: 0, from: -half.x, to: half.x, minutes: 8, every: 400 },
  { id: '2', type: 3, along: 'y', at: 0, from: -3000, to: 4000, minutes: 10, every: 400 },
  { id: '3', type: 3, along: 'x', at: 1000, from: -3000, to: 5000, minutes: 12, every: 400 },
  { id: '4', type: 3, along: 'x', at: -1000, from: -2000, to: 6000, minutes: 15, every: 400 },
  { id: '5', type: 3, along: 'y', at: 2000, from: -3000, to: 4000, minutes: 12, every: 400 },
  { id: '6', type: 3, along: 'y', at: -3000, from: -2000, to: 4000, minutes: 20, every: 400 },
  { id: '7', type: 3, along: 'x', at: 3000, from: -4000, to: 3000, minutes: 30, every: 400 },
  { id: '8', type: 3, along: 'y', at: 4000, from: -3000, to: 2000, minutes: 25, every: 400 },
  { id: '9', type: 3, along: 'x', at: -3000, from: -1000, to: 4000, minutes: 40, every: 400 },
  { id: '10', type: 3, along: 'x', at: -2000, from: -4000, to: 5000, minutes: 30, every: 400 },
  { id: '11', type: 3, along: 'x', at: 2000, from: -4000, to: 5000, minutes: 20, every: 400 },
  { id: '12', type: 3, along: 'y', at: 3000, from: -3000, to: 2000, minutes: 20, every: 400 },
  { id: '14', type: 3, along: 'x', at: 4000, from: -4000, to: 3000, minutes: 40, every: 400 },
  { id: 'T', type: 0, along: 'y', at: 1000, from: -2000, to: 3000, minutes: 7, every: 500 },
  { id: 'P', type: 2, along: 'x', at: 2000, from: -5000, to: 5000, minutes: 30, every: 5000 },
]

const metresPerMinute: Readonly<Record<Line['type'], number>> = { 0: 300, 2: 700, 3: 280 }
const time = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}:${String(Math.round((minutes % 1) * 60) % 60).padStart(2, '0')}`

export function inventTransit(): Map<string, string> {
  const stops = new Map<string, string>()
  const routes: string[] = []
  const trips: string[] = []
  const stopTimes: string[] = []
  const frequencies: string[] = []
  const kinds = { 0: 'трамвай', 2: 'пойыз', 3: 'автобус' }
  for (const line of lines) {
    routes.push(`${line.id},ulgi,${line.id},${line.id} ${kinds[line.type]},${line.type}`)
    const places: string[] = []
    for (let at = line.from; at <= line.to; at += line.every) {
      const [x, y] = line.along === 'x' ? [at, line.at] : [line.at, at]
      // A train has stations of its own; buses and trams share their stops.
      const id = `${line.type === 2 ? 'S' : ''}${x}_${y}`
      // A stop stands at the kerb, some metres off the middle of the street.
      const bent = bend(x, y)
      const { lon, lat } = degreesOf(bent.x + 6, bent.y + 4)
      if (!stops.has(id))
        stops.set(id, `${id},${line.type === 2 ? 'Бекет' : 'Аялдама'} ${stops.size + 1},${lat.toFixed(7)},${lon.toFixed(7)}`)
      places.push(id)
    }
    for (const direction of [0, 1] as const) {
      const trip = `${line.id}-${direction}`
      trips.push(`${line.id},daily,${trip},${direction}`)
      for (const [index, place] of (direction === 0 ? places : places.toReversed()).entries()) {
        const at = time(360 + (index * line.every) / metresPerMinute[line.type])
        stopTimes.push(`${trip},${at},${at},${place},${index + 1}`)
      }
      frequencies.push(`${trip},06:00:00,23:00:00,${line.minutes * 60}`)
    }
  }
  const table = (header: string, rows: Iterable<string>) => `${[header, ...rows].join('\n')}\n`
  return new Map([
    [
      'agency.txt',
      table('agency_id,agency_name,agency_url,agency_timezone', [
        'ulgi,Үлгіқала көлігі (ойдан шығарылған),https://ulgiqala.example/,Asia/Almaty',
      ]),
    ],
    [
      'calendar.txt',
      table('service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date', [
        'daily,1,1,1,1,1,1,1,20250101,20251231',
      ]),
    ],
    [
      'feed_info.txt',
      table('feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date', [
        'Үлгіқала көлігі (ойдан шығарылған),https://ulgiqala.example/,kk,20250101,20251231',
      ]),
    ],
    ['frequencies.txt', table('trip_id,start_time,end_time,headway_secs', frequencies)],
    ['routes.txt', table('route_id,agency_id,route_short_name,route_long_name,route_type', routes)],
    ['stop_times.txt', table('trip_id,arrival_time,departure_time,stop_id,stop_sequence', stopTimes)],
    ['stops.txt', table('stop_id,stop_name,stop_lat,stop_lon', stops.values())],
    ['trips.txt', table('route_id,service_id,trip_id,direction_id', trips)],
  ])
}
