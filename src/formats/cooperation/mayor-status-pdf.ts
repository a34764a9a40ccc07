import type { Language } from '../../books/text.ts'
import type { Typesetting } from '../typesetting.ts'

/** The status of cooperation in one language, ready to be set on one page. */
export interface StatusSheet {
  language: Language
  title: string
  /** City and day. */
  subtitle: string
  /** The next visit, in a sentence. */
  next: string
  partners: {
    heading: string
    /** Partner, the six counts, next visit. */
    columns: readonly string[]
    rows: ReadonlyArray<{ name: string; counts: readonly number[]; next: string }>
    total: { name: string; counts: readonly number[] }
    /** Said in place of the table where there is nothing. */
    none: string
    /** Of those that do not fit: "and 7 more". */
    more: (count: number) => string
  }
  changes: { heading: string; lines: ReadonlyArray<{ on: string; what: string }>; none: string; more: (count: number) => string }
  foot: string
}

/** Points of height that both lists have on a page of A4, and how many of them are kept for changes; letters that fit on a line of each column. */
const room = { both: 740, changes: 240 }
const letters = { name: 21, next: 13, change: 92 }

/** One page of A4. What does not fit is counted, never cut off in silence; the page at the desk has all. */
export function typesetStatus({ partners, changes, ...sheet }: StatusSheet): Typesetting {
  const rows = partners.rows.map(({ name, counts, next }) => ({ name: shortened(name, 2 * letters.name), counts, next }))
  const lines = changes.lines.map(({ on, what }) => ({ on, what: shortened(what, 2 * letters.change - on.length - 2) }))
  const rowHeight = ({ name, next }: { name: string; next: string }) =>
    8 + 13 * Math.max(linesOf(name, letters.name), linesOf(next, letters.next))
  const shownRows = fitting(rows, rowHeight, room.both - room.changes)
  const left = room.both - shownRows.reduce((height, row) => height + rowHeight(row), 0)
  const shownLines = fitting(lines, ({ on, what }) => 5 + 13 * linesOf(`${on}: ${what}`, letters.change), left)
  const more = (count: number, words: (count: number) => string): string => (count > 0 ? words(count) : '')
  const data = {
    ...sheet,
    partners: { ...partners, rows: shownRows, more: more(rows.length - shownRows.length, partners.more) },
    changes: { ...changes, lines: shownLines, more: more(lines.length - shownLines.length, changes.more) },
  }
  return { source, data }
}

/** As many of the first as there is room for. */
function fitting<Item>(items: readonly Item[], heightOf: (item: Item) => number, height: number): Item[] {
  let left = height
  const end = items.findIndex((item) => (left -= heightOf(item)) < 0)
  return items.slice(0, end < 0 ? items.length : end)
}

const linesOf = (text: string, perLine: number): number => Math.max(1, Math.ceil(text.length / perLine))

const shortened = (text: string, most: number): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line
}

/** Everything that is not in the data. Counts of nothing are grey, what is overdue is red; the numbers say the same without colour. */
const source = `
#let d = json("/data.json")
#set document(title: d.title + ". " + d.subtitle, date: none)
#set page(paper: "a4", margin: (x: 1.7cm, top: 1.5cm, bottom: 1.6cm), footer: text(size: 8pt, fill: rgb("#5c5c5c"), d.foot))
#set text(font: "Golos Text", size: 9pt, lang: d.language, hyphenate: false)
#set par(leading: 0.5em, spacing: 0.7em)
#let spruce = rgb("#14594a")
#let apple = rgb("#b01c2a")
#let grey = rgb("#5c5c5c")
// The sign of the year in Russian does not begin a line.
#show " г.": "\\u{a0}г."
#show heading: set text(size: 11pt, weight: 600, fill: spruce)
#show heading: set block(above: 1.3em, below: 0.7em)
#show title: set text(size: 17pt, weight: 600, fill: spruce)
#show title: set block(below: 0.5em)

#title(d.title)
#text(size: 10pt, d.subtitle)

#d.next

= #d.partners.heading
#if d.partners.rows.len() == 0 [#d.partners.none] else {
  let count(value, column) = {
    let colour = if value == 0 { grey } else if column == 2 { apple } else { black }
    text(fill: colour, weight: if value == 0 { 400 } else { 600 }, str(value))
  }
  show table.cell.where(y: 0): set text(size: 7.2pt, weight: 600)
  table(
    columns: (1fr, 1.86cm, 1.86cm, 1.86cm, 1.86cm, 1.86cm, 1.86cm, 2.3cm),
    align: (x, y) => if x == 0 or x == 7 { left } else { right },
    stroke: (x, y) => (bottom: if y == 0 { 0.9pt + spruce } else { 0.4pt + rgb("#c9c9c9") }),
    inset: (x, y) => (left: if x == 7 { 9pt } else { 2.5pt }, right: 2.5pt, y: 3.8pt),
    table.header(..d.partners.columns),
    ..d.partners.rows.map(row => (row.name, ..row.counts.enumerate().map(((at, value)) => count(value, at)), row.next)).flatten(),
    ..(strong(d.partners.total.name), ..d.partners.total.counts.enumerate().map(((at, value)) => count(value, at)), ""),
  )
  d.partners.more
}

= #d.changes.heading
#if d.changes.lines.len() == 0 [#d.changes.none] else {
  list(spacing: 0.55em, ..d.changes.lines.map(line => [#text(weight: 600, line.on): #line.what]))
  d.changes.more
}
`
