import type { Letter } from '../../../books/cooperation/reminders.ts'
import type { City } from '../../../books/indicators/figure.ts'
import { daysLeftWords } from '../../desk/cooperation/office-words.ts'
import { recordPath } from '../../desk/cooperation/record-words.ts'
import { wordsOf } from '../../words.ts'

/**
 * A reminder in plain text, in the language of who gets it.
 *
 * @param today  ISO day in the city
 * @param publicUrl  address of the site, without slash at the end
 */
export function reminderMail(
  { receiver, kind, items }: Letter,
  city: City,
  today: string,
  publicUrl: string,
): { subject: string; body: string } {
  const words = wordsOf(receiver.language, city.timeZone)
  const desk = `${publicUrl}/${receiver.language}/${city.slug}`
  const lines = items.map(({ subject, title, due, owner }) =>
    words.t('office.mail_line', {
      kind: words.t(`cooperation.kind_${subject.kind}`),
      number: subject.number,
      title: oneLine(words.pick(title)),
      due: daysLeftWords(due, today, words),
      owner: oneLine(owner) || words.t('office.mail_none'),
      link: `${desk}${recordPath(subject.kind, subject.number, '/pursue')}`,
    }),
  )
  return {
    subject: words.t(`office.mail_subject_${kind}`, { count: items.length }),
    body: words.t('office.mail_body', {
      says: words.t(`office.mail_says_${kind}`),
      lines: lines.join('\n'),
      city: words.pick(city.name),
      link: `${desk}/desk/cooperation`,
    }),
  }
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
