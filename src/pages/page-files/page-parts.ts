/** A table or a chart of a page, as its files are named. */
export interface PagePart {
  /** Part of the address of its file: the anchor of the heading that it stands under, with a number where several do. */
  name: string
  title: string
  html: string
}

export interface PageParts {
  tables: readonly PagePart[]
  charts: readonly PagePart[]
}

const marks =
  /<h[1-6]\b([^>]*)>(.*?)<\/h[1-6]>|<div class="scroll"([^>]*)>|(<table\b([^>]*)>.*?<\/table>)|(<figure class="chart\b[^>]*>.*?<\/figure>)/gs

/**
 * The tables and charts of a page, in their order. A page is what `jsx/` writes: attributes are quoted, and what is opened is closed.
 *
 * @example
 * partsOf('<h2 id="years">By year</h2><table><tr><td>1</td></tr></table>').tables[0].name // => 'years'
 */
export function partsOf(page: string): PageParts {
  const tables: PagePart[] = []
  const charts: PagePart[] = []
  const titles = new Map<string, string>()
  let [id, title, named] = ['main', '', '']
  for (const [, ofHeading, heading, ofScroll, table, ofTable, chart] of page.matchAll(marks)) {
    if (heading !== undefined) {
      title = plainText(heading)
      id = attribute(ofHeading, 'id') || id
      titles.set(id, title)
    } else if (ofScroll !== undefined) named = attribute(ofScroll, 'aria-labelledby')
    else if (table !== undefined) {
      const label = attribute(ofTable, 'aria-labelledby') || named || id
      const caption = plainText(/<caption>(.*?)<\/caption>/s.exec(table)?.[1] ?? '')
      const about = titles.get(label) ?? title
      tables.push({ name: free(label, tables), title: [about, caption].filter((words) => words !== '').join(': '), html: table })
      named = ''
    } else if (chart !== undefined) {
      charts.push({ name: free(id, charts), title: labelOf(chart) || (titles.get(id) ?? title), html: chart })
    }
  }
  return { tables, charts }
}

/** The name, or with the next number after it where another part has it. */
function free(name: string, others: readonly PagePart[]): string {
  const isTaken = (wanted: string): boolean => others.some((other) => other.name === wanted)
  let wanted = name
  for (let number = 2; isTaken(wanted); number++) wanted = `${name}-${number}`
  return wanted
}

/** What the drawing is said to show. Its label says first what it is, and then where on the page its values stand. */
const labelOf = (chart: string): string =>
  plainText(attribute(/<svg\b([^>]*)>/.exec(chart)?.[1], 'aria-label')).split(/(?<=[^\s.]{2})\. (?=\p{Lu})/u)[0] ?? ''

/** One attribute of an element; '' where it has none of that name. */
export const attribute = (attributes: string | undefined, name: string): string =>
  [...(attributes ?? '').matchAll(/\s([\w-]+)="([^"]*)"/g)].find(([, found]) => found === name)?.[2] ?? ''

/** Elements after which new words begin: what stands on lines of its own in a cell. */
const newWords = /<(?:br|p|li|div|dt|dd|span class="fine")(?=[\s>])[^>]*>/g

/**
 * The words of a piece of a page in one line, without pictures.
 *
 * @example
 * plainText('Air<span class="fine">2014–2022</span> &amp; <b>water</b>') // => 'Air; 2014–2022 & water'
 */
export const plainText = (html: string): string =>
  unescaped(
    html
      .replaceAll(/<svg\b.*?<\/svg>/gs, '')
      .replaceAll(newWords, ' ; ')
      .replaceAll('</i>', ' ')
      .replaceAll(/<[^>]*>/g, ''),
  )
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?: ?; ?)+/g, '; ')
    .replaceAll(/^(?:; )+|(?:; ?)+$/g, '')
    .trim()

const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#39;': "'", '&quot;': '"' }

const unescaped = (text: string): string => text.replaceAll(/&(?:amp|lt|gt|#39|quot);/g, (entity) => signs[entity] ?? entity)
