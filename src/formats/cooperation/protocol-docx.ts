import { HeadingLevel, Paragraph } from 'docx'
import type { Language } from '../../books/text.ts'
import { docxHeading, docxLines, docxRun, writeDocx } from './docx-parts.ts'

/** A protocol in one language, ready to be written down. Words may be in another language where nobody has translated them. */
export interface WrittenProtocol {
  language: Language
  /** "Protocol", with its state where it is not yet closed. */
  title: string
  meeting: string
  /** Date, place, state: name and value. */
  facts: ReadonlyArray<readonly [name: string, value: string]>
  /** Who was there, side by side: name of the side, people. */
  present: ReadonlyArray<{ side: string; people: readonly string[] }>
  /** Heard, spoke, decided, in the order of the meeting; points of one kind that follow each other stand below one heading. */
  points: ReadonlyArray<{ heading: string; points: ReadonlyArray<{ number: number; text: WordsIn; speaker: string; assignment: string }> }>
  /** Corrections, if any. */
  notes: { heading: string; notes: ReadonlyArray<{ on: string; text: WordsIn; reason: WordsIn; reasonLabel: string }> } | null
  /** Lines for the signatures of both sides. */
  signatures: readonly string[]
}

interface WordsIn {
  text: string
  language: Language
}

/** The protocol (хаттама, протокол) of a meeting as a Word document. */
export async function writeProtocolDocx(protocol: WrittenProtocol): Promise<Uint8Array> {
  const { language, title, meeting, facts, present, points, notes, signatures } = protocol
  const line = (text: string, bold = false) => new Paragraph({ spacing: { after: 60 }, children: [docxRun(text, language, bold)] })
  return await writeDocx({ title: `${title}: ${meeting}`, language }, [
    docxHeading(title, HeadingLevel.TITLE, language),
    line(meeting, true),
    ...facts.map(
      ([name, value]) =>
        new Paragraph({ spacing: { after: 60 }, children: [docxRun(`${name}: `, language, true), docxRun(value, language)] }),
    ),
    ...present.flatMap(({ side, people }) => [
      docxHeading(side, HeadingLevel.HEADING_2, language),
      ...people.map((person) => new Paragraph({ bullet: { level: 0 }, children: [docxRun(person, language)] })),
    ]),
    ...points.flatMap(({ heading, points: own }) => [
      docxHeading(heading, HeadingLevel.HEADING_2, language),
      ...own.flatMap(({ number, text, speaker, assignment }) => [
        ...docxLines(`${number}. ${speaker === '' ? '' : `${speaker}: `}${text.text}`, text.language),
        ...(assignment === '' ? [] : [line(assignment)]),
      ]),
    ]),
    ...(notes === null
      ? []
      : [
          docxHeading(notes.heading, HeadingLevel.HEADING_2, language),
          ...notes.notes.flatMap(({ on, text, reason, reasonLabel }) => [
            ...docxLines(`${on}. ${text.text}`, text.language),
            ...docxLines(`${reasonLabel}: ${reason.text}`, reason.language),
          ]),
        ]),
    new Paragraph({ spacing: { before: 480 }, children: [] }),
    ...signatures.map((side) => line(`${side}  ____________________`)),
  ])
}
