import type { FC } from 'hono/jsx'
import type { CityMapBackground } from './city-map-background.ts'
import { placeDots, type Dots, type PeopleOnMap } from './city-map-dots.ts'
import { placeOn, scaleLength, type CityMapFrame } from './city-map-frame.ts'

export interface CityMapData {
  /** Accessible name: what, where, when. */
  label: string
  frame: CityMapFrame
  /** null where the release keeps none: people and stops stand on bare paper. */
  background: CityMapBackground | null
  people: PeopleOnMap
  stops: { lon: Float64Array; lat: Float64Array; /** 1 low capacity, 2 high, 3 both. */ capacity: Uint8Array }
  /** Places that the page speaks of: sites by their number, stops that were added or removed. */
  marks: ReadonlyArray<{ kind: 'site' | 'added' | 'removed'; lon: number; lat: number; text: string }>
  /** What the bar is that shows the scale; `metres` as `scaleLength` gives them. */
  scaleLabel: string
  /** Whose map it is: written into a picture that stands alone; a page says it below the picture. */
  attribution: string
}

/**
 * The city as one picture: where people live, who has a stop near enough, where the stops are. It needs no script and no WebGL, and
 * stands on paper. `standalone` carries its own colours, for a file and for other sites that show the page; else the stylesheet has them.
 */
export const CityMap: FC<{ data: CityMapData; standalone?: boolean }> = ({ data, standalone = false }) => {
  const { frame, background, people, stops, marks } = data
  const look = standalone ? fixed : byClass
  const lowStops = stopPath(stops, frame, false)
  const highStops = stopPath(stops, frame, true)
  return (
    <svg
      class="city-map"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={data.label}
      xmlns="http://www.w3.org/2000/svg"
      {...(standalone ? { width: frame.width, height: frame.height, 'font-family': 'Golos Text, system-ui, sans-serif' } : {})}
    >
      <rect {...look('ground')} width={frame.width} height={frame.height} />
      {background && (
        <>
          <path {...look('water')} d={background.water} />
          <path {...look('green')} d={background.green} />
          <path {...look('street')} d={background.streets} />
          <path {...look('main-street')} d={background.mainStreets} />
          <path {...look('outline')} d={background.outline} />
        </>
      )}
      {placeDots(people, frame).map((dots) => (
        <path {...look(dots.state)} stroke-width={dots.width} stroke-linecap="round" d={dots.path} />
      ))}
      <path {...look('stop-rim')} stroke-width={9} stroke-linecap="round" d={lowStops} />
      <path {...look('stop')} stroke-width={5} stroke-linecap="round" d={lowStops} />
      <path {...look('stop-rim')} stroke-width={16} stroke-linecap="square" d={highStops} />
      <path {...look('stop')} stroke-width={10} stroke-linecap="square" d={highStops} />
      {marks.map((mark) => (
        <Mark mark={mark} frame={frame} look={look} />
      ))}
      <Scale data={data} look={look} />
      {/* On a page the words stand below, where the live map has them too. */}
      {standalone && (
        <text {...look('said')} x={frame.width - 12} y={frame.height - 14} text-anchor="end">
          {data.attribution}
        </text>
      )}
    </svg>
  )
}

/** A number in a ring: a site; a ring with a cross: what the change adds; a cross: what it takes away. */
const Mark: FC<{ mark: CityMapData['marks'][number]; frame: CityMapFrame; look: Look }> = ({
  mark: { kind, lon, lat, text },
  frame,
  look,
}) => {
  const [x, y] = placeOn(frame, lon, lat)
  return (
    <g {...look(kind)}>
      <title>{text}</title>
      {kind !== 'removed' && <circle cx={x} cy={y} r={20} />}
      {kind === 'added' && <path d={`M${x - 11} ${y}h22m-11-11v22`} />}
      {kind === 'removed' && <path d={`M${x - 13} ${y - 13}l26 26m0-26l-26 26`} />}
      {kind === 'site' && (
        <text {...look('site-number')} x={x} y={y + 9} text-anchor="middle">
          {text}
        </text>
      )}
    </g>
  )
}

const Scale: FC<{ data: CityMapData; look: Look }> = ({ data: { frame, scaleLabel }, look }) => {
  const length = Math.round(scaleLength(frame) * frame.unitsPerMetre)
  return (
    <>
      <path {...look('rod')} d={`M14 ${frame.height - 26}v12h${length}v-12`} />
      <text {...look('said')} x={22 + length} y={frame.height - 14}>
        {scaleLabel}
      </text>
    </>
  )
}

function stopPath({ lon, lat, capacity }: CityMapData['stops'], frame: CityMapFrame, high: boolean): string {
  let path = ''
  for (let stop = 0; stop < lon.length; stop++) {
    if ((capacity[stop] ?? 1) > 1 !== high) continue
    const [x, y] = placeOn(frame, lon[stop] ?? 0, lat[stop] ?? 0)
    path += `M${x} ${y}h0`
  }
  return path
}

type Part = keyof typeof colours | Dots['state']
type Look = (part: Part) => Record<string, string | number>

/** Colours of the light scheme, for pictures without the stylesheet. */
const colours = {
  ground: { fill: '#ffffff' },
  water: { fill: '#d5e3e5' },
  green: { fill: '#e3eee3' },
  street: { fill: 'none', stroke: '#dfe6e4', 'stroke-width': 2 },
  'main-street': { fill: 'none', stroke: '#b4c2be', 'stroke-width': 4 },
  outline: { fill: 'none', stroke: '#12211f', 'stroke-width': 2, 'stroke-dasharray': '10 6' },
  served: { stroke: '#6a9997' },
  gained: { stroke: '#14594a' },
  unserved: { stroke: '#bd1f2d' },
  lost: { stroke: '#805400' },
  'stop-rim': { stroke: '#ffffff' },
  stop: { stroke: '#12211f' },
  site: { fill: '#ffffff', stroke: '#12211f', 'stroke-width': 3 },
  'site-number': { fill: '#12211f', stroke: 'none', 'font-size': 26, 'font-weight': 600 },
  added: { fill: '#ffffff', stroke: '#14594a', 'stroke-width': 5 },
  removed: { fill: 'none', stroke: '#bd1f2d', 'stroke-width': 5 },
  rod: { fill: 'none', stroke: '#12211f', 'stroke-width': 2 },
  said: { fill: '#12211f', 'font-size': 24, stroke: '#ffffff', 'stroke-width': 6, 'paint-order': 'stroke' },
} as const

const fixed: Look = (part) => colours[part]
const byClass: Look = (part) => ({ class: `map-${part}` })
