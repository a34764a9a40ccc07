import type { TableOfFile } from '../../formats/page-file/table.ts'
import { writeTableCsv } from '../../formats/page-file/write-table-csv.ts'
import { writeWorkbook } from '../../formats/page-file/write-workbook.ts'
import { inLanguage } from '../../pages/frame.ts'
import { partsOf, plainText } from '../../pages/page-files/page-parts.ts'
import { readPageTable } from '../../pages/page-files/read-page-table.ts'
import { originsOf, type OriginNeeds, type ReadPage } from './origin-of.ts'

/**
 * Somebody takes one table of a page as CSV: it holds what the page shows, because it is read out of the page.
 *
 * Missing  null when the page has no table of that name.
 */
export async function writeOneTable(page: ReadPage, name: string, needs: OriginNeeds): Promise<string | null> {
  const table = partsOf(page.html).tables.find((one) => one.name === name)
  if (table === undefined) return null
  const originOf = await originsOf(page, needs)
  return writeTableCsv(tableOf(page, table.html), originOf(table.html))
}

/**
 * Somebody takes all tables of a page as one workbook.
 *
 * Missing  null when the page has none.
 */
export async function writeAllTables(page: ReadPage, needs: OriginNeeds): Promise<Uint8Array | null> {
  const { tables } = partsOf(page.html)
  if (tables.length === 0) return null
  const originOf = await originsOf(page, needs)
  const { words, publicUrl, asOf, today } = page.frame
  const day = asOf ?? today
  const title = plainText(/<h1\b[^>]*>(.*?)<\/h1>/s.exec(page.html)?.[1] ?? '')
  const about = {
    name: words.t('pageFiles.about'),
    rows: [
      [words.t('pageFiles.title'), title],
      [words.t('pageFiles.address'), publicUrl + inLanguage({ ...page.frame, asOf: day }, words.language)],
      [words.t('pageFiles.asOf'), words.date(day)],
    ] as const,
  }
  return await writeWorkbook(
    about,
    tables.map(({ name, title: named, html }) => ({ ...tableOf(page, html), name, title: named, origin: originOf(html) })),
  )
}

const tableOf = (page: ReadPage, html: string): TableOfFile => readPageTable(html, page.frame.words.language)
