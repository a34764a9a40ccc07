import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ParagraphChild,
} from 'docx'
import type { Block, Chart, Line, Part, Report, TableBlock } from '../../books/reports/report.ts'
import { docxLocales } from '../cooperation/docx-parts.ts'
import { xmlText } from '../xml-text.ts'
import { drawingsOf } from './chart-style.ts'
import { addressOf } from './report-pdf.ts'
import { steadyDocx } from './steady-docx.ts'

/** Points of width that a chart has on the page, and twentieths of a point that a table has. */
const chartWidths = { whole: 640, half: 340 }
const tableWidth = 9900
/** For programs that cannot draw: a picture of one clear point. */
const nothing = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==', 'base64')

/**
 * A report for further editing in a text processor: the same blocks, figures as links, charts as vectors.
 *
 * @param origin  where readers find the site, without slash at the end
 */
export async function writeReportDocx(report: Report, origin: string): Promise<Uint8Array> {
  const { language, title, subtitle, foot, asOf, blocks } = report
  const locale = { value: docxLocales[language] }
  const document = new Document({
    creator: 'Bagdar',
    lastModifiedBy: 'Bagdar',
    title: xmlText(`${title}. ${subtitle}`),
    styles: { default: { document: { run: { font: 'Times New Roman', size: 22, language: locale } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 850 } } },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: [xmlText(foot), ' · ', PageNumber.CURRENT], size: 16 })] })],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(xmlText(title))] }),
          new Paragraph({ children: [new TextRun({ text: xmlText(subtitle), size: 26 })] }),
          ...blocks.flatMap((block) => elementsOf(block, origin)),
        ],
      },
    ],
  })
  return await steadyDocx(new Uint8Array(await Packer.toBuffer(document)), asOf)
}

function elementsOf(block: Block, origin: string): Array<Paragraph | Table> {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { before: 240, after: 120 },
          children: [new TextRun(xmlText(block.text))],
        }),
      ]
    case 'page':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'paragraph':
      return [new Paragraph({ spacing: { after: 120 }, children: runsOf(block.text, origin) })]
    case 'note':
      return [new Paragraph({ spacing: { after: 120 }, indent: { left: 284 }, children: runsOf(block.text, origin) })]
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runsOf(item, origin) }))
    case 'table':
      return [captionOf([{ text: block.caption, strong: true }], origin), tableOf(block, origin), new Paragraph({})]
    case 'charts':
      return block.charts.flatMap((chart) => [captionOf(chart.caption, origin), pictureOf(chart)])
  }
}

const captionOf = (line: Line, origin: string): Paragraph =>
  new Paragraph({ keepNext: true, spacing: { before: 160, after: 60 }, children: runsOf(line, origin) })

function tableOf({ columns, rows }: TableBlock, origin: string): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.round((width / whole) * tableWidth))
  const row = (cells: readonly Line[], isHeading: boolean) =>
    new TableRow({
      tableHeader: isHeading,
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            margins: { left: 60, right: 60, top: 30, bottom: 30 },
            children: [
              new Paragraph({
                alignment: columns[at]?.numeric === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: runsOf(cell, origin, 18),
              }),
            ],
          }),
      ),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: tableWidth, type: WidthType.DXA },
    rows: [
      row(
        columns.map(({ title }) => [{ text: title, strong: true }]),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  })
}

function pictureOf({ size, svg, label }: Chart): Paragraph {
  const drawing = drawingsOf(svg)[size === 'whole' ? 'wide' : 'narrow']
  const width = chartWidths[size]
  const transformation = { width, height: Math.round((width * drawing.height) / drawing.width) }
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(drawing.svg, 'utf8'),
        fallback: { type: 'png', data: nothing },
        transformation,
        altText: { name: 'chart', title: xmlText(label), description: xmlText(label) },
      }),
    ],
  })
}

const runsOf = (line: Line, origin: string, size = 22): ParagraphChild[] =>
  line.flatMap((part): ParagraphChild[] => {
    if (part === '\n') return [new TextRun({ break: 1 })]
    if (typeof part === 'string') return [new TextRun({ text: xmlText(part), size })]
    const released = part.released === undefined ? [] : [new TextRun({ text: ` (${part.released})`, size: size - 5, color: '4B5B58' })]
    const words = runOf(part, size)
    return [part.href === undefined ? words : new ExternalHyperlink({ link: addressOf(part.href, origin), children: [words] }), ...released]
  })

const runOf = ({ text, strong, fine, href }: Part, size: number): TextRun =>
  new TextRun({
    text: xmlText(text),
    size: fine ? size - 4 : size,
    ...(strong ? { bold: true } : {}),
    ...(href === undefined ? (fine ? { color: '4B5B58' } : {}) : { color: '14594A', underline: {} }),
  })
