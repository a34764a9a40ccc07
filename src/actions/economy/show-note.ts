import type { KeptNote, NoteView } from '../../books/economy/note/kept-note.ts'
import type { InputOutputTable } from '../../books/economy/input-output-table.ts'
import type { CityEconomy } from '../../books/economy/note/city-economy.ts'
import type { City } from '../../books/indicators/figure.ts'
import { unpackEconomy } from '../../formats/input-output/pack-economy.ts'
import { publicRecord, type PublicInput, type PublicReads } from '../cooperation/public-record.ts'
import type { EconomyReads } from './economy-record.ts'

/** Somebody opens the note about the city and another one; null: there is none. */
export async function showNote(
  { partner, ...input }: PublicInput & { partner: string },
  needs: Pick<EconomyReads, 'findTwinNote'> & PublicReads,
): Promise<NoteView | null> {
  const { city, asOf } = input
  const kept = await needs.findTwinNote(city, city.slug, partner, asOf)
  if (kept === null) return null
  const { a, b } = kept.note
  const record = publicRecord(asOf, needs)
  const found = await Promise.all([...a.askedBy, ...b.askedBy].map((number) => record.findCooperation(city, 'statement', number)))
  const asked = found.flatMap((statement) => {
    if (statement === null || statement.content.event === null) return []
    const { event, text, language } = statement.content
    return [{ number: statement.number, event, text, language }]
  })
  return { ...kept, asked }
}

/** The other cities with which there is a note. */
export async function listNotes({ city, asOf }: PublicInput, needs: Pick<EconomyReads, 'listTwinNotes'>): Promise<CityEconomy[]> {
  return (await needs.listTwinNotes(city, asOf)).filter(({ a }) => a.code === city.slug).map(({ b }) => b)
}

/** Larger tables are to be had where they come from; a list of their flows would be hundreds of megabytes. */
const mostRows = 300

/** A loaded table with its cells, as far as it is small; null: there is none, it holds margins only, or it is too large. */
export async function readLoadedTable(
  city: City,
  number: number,
  needs: Pick<EconomyReads, 'listEconomyTables' | 'readEconomyTable'>,
): Promise<InputOutputTable | null> {
  const table = (await needs.listEconomyTables(city)).find((one) => one.number === number)
  if (table === undefined || table.outline.regions.length * table.outline.sectors.length > mostRows) return null
  const packed = await needs.readEconomyTable(city, number)
  const content = packed && unpackEconomy(packed)
  return content?.kind === 'table' ? content.table : null
}

/** Whether `readLoadedTable` gives it. */
export const isSmall = ({ note }: KeptNote): boolean =>
  note.source.kind === 'table' && note.source.number !== null && note.sectors.length * note.regions <= mostRows
