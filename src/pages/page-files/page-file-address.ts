import { inLanguage, type Frame } from '../frame.ts'

/** Where the tables and the charts of pages lie: the address of the page stands below it. */
export type PageFileKind = 'tables' | 'charts'

/** The workbook with all tables of a page; a table of its own is `{name}.csv`, a chart `{name}.svg`. */
export const allTables = 'tables.xlsx'

/** The page that lists the files of a page which has many. */
export const filesPage = 'files.html'

/**
 * The address of a file of this page, on the day and with the choices that the page shows.
 *
 * @example
 * pageFileAddress({ words: { language: 'ru' }, city: { slug: 'almaty' }, asOf: null, path: '/gaps', query: '' }, 'tables', 'water.csv') // => '/tables/ru/almaty/gaps/water.csv'
 */
export function pageFileAddress(frame: Frame, kind: PageFileKind, file: string, query: Readonly<Record<string, string>> = {}): string {
  const [path = '', asked = ''] = inLanguage(frame, frame.words.language).split('?')
  const search = new URLSearchParams([...new URLSearchParams(asked), ...Object.entries(query)]).toString()
  return `/${kind}${path}/${encodeURIComponent(file)}${search === '' ? '' : `?${search}`}`
}

/** Where other sites ask how to show the first chart of this page (oEmbed). */
export const oembedAddress = (frame: Frame): string =>
  `${frame.publicUrl}/oembed?${new URLSearchParams({ url: frame.publicUrl + inLanguage(frame, frame.words.language), format: 'json' })}`

/** What an author of another site writes to show a chart: a picture, which runs nothing and brings nothing else. */
export function embedCode(frame: Frame, { name, title }: { name: string; title: string }): string {
  const address = frame.publicUrl + pageFileAddress(frame, 'charts', `${name}.svg`)
  return `<img src="${address.replaceAll('&', '&amp;')}" alt="${title.replaceAll('"', '')}">`
}
