import { protocolPointKinds, type ProtocolPoint } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Language, MultilingualText } from '../../books/text.ts'
import { writeProtocolDocx, type WrittenProtocol } from '../../formats/cooperation/protocol-docx.ts'
import { eventDay, hoursWords } from '../../pages/desk/cooperation/office-words.ts'
import { recordTitle } from '../../pages/desk/cooperation/record-words.ts'
import { whoIs } from '../../pages/desk/cooperation/visit-delegation.tsx'
import { wordsOf, type Words } from '../../pages/words.ts'
import { showProtocol, type ProtocolView } from './protocol-show.ts'

/** The protocol of a meeting as a Word document in one language; null: there is no such meeting. */
export async function exportProtocol(
  { city, number, language }: { city: City; number: number; language: Language },
  needs: Parameters<typeof showProtocol>[1],
): Promise<Uint8Array | null> {
  const view = await showProtocol({ city, number }, needs)
  return view && (await writeProtocolDocx(writtenOf(view, wordsOf(language, city.timeZone))))
}

/** Whoever was asked and did not come is named with that word. */
function writtenOf({ meeting, line, attendance, named }: ProtocolView, words: Words): WrittenProtocol {
  const { content } = meeting
  const { protocol } = content
  const inWords = (text: MultilingualText) => words.picked(text) ?? { text: '', language: words.language }
  const people = (isOurs: boolean): string[] =>
    attendance
      .filter((one) => one.content.isDelegate === isOurs)
      .map((one) => {
        const who = whoIs(one, named, words)
        return one.content.state === 'present' ? who : `${who} (${words.t(`cooperation.attendance_${one.content.state}`)})`
      })
  const numbered = protocol.points.map((point, at) => ({ point, number: at + 1 }))
  const hours = line.starts === null ? '' : `, ${hoursWords(line.starts, line.ends, 'there', words)}`
  const sides = [
    { side: words.t('office.side_ours'), people: people(true) },
    { side: words.t('office.side_theirs'), people: people(false) },
  ]
  return {
    language: words.language,
    title: words.t('office.protocol'),
    meeting: words.pick(content.title),
    facts: [
      [words.t('office.docx_date'), `${eventDay(content, words)}${hours}`],
      [words.t('office.place'), words.pick(content.place)],
      [words.t('office.protocol_state'), words.t(`cooperation.protocol_state_${protocol.state}`)],
    ].flatMap(([name = '', value = '']) => (value === '' ? [] : [[name, value] as const])),
    present: sides.filter((side) => side.people.length > 0),
    points: runsOfKind(numbered).map(({ kind, points }) => ({
      heading: words.t(`cooperation.point_${kind}`),
      points: points.map(({ point, number }) => {
        const speaker = point.speaker === null ? undefined : named.get(`person/${point.speaker}`)
        return {
          number,
          text: inWords(point.text),
          speaker: speaker === undefined ? '' : recordTitle(speaker, words, named),
          assignment: point.assignment === null ? '' : words.t('office.point_assigned', { number: point.assignment }),
        }
      }),
    })),
    notes:
      protocol.notes === undefined || protocol.notes.length === 0
        ? null
        : {
            heading: words.t('office.notes'),
            notes: protocol.notes.map(({ at, text, reason }) => ({
              ...{ on: words.date(at), text: inWords(text), reason: inWords(reason), reasonLabel: words.t('office.note_reason') },
            })),
          },
    signatures: [words.t('office.docx_sign_ours'), words.t('office.docx_sign_theirs')],
  }
}

interface Numbered {
  point: ProtocolPoint
  number: number
}

/** Points of one kind that follow each other: one heading stands above them. */
function runsOfKind(points: readonly Numbered[]): Array<{ kind: (typeof protocolPointKinds)[number]; points: Numbered[] }> {
  const runs: Array<{ kind: (typeof protocolPointKinds)[number]; points: Numbered[] }> = []
  for (const one of points) {
    const last = runs.at(-1)
    if (last?.kind === one.point.kind) last.points.push(one)
    else runs.push({ kind: one.point.kind, points: [one] })
  }
  return runs
}
