import type { Block, Line, Report } from '../../books/reports/report.ts'
import type { Typesetting } from '../typesetting.ts'
import { drawingsOf } from './chart-style.ts'
import { reportSource } from './report-source.ts'

/**
 * A report ready to be set: a tagged PDF that can be searched, every figure a link. Nothing is divided at the end of a line: there are no
 * rules for Kazakh.
 *
 * @param origin  where readers find the site, without slash at the end
 */
export function typesetReport(report: Report, origin: string): Typesetting {
  const { language, title, subtitle, foot, hasContents, asOf } = report
  const [year, month, day] = asOf.split('-').map(Number)
  const blocks = report.blocks.map((block) => plainBlock(block, origin))
  return { source: reportSource, data: { language, title, subtitle, foot, hasContents, date: { year, month, day }, blocks } }
}

function plainBlock(block: Block, origin: string): object {
  const line = (text: Line) => partsOf(text, origin)
  switch (block.kind) {
    case 'heading':
    case 'page':
      return block
    case 'paragraph':
    case 'note':
      return { kind: block.kind, text: line(block.text) }
    case 'list':
      return { kind: 'list', items: block.items.map(line) }
    case 'table':
      return { ...block, rows: block.rows.map((cells) => cells.map(line)) }
    case 'charts':
      return {
        kind: 'charts',
        charts: block.charts.map(({ size, svg, label, caption }) => ({
          size,
          svg: drawingsOf(svg)[size === 'whole' ? 'wide' : 'narrow'].svg,
          label,
          caption: line(caption),
        })),
      }
  }
}

/** Parts as the source reads them: a line break is a part of its own. */
const partsOf = (line: Line, origin: string): object[] =>
  line.flatMap((part): object[] => {
    if (part === '\n') return [{ break: true }]
    if (typeof part === 'string') return [{ text: joined(part) }]
    return [{ ...part, text: joined(part.text), ...(part.href === undefined ? {} : { href: addressOf(part.href, origin) }) }]
  })

/** The sign of the year does not begin a line. */
const joined = (text: string): string => text.replaceAll(/ (?=[гж]\.)/g, '\u{a0}')

/** A path of the site as a whole address; an address elsewhere as it is. */
export const addressOf = (href: string, origin: string): string => (href.startsWith('/') ? origin + href : href)
