/** How the drawings of `charts/` look on paper: the classes of `pages/styles/charts.css` in the light colours of `tokens.css`. */
export const chartStyle = `text{font-family:'Golos Text';font-size:13px;fill:#4b5b58}
.k,.t1{fill:#12211f;font-weight:600}.t2{fill:#0e7a62;font-weight:600}.t3{fill:#2d6f8e;font-weight:600}.t4{fill:#8a5a9c;font-weight:600}.flagt{fill:#bd1f2d}
.t1,.t2,.t3,.t4,.k,.flagt{paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
.grid{stroke:#c5d1ce}.zero{stroke:#12211f}.target{stroke:#12211f;stroke-dasharray:6 4;stroke-width:1.25;fill:none}
.line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}.thin{stroke-width:1}.dots{fill:none;stroke-width:1.5;stroke-linecap:round}
.s1{stroke:#12211f}.s2{stroke:#0e7a62}.s3{stroke:#2d6f8e}.s4{stroke:#8a5a9c}
.f1{fill:#12211f}.f2{fill:#0e7a62}.f3{fill:#2d6f8e}.f4{fill:#8a5a9c}
.open{fill:#fff;stroke-width:2}.band{fill:#0e7a62;fill-opacity:.15}.flag{fill:none;stroke:#bd1f2d;stroke-width:1.5}.hit{fill:none}
.bar{fill:#2d6f8e}.me{fill:#12211f}.dim{fill:#c5d1ce}.gap{stroke:#fff;stroke-width:3}`

/** One drawing of a chart as an image of its own. */
export interface Drawing {
  svg: string
  width: number
  height: number
}

const drawing = /<svg[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>([\s\S]*?)<\/svg>/g

/** Marks and names of years reach so far over the edge of the plot: a page shows them, an image would cut them. */
const overhang = 16

/** A drawing wider than this is shown smaller than it was drawn: its letters are larger, as on a narrow window. */
const wideFrom = 500

/**
 * The drawings of a chart as images that carry their own style.
 *
 * @throws {RangeError} no drawing in it
 */
export function drawingsOf(svg: string): { wide: Drawing; narrow: Drawing } {
  const [wide, narrow] = [...svg.matchAll(drawing)].map(([, width, height, content = '']): Drawing => {
    const [whole, high] = [Number(width) + 2 * overhang, Number(height)]
    const letters = Number(width) > wideFrom ? 'text{font-size:16px}' : ''
    return {
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${high}" viewBox="${-overhang} 0 ${whole} ${high}"><style>${chartStyle}${letters}</style>${content}</svg>`,
      width: whole,
      height: high,
    }
  })
  if (wide === undefined) throw new RangeError('A chart of a report has no drawing.')
  return { wide, narrow: narrow ?? wide }
}
