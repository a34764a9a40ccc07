import { scaleLinear } from 'd3-scale'
import { textWidth } from './text-width.ts'

export interface SkylineSector {
  name: string
  /** Its part of all output that demand calls for, percent: how thick it is drawn. */
  share: number
  /** What is made of that, percent: how long it is drawn. */
  selfSufficiency: number
  /** Both in the reader's notation. */
  text: string
}

export interface SkylineData {
  /** Accessible name: whose, how many sectors. */
  label: string
  unit: string
  /** In the order in which they stand. */
  sectors: readonly SkylineSector[]
  /** At the line of 100 percent. */
  line: string
}

export interface SkylineLayout {
  height: number
  top: number
  bottom: number
  zero: number
  whole: { x: number; label: { x: number; anchor: 'start' | 'middle' | 'end' } }
  sectors: ReadonlyArray<{
    sector: SkylineSector
    name: { x: number; y: number; anchor: 'start' | 'end' }
    y: number
    thickness: number
    /** Up to 100 percent, and what is beyond it. */
    own: number
    beyond: number
    /** Where it is cut, because it is longer than the drawing. */
    cut: number | null
    text: { x: number; y: number }
  }>
}

const wideText = 15
/** Pixels for one percent of demand. */
const perPercent = 2.4
/** Longer than three times what is needed, a sector is cut: the others would be too small to compare. */
const mostPercent = 300

/** A skyline laid on its side, so that names can be read: each sector as thick as its share of demand, as long as its self-sufficiency. */
export function layOutSkyline({ sectors, line }: SkylineData, { width, narrow }: { width: number; narrow: boolean }): SkylineLayout {
  const size = narrow ? 13 : wideText
  const left = narrow ? 0 : Math.ceil(Math.max(...sectors.map(({ name }) => textWidth(name, size)), 60)) + 12
  const room = Math.ceil(Math.max(...sectors.map(({ text }) => textWidth(text, size, true)), 30)) + 12
  const longest = Math.max(100, ...sectors.map(({ selfSufficiency }) => selfSufficiency))
  const scale = scaleLinear()
    .domain([0, Math.min(longest, mostPercent)])
    .range([left, width - room])
  const top = 44
  let at = top
  const placed = sectors.map((sector) => {
    const thickness = Math.max(sector.share * perPercent, 1)
    const pitch = narrow ? thickness + 22 : Math.max(thickness + 4, 20)
    const y = narrow ? at + 18 : at + (pitch - thickness) / 2
    at += pitch
    const end = scale(Math.min(sector.selfSufficiency, mostPercent))
    const middle = y + thickness / 2 + 5
    return {
      sector,
      name: narrow ? ({ x: 0, y: y - 5, anchor: 'start' } as const) : ({ x: left - 12, y: middle, anchor: 'end' } as const),
      ...{ y, thickness },
      own: Math.min(end, scale(100)),
      beyond: end,
      cut: sector.selfSufficiency > mostPercent ? end - 22 : null,
      text: { x: end + 6, y: middle },
    }
  })
  const x = scale(100)
  const half = textWidth(line, size, true) / 2
  const anchor = x + half > width ? 'end' : x - half < 0 ? 'start' : 'middle'
  return {
    height: Math.ceil(at + 6),
    top,
    bottom: at,
    zero: scale(0),
    whole: { x, label: { x: anchor === 'end' ? width : x, anchor } },
    sectors: placed,
  }
}
