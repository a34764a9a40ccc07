import type { FC } from 'hono/jsx'
import { raw } from 'hono/html'
import { chartColours, chartLooks, type ChartTheme, type Look } from './chart-looks.ts'
import { textWidth } from './text-width.ts'

export interface StandaloneChartData {
  /** A drawing of a page, as `Sheet` makes it. */
  svg: string
  title: string
  /** Beneath the drawing, a line each: source, terms, release, address. */
  notes: readonly string[]
  language: string
}

export interface StandaloneSize {
  width: number
  height: number
}

const margin = 24
const titleSize = 18
const titleLine = 24
const noteSize = 12
const noteLine = 17
/** Charts let names stand out above and below their sheet. */
const air = 16

/**
 * A chart as a file of its own: with title and origin on it, in colours that need no stylesheet, without links, scripts, fonts or pictures
 * from elsewhere.
 */
export const drawStandaloneChart = (data: StandaloneChartData, theme: ChartTheme): string =>
  `${String(<StandaloneChart data={data} theme={theme} />)}\n`

const StandaloneChart: FC<{ data: StandaloneChartData; theme: ChartTheme }> = ({ data, theme }) => {
  const colours = chartColours[theme]
  const { inner, top, width, height, titles, notes } = layOut(data)
  const notesTop = top + inner.height + air + noteLine
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      lang={data.language}
      font-family="'Golos Text', system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif"
      font-size="13"
      role="img"
      aria-label={data.title}
    >
      <title>{data.title}</title>
      <rect width={width} height={height} fill={colours.paper} />
      {titles.map((line, at) => (
        <text x={margin} y={margin + titleSize + at * titleLine} font-size={titleSize} font-weight="600" fill={colours.ink}>
          {line}
        </text>
      ))}
      <g transform={`translate(${margin} ${top})`} fill={colours['ink-2']}>
        {raw(dressed(contentOf(data.svg), chartLooks(colours), colours['ink-2']))}
      </g>
      {notes.map((line, at) => (
        <text x={margin} y={notesTop + at * noteLine} font-size={noteSize} fill={colours['ink-2']}>
          {line}
        </text>
      ))}
    </svg>
  )
}

/** How large the file of a chart comes out. */
export function sizeOfStandaloneChart(data: StandaloneChartData): StandaloneSize {
  const { width, height } = layOut(data)
  return { width, height }
}

function layOut({ svg, title, notes }: StandaloneChartData) {
  const [, innerWidth = '0', innerHeight = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const inner = { width: Number(innerWidth), height: Number(innerHeight) }
  const titles = inLines(title, inner.width, titleSize, true)
  const lines = notes.flatMap((note) => inLines(note, inner.width, noteSize, false))
  const top = margin + titles.length * titleLine + air
  return {
    ...{ inner, top, titles, notes: lines },
    width: inner.width + 2 * margin,
    height: Math.ceil(top + inner.height + air + lines.length * noteLine + margin),
  }
}

/** Whoever shows the file may have another font, and a wider one. */
const room = 0.9

/** Words in lines that are not wider than the drawing; a word that is wider stands in a line of its own. */
function inLines(text: string, width: number, size: number, bold: boolean): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && textWidth(longer, size, bold) <= room * width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const contentOf = (svg: string): string => svg.replace(/^<svg\b[^>]*>/, '').replace(/<\/svg>$/, '')

/** Every element with the attributes that its classes mean. What led to a page leads nowhere from a file, and becomes a plain group. */
const dressed = (content: string, looks: Readonly<Record<string, Look>>, ofText: string): string =>
  content
    .replaceAll(/<a\b[^>]*?( transform="[^"]*")?>/g, '<g$1>')
    .replaceAll('</a>', '</g>')
    .replaceAll(/<(text|[a-z]+)\b([^>]*)>/gi, (_, name: string, attributes: string) => {
      const [, classes = ''] = /\sclass="([^"]*)"/.exec(attributes) ?? []
      const look = Object.assign({}, name === 'text' ? { fill: ofText } : {}, ...classes.split(' ').map((one) => looks[one] ?? {})) as Look
      const own = attributes.replace(/\sclass="[^"]*"/, '')
      const added = Object.entries(look).filter(([attribute]) => !own.includes(` ${attribute}=`))
      return `<${name}${added.map(([attribute, value]) => ` ${attribute}="${value}"`).join('')}${own}>`
    })
