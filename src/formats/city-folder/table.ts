/** One row of a table: its line, its text as it stands, and its cells by column. */
export interface TableRow {
  line: number
  raw: string
  cells: readonly string[]
}

export interface Table {
  columns: readonly string[]
  rows: readonly TableRow[]
}

/**
 * A CSV table (RFC 4180) with its header; empty lines are passed over, a byte order mark too.
 *
 * @example
 * readTable('a,b\n1,"x, y"\n').rows[0].cells // => ['1', 'x, y']
 */
export function readTable(text: string): Table {
  const rows: TableRow[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  while (at < text.length) {
    const start = at
    const firstLine = line
    const cells: string[] = []
    let ended = false
    while (!ended) {
      let cell: string
      if (text[at] === '"') {
        let close = text.indexOf('"', at + 1)
        while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
        if (close === -1) close = text.length
        cell = text.slice(at + 1, close).replaceAll('""', '"')
        line += cell.split('\n').length - 1
        at = close + 1
      } else cell = ''
      const rest = endOfCell(text, at)
      cells.push(cell + text.slice(at, rest))
      at = rest
      if (text[at] === ',') at++
      else ended = true
    }
    const raw = text.slice(start, at)
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    line++
    if (raw !== '') rows.push({ line: firstLine, raw, cells })
  }
  const [header, ...body] = rows
  return { columns: header?.cells.map((column) => column.trim()) ?? [], rows: body }
}

/** Where an unquoted stretch ends: at a comma, a line end, or the end of the text. */
function endOfCell(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 44 || code === 10 || code === 13) return at
  }
  return text.length
}

/**
 * One row of CSV; a cell is quoted only where it must be.
 *
 * @example
 * writeRow(['1', 'x, y', 'a "b"']) // => '1,"x, y","a ""b"""'
 */
export const writeRow = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')

/** A whole table, each line ended by a line feed. */
export const writeTable = (columns: readonly string[], rows: Iterable<readonly string[]>): string =>
  [columns, ...rows].map((cells) => `${writeRow(cells)}\n`).join('')
