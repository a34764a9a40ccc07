import { Document, HeadingLevel, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Language } from '../../books/text.ts'
import { xmlText } from '../xml-text.ts'

/** The language as a Word document names it. */
export const docxLocales: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' }

/** Words in a Word document that know their language, so that the reader's program checks and reads them aloud in it. */
export const docxRun = (text: string, language: Language, bold = false): TextRun =>
  new TextRun({ text: xmlText(text), ...(bold ? { bold } : {}), language: { value: docxLocales[language] } })

/** A text of one or more lines, a paragraph each. */
export const docxLines = (text: string, language: Language, bold = false): Paragraph[] =>
  text.split(/\r?\n/).map((line) => new Paragraph({ spacing: { after: 60 }, children: [docxRun(line, language, bold)] }))

export const docxHeading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel], language: Language): Paragraph =>
  new Paragraph({ heading: level, spacing: { before: 240, after: 120 }, children: [docxRun(text, language)] })

/** A table whose heading comes again on every page. */
export function docxTable(
  heading: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
  percents: readonly number[],
  language: Language,
): Table {
  const row = (cells: readonly string[], isHeading: boolean) =>
    new TableRow({
      tableHeader: isHeading,
      cantSplit: true,
      children: cells.map(
        (text, at) =>
          new TableCell({
            width: { size: percents[at] ?? 10, type: WidthType.PERCENTAGE },
            children: docxLines(text, language, isHeading),
          }),
      ),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(heading, true), ...rows.map((cells) => row(cells, false))],
  })
}

/** A4 in the typeface of official papers. */
export async function writeDocx(
  { title, language, landscape = false }: { title: string; language: Language; landscape?: boolean },
  children: ReadonlyArray<Paragraph | Table>,
): Promise<Uint8Array> {
  const document = new Document({
    creator: 'Bagdar',
    title: xmlText(title),
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24, language: { value: docxLocales[language] } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 850 },
          },
        },
        children: [...children],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
