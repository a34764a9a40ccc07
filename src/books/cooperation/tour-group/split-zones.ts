import { zoneLayouts, type ZoneLayout } from './zone-layouts.ts'

/** The lines of one zone in plain letters, and what was put right on the way. */
export interface ZoneText {
  /** Line of the text where it begins; the first is 1. */
  line: number
  /** null: no size of document has such lines. */
  layout: ZoneLayout | null
  lines: readonly string[]
  tidied: ReadonlySet<'spaces' | 'lower_case' | 'lookalikes' | 'fillers'>
}

/** Cyrillic letters, Kazakh ones among them, that look like Latin ones: typed by hand on the wrong keyboard. */
const lookalikes: Readonly<Record<string, string>> = {
  ...{ А: 'A', В: 'B', С: 'C', Е: 'E', Һ: 'H', Н: 'H', І: 'I', К: 'K', М: 'M', О: 'O', Р: 'P', Ѕ: 'S', Т: 'T', Х: 'X', У: 'Y', Ү: 'Y' },
  ...{ '«': '<<', '‹': '<', '＜': '<' },
}

interface TidyLine {
  line: number
  text: string
  tidied: Array<'spaces' | 'lower_case' | 'lookalikes'>
}

/**
 * Zones of a text that somebody pasted or typed: two or three lines each, with or without empty lines between them. Spaces, small letters
 * and Cyrillic letters that look like Latin ones are put right, and it is said.
 *
 * @example
 * splitZones('i<utod231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<')[0].layout.kind // => 'TD1'
 */
export function splitZones(text: string): ZoneText[] {
  const zones: ZoneText[] = []
  let block: TidyLine[] = []
  for (const [index, raw] of [...text.split(/\r\n|[\r\n]/), ''].entries()) {
    const line = tidy(raw, index + 1)
    if (line.text !== '') block.push(line)
    else {
      zones.push(...zonesOf(block))
      block = []
    }
  }
  return zones
}

function tidy(raw: string, line: number): TidyLine {
  const tidied: TidyLine['tidied'] = []
  const text = raw.replaceAll(/[\s\uFEFF\u200B]/g, '')
  if (text !== '' && text !== raw) tidied.push('spaces')
  const upper = text.toUpperCase()
  if (upper !== text) tidied.push('lower_case')
  const latin = upper.replaceAll(/[^A-Z0-9<]/g, (character) => lookalikes[character] ?? character)
  if (latin !== upper) tidied.push('lookalikes')
  return { line, text: latin, tidied }
}

/** Lines that follow each other: as many zones as fit into them. */
function* zonesOf(block: readonly TidyLine[]): Generator<ZoneText> {
  for (let at = 0; at < block.length;) {
    const whole = allInOne(block[at])
    const layout = whole?.layout ?? layoutAt(block, at)
    const lines = whole?.lines ?? block.slice(at, at + (layout?.lines ?? 1))
    at += whole === null ? lines.length : 1
    const tidied = new Set<'spaces' | 'lower_case' | 'lookalikes' | 'fillers'>(lines.flatMap((line) => line.tidied))
    const filled = lines.map(({ text }, index) => {
      // Fillers at the end of a line of names are lost easily, and easily put back.
      if (layout === null || index !== layout.names[0] || text.length >= layout.width) return text
      tidied.add('fillers')
      return text.padEnd(layout.width, '<')
    })
    yield { line: lines[0]?.line ?? 0, layout, lines: filled, tidied }
  }
}

/** All lines of a zone in one, as some scanners give them. */
function allInOne(line: TidyLine | undefined): { layout: ZoneLayout; lines: TidyLine[] } | null {
  const layout = zoneLayouts.find(({ lines, width }) => lines * width === line?.text.length)
  if (line === undefined || layout === undefined) return null
  const parts = Array.from({ length: layout.lines }, (_, at) => line.text.slice(at * layout.width, (at + 1) * layout.width))
  return { layout, lines: parts.map((text) => ({ ...line, text })) }
}

/** Lengths are read with a tolerance: a line that lost a character is a fault of its zone, not another kind of document. */
function layoutAt(block: readonly TidyLine[], at: number): ZoneLayout | null {
  const width = Math.max(block[at]?.text.length ?? 0, block[at + 1]?.text.length ?? 0)
  return zoneLayouts.find((layout) => Math.abs(layout.width - width) <= 3 && at + layout.lines <= block.length) ?? null
}
