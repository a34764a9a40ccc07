import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ICommentOptions,
  type ParagraphChild,
} from 'docx'
import type { PublishedContribution } from '../../books/discussion/published-contribution.ts'
import { sectionsOf, type Section } from '../../books/programme/sections.ts'
import type { ProgrammeVersion, Sentence } from '../../books/programme/programme.ts'
import { pickText, type Language, type MultilingualText } from '../../books/text.ts'
import { xmlText } from '../xml-text.ts'
import { draftWords, type DraftWords } from './draft-words.ts'

/** A draft and what was said about it, for the state's portal of draft acts. */
export interface DraftWithComments {
  version: ProgrammeVersion
  contributions: readonly PublishedContribution[]
  /** First and last day of the consultation (ISO). */
  period: { from: string; to: string }
  language: Language
}

/**
 * The draft as a Word document: its sections and sentences, each contribution as a Word comment on its sentence with number, kind,
 * channel and official answer, and all of them once more in a table at the end, since comments are lost in print. A contribution on a
 * section that the draft does not have stands in the table alone.
 *
 * Contributions stay in the language in which they were written. What a resident wrote is text and nothing else: characters that XML
 * does not know are left out.
 */
export async function writeDraftWithComments({ version, contributions, period, language }: DraftWithComments): Promise<Uint8Array> {
  const words = draftWords[language]
  const sections = sectionsOf(version)
  const known = new Set(sections.flatMap(({ sentences }) => sentences.map(({ id }) => id)))
  // A contribution on a sentence that this version no longer has stands at its section.
  const at = (sentence: string | null): string | null => (sentence !== null && known.has(sentence) ? sentence : null)
  const inSections = new Set(sections.map(({ id }) => id))
  const placed = contributions.filter(({ place }) => inSections.has(place.section))
  const body = sections.flatMap((section, index) => {
    const own = placed.filter(({ place }) => place.section === section.id)
    return [
      ...(section.kind === 'passport' && index === 0 ? [heading(words.passport, HeadingLevel.HEADING_1, language)] : []),
      sectionHeading(
        section,
        own.filter(({ place }) => at(place.sentence) === null),
        language,
      ),
      ...section.sentences.map((sentence) =>
        sentenceParagraph(
          sentence,
          own.filter(({ place }) => at(place.sentence) === sentence.id),
          language,
        ),
      ),
    ]
  })
  const document = new Document({
    creator: 'Bagdar',
    title: wordsIn(version.title, language).text,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24, language: { value: locales[language] } } } } },
    comments: { children: placed.map((one) => commentOf(one, placed, words, language)) },
    sections: [
      {
        children: [
          heading(wordsIn(version.title, language).text, HeadingLevel.TITLE, language),
          new Paragraph({ children: [run(words.subtitle, language)] }),
          new Paragraph({ children: [run(`${words.period}: ${period.from} – ${period.to}`, language)] }),
          ...body,
          heading(words.table, HeadingLevel.HEADING_1, language),
          contributions.length === 0
            ? new Paragraph({ children: [run(words.none, language)] })
            : summaryTable(contributions, words, language),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const locales: Readonly<Record<Language, string>> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' }

const headingOf = { passport: HeadingLevel.HEADING_2, direction: HeadingLevel.HEADING_1, goal: HeadingLevel.HEADING_2 } as const

function sectionHeading(section: Section, own: readonly PublishedContribution[], language: Language): Paragraph {
  const title = wordsIn(section.title, language)
  const children = commented([run(`${section.number} ${title.text}`.trim(), title.language)], own)
  return new Paragraph({ heading: headingOf[section.kind], children })
}

function sentenceParagraph(sentence: Sentence, own: readonly PublishedContribution[], language: Language): Paragraph {
  const text = wordsIn(sentence.text, language)
  return new Paragraph({ spacing: { after: 120 }, children: commented([run(text.text, text.language)], own) })
}

/** Some words with the marks of all comments on them. */
const commented = (children: readonly ParagraphChild[], own: readonly PublishedContribution[]): ParagraphChild[] => [
  ...own.map(({ number }) => new CommentRangeStart(number)),
  ...children,
  ...own.flatMap(({ number }) => [new CommentRangeEnd(number), new TextRun({ children: [new CommentReference(number)] })]),
]

function commentOf(
  one: PublishedContribution,
  all: readonly PublishedContribution[],
  words: DraftWords,
  language: Language,
): ICommentOptions {
  const date = new Date(one.writtenAt)
  return {
    id: one.number,
    author: authorOf(one, words, language),
    initials: `№ ${one.number}`,
    ...(Number.isNaN(date.getTime()) ? {} : { date }),
    ...(one.parent !== null && all.some(({ number }) => number === one.parent) ? { parentId: one.parent } : {}),
    children: [
      new Paragraph({ children: [run(`№ ${one.number}. ${words.kinds[one.kind]}, ${words.channels[one.channel]}`, language, true)] }),
      ...contentOf(one, words, language),
      ...answerOf(one, words, language),
    ],
  }
}

const authorOf = ({ organisation }: PublishedContribution, words: DraftWords, language: Language): string =>
  xmlText(organisation === null ? words.resident : wordsIn(organisation, language).text || words.resident)

function contentOf(one: PublishedContribution, words: DraftWords, language: Language): Paragraph[] {
  if (one.text === null) return [new Paragraph({ children: [run(words.withheld, language)] })]
  const text = linesOf(one.text).map((line) => new Paragraph({ children: [run(line, one.language)] }))
  if (one.suggestedWording === null) return text
  return [...text, new Paragraph({ children: [run(`${words.suggested}: `, language, true), run(one.suggestedWording, one.language)] })]
}

function answerOf(one: PublishedContribution, words: DraftWords, language: Language): Paragraph[] {
  if (one.decision === null) return [new Paragraph({ children: [run(words.unanswered, language)] })]
  const reason = wordsIn(one.reason ?? {}, language)
  return [
    new Paragraph({ children: [run(words.decisions[one.decision], language, true)] }),
    ...linesOf(reason.text).map((line) => new Paragraph({ children: [run(line, reason.language)] })),
  ]
}

function summaryTable(contributions: readonly PublishedContribution[], words: DraftWords, language: Language): Table {
  const cell = (children: Paragraph[], percent: number) => new TableCell({ children, width: { size: percent, type: WidthType.PERCENTAGE } })
  const plainCell = (text: string, of: Language, percent: number, bold = false) =>
    cell([new Paragraph({ children: [run(text, of, bold)] })], percent)
  const { number, place, text, decision } = words.columns
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: [
          plainCell(number, language, 8, true),
          plainCell(place, language, 27, true),
          plainCell(text, language, 35, true),
          plainCell(decision, language, 30, true),
        ],
      }),
      ...contributions.map(
        (one) =>
          new TableRow({
            children: [
              plainCell(String(one.number), language, 8),
              plainCell(one.place.quote ?? words.whole, language, 27),
              cell(
                [
                  new Paragraph({ children: [run(`${authorOf(one, words, language)}, ${words.channels[one.channel]}`, language)] }),
                  ...contentOf(one, words, language),
                ],
                35,
              ),
              cell(answerOf(one, words, language), 30),
            ],
          }),
      ),
    ],
  })
}

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel], language: Language): Paragraph =>
  new Paragraph({ heading: level, children: [run(text, language)] })

const run = (text: string, language: Language, bold = false): TextRun =>
  new TextRun({ text: xmlText(text), ...(bold ? { bold } : {}), language: { value: locales[language] } })

const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '')

const wordsIn = (text: MultilingualText, language: Language): { text: string; language: Language } =>
  pickText(text, language) ?? { text: '', language }
