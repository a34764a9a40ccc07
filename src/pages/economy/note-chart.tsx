import type { FC } from 'hono/jsx'
import type { NoteCell, NoteColumn, NoteRow } from '../../books/economy/note/note.ts'
import { BandBars } from '../../charts/band-bars.tsx'
import type { BandRow } from '../../charts/band-bars-layout.ts'
import { Skyline } from '../../charts/skyline.tsx'
import { Chart } from '../parts/chart.tsx'
import { cellWords, columnWords, namesOf, placeWords, rowWords, tableTitle, unitWords } from './note-words.ts'
import { shownRows, type TableProps } from './note-table.tsx'

/** What a table shows at a glance; it follows as a table. Most tables need no picture. */
export const NoteChart: FC<TableProps> = (props) => {
  const { key } = props.table
  if (key === 'flows') return <Flows {...props} />
  if (key === 'skyline_a' || key === 'skyline_b') return <SectorSkyline {...props} />
  if (key === 'gains_a' || key === 'gains_b') return <Bands {...props} />
  return <></>
}

const endsOf = (cell: NoteCell | undefined): { low: number; high: number } | null =>
  cell?.kind === 'band' ? cell : cell?.kind === 'number' ? { low: cell.value, high: cell.value } : null

function bandRow(name: string, cell: NoteCell | undefined, { decimals }: NoteColumn, props: TableProps, me = false): BandRow[] {
  const ends = endsOf(cell)
  return cell === undefined || ends === null ? [] : [{ name, ...ends, me, text: cellWords(cell, decimals, props.frame.words) }]
}

/** Value added by place. */
const Bands: FC<TableProps> = (props) => {
  const { frame, note, table } = props
  const { words } = frame
  const at = table.columns.findIndex(({ key }) => key === 'value_added')
  const column = table.columns[at]
  if (column === undefined) return <></>
  const own = table.key === 'gains_a' ? 'city_a' : 'city_b'
  const isOwn = ({ label }: NoteRow) => label.kind === 'place' && label.place === own
  const rows = table.rows.flatMap((row) => bandRow(rowWords(note, row.label, words), row.cells[at], column, props, isOwn(row)))
  const label = words.t('economy.chart_bands', { title: tableTitle(note, table, words), count: rows.length })
  return (
    <Chart caption={words.t('economy.chart_bands_caption')}>
      <BandBars data={{ label, unit: columnWords(note, column, words), rows }} />
    </Chart>
  )
}

/** From one country to the other, both ways, where one of the two is a city; what stays inside a country is far larger and stands in the table. */
const Flows: FC<TableProps> = (props) => {
  const { frame, note, table } = props
  const { words } = frame
  const sideOf = (place: string | undefined) => place?.slice(-2)
  const rows = table.rows.flatMap(({ label, cells }) =>
    table.columns.flatMap((column, at) => {
      if (label.kind !== 'place' || column.place === undefined || label.place === 'world' || column.place === 'world') return []
      if (sideOf(label.place) === sideOf(column.place)) return []
      if (!label.place.startsWith('city') && !column.place.startsWith('city')) return []
      const name = `${placeWords(note, label.place, words)} → ${placeWords(note, column.place, words)}`
      return bandRow(name, cells[at], column, props, label.place.startsWith('city') && column.place.startsWith('city'))
    }),
  )
  const { a, b } = namesOf(note, words)
  const label = words.t('economy.chart_flows', { a, b, count: rows.length })
  return (
    <Chart caption={words.t('economy.chart_bands_caption')}>
      <BandBars data={{ label, unit: unitWords(note.unit, words), rows }} />
    </Chart>
  )
}

const SectorSkyline: FC<TableProps> = ({ frame: { words }, note, table }) => {
  const { a, b } = namesOf(note, words)
  const sectors = shownRows(table).flatMap(({ label, cells: [share, self] }) => {
    const [thick, long] = [endsOf(share), endsOf(self)]
    if (thick === null || long === null) return []
    return [
      {
        name: rowWords(note, label, words),
        share: thick.low,
        selfSufficiency: long.low,
        text: `${words.decimal(long.low.toFixed(0))} %`,
      },
    ]
  })
  const label = words.t('economy.chart_skyline', { city: table.key === 'skyline_a' ? a : b, count: sectors.length })
  return (
    <Chart caption={words.t('economy.chart_skyline_caption')}>
      <Skyline data={{ label, unit: words.t('economy.chart_skyline_unit'), line: words.t('economy.chart_skyline_line'), sectors }} />
    </Chart>
  )
}
