import type { Need, NoteCell, NoteColumn, NoteTable, RowLabel, TwinNote } from '../../books/economy/note/note.ts'
import { isMessageKey } from '../messages.ts'
import type { MessageKey, Words } from '../words.ts'

/** Names of the pair, as the messages want them. */
export const namesOf = ({ a, b }: TwinNote, words: Words) => ({
  a: words.pick(a.name),
  b: words.pick(b.name),
  ca: words.pick(a.countryName),
  cb: words.pick(b.countryName),
})

export function placeWords(note: TwinNote, place: NonNullable<NoteColumn['place']>, words: Words): string {
  const { a, b, ca, cb } = namesOf(note, words)
  if (place === 'world') return words.t('economy.place_world')
  const isA = place.endsWith('_a')
  if (place.startsWith('city')) return isA ? a : b
  return place.startsWith('country') ? (isA ? ca : cb) : words.t('economy.place_rest', { country: isA ? ca : cb, city: isA ? a : b })
}

/** ADB and WIOD number the same 35 sectors; what else a table calls its own stays as the table names it. */
const numbered =
  'AHF MIN FBT TEX LTH WDC PPP CRP CCP RBP ONM MFM MCH EOE TRE MFG UTL CON MTV WST RTR HRS ITR WTR ATR OTR TEL FIN REA OBA PAD EDU HSW OSV PHE'.split(
    ' ',
  )

export function sectorWords({ sectors }: Pick<TwinNote, 'sectors'>, code: string, words: Words): string {
  const number = /^c(\d+)$/.exec(code)?.[1]
  const known = number !== undefined && sectors.length === numbered.length ? numbered[Number(number) - 1] : code
  const key = `economySectors.${known ?? ''}`
  return isMessageKey(key) ? words.t(key) : (sectors.find((one) => one.code === code)?.name ?? code)
}

export const tableTitle = (note: TwinNote, { key }: NoteTable, words: Words): string =>
  words.t(`economy.table_${key}` as MessageKey, namesOf(note, words))

export function rowWords(note: TwinNote, label: RowLabel, words: Words): string {
  switch (label.kind) {
    case 'sector':
      return sectorWords(note, label.code, words)
    case 'place':
      return placeWords(note, label.place, words)
    case 'index':
      return words.t(`economy.row_${label.key}` as MessageKey, namesOf(note, words))
    case 'year':
      return String(label.year)
    case 'method':
      return label.name === 'none' ? words.t('economy.method_none') : methodWords(label.name, words)
    case 'chain': {
      const { a, b } = namesOf(note, words)
      const [seller, buyer] = label.seller === 'a' ? [a, b] : [b, a]
      const [product, sector] = [label.product, label.sector].map((code) => sectorWords(note, code, words)) as [string, string]
      return words.t('economy.chain', { seller, buyer, product, sector: sector.toLocaleLowerCase(words.language) })
    }
  }
}

/** `FLQ δ = 0,10`, kept on one line. */
const methodWords = (name: string, words: Words): string =>
  name.replace(/[\d.]+$/, (delta) => words.decimal(delta)).replaceAll(' ', '\u00A0')

/** What stands above the names of the rows. */
export const rowHead = ({ key, rows }: NoteTable, words: Words): string =>
  words.t(key === 'flows' ? 'economy.row_head_from' : `economy.row_head_${rows[0]?.label.kind ?? 'sector'}`)

/** `million USD` in the reader's words; other units as they stand. */
export function unitWords(unit: string, words: Words): string {
  const [, currency] = /^millions? (?:of )?([A-Z]{3})$/.exec(unit) ?? []
  if (currency !== undefined) return words.t('economy.unit_million', { currency })
  return unit === 'persons' ? words.t('economy.unit_persons') : unit
}

export function columnWords(note: TwinNote, { key, place, unit }: NoteColumn, words: Words): string {
  const name = key === 'demand_of' && place !== undefined ? placeWords(note, place, words) : words.t(`economy.column_${key}` as MessageKey)
  const whose =
    place === undefined || key === 'demand_of'
      ? name
      : `${placeWords(note, place, words)}: ${name === name.toUpperCase() ? name : name[0]!.toLocaleLowerCase(words.language) + name.slice(1)}`
  return unit === '' ? whose : `${whose}, ${unitWords(unit, words)}`
}

/** A number, a band from its lowest to its highest, or why there is none. */
export function cellWords(cell: NoteCell, decimals: number, words: Words): string {
  switch (cell.kind) {
    case 'number':
      return fixed(cell.value, decimals, words)
    case 'band': {
      const [low, high] = [fixed(cell.low, decimals, words), fixed(cell.high, decimals, words)]
      return low === high ? low : words.t('economy.band', { low, high })
    }
    case 'missing':
      return words.t(`economy.cell_need_${cell.need}`)
    case 'undefined':
      return words.t('economy.undefined')
  }
}

const fixed = (value: number, decimals: number, words: Words): string => words.decimal(value.toFixed(decimals))

/** What to type so that a part can be computed. */
export const commandFor = (need: Need, city: string): string =>
  need === 'table' || need === 'jobs'
    ? `bagdar economy import ADB-MRIO-2022.xlsx --title "ADB MRIO 2022" --licence "ADB" --address https://kidb.adb.org/mrio --city ${city}`
    : `bagdar economy cities economy.yaml --city ${city}`
