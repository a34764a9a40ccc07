import type { Block, Line } from '../../books/reports/report.ts'
import type { TextPart } from '../../books/reports/report-text.ts'
import type { ReportedFigure } from '../../books/reports/reported-figure.ts'
import { pickLanguage } from '../../books/text.ts'
import { figurePart, note, type Telling } from './telling.ts'

/** What staff wrote for a part of the report; in another language, with a word about it, where nobody has translated it. */
export function writtenBlocks(telling: Telling, part: TextPart): Block[] {
  const { words, written } = telling
  const texts = written?.get(part)
  const language = texts === undefined ? null : pickLanguage(Object.keys(texts), words.language)
  if (texts === undefined || language === null) return []
  const line = (parts: ReadonlyArray<string | ReportedFigure>): Line =>
    parts.map((one) => (typeof one === 'string' ? one : figurePart(telling, one)))
  return [
    ...(language === words.language ? [] : [note(words.t(`reports.onlyIn_${language}`))]),
    ...(texts[language] ?? []).map((block): Block =>
      block.kind === 'paragraph' ? { kind: 'paragraph', text: line(block.text) } : { kind: 'list', items: block.items.map(line) },
    ),
  ]
}
