import type { Consultation } from '../../books/discussion/consultation.ts'
import type { Contribution } from '../../books/discussion/contribution.ts'
import type { Place } from '../../books/discussion/consulted-text.ts'
import type { Section } from '../../books/programme/sections.ts'
import { isMessageKey } from '../messages.ts'
import type { Words } from '../words.ts'

/** Addresses inside one consultation. */
export const discussionPath = ({ number }: Pick<Consultation, 'number'>, below = ''): string => `/discussion/${number}${below}`

export const contributionPath = (consultation: Pick<Consultation, 'number'>, number: number): string =>
  discussionPath(consultation, `/contributions/${number}`)

/** "Resident 12", or the name of the organisation that speaks. */
export const authorWords = ({ organisation, participant }: Pick<Contribution, 'organisation' | 'participant'>, words: Words): string =>
  (organisation && words.pick(organisation.name)) || words.t('discussion.resident', { number: String(participant) })

export function organisationKindWords(kind: string, words: Words): string {
  const key = `discussion.organisation_${kind}`
  return words.t(isMessageKey(key) ? key : 'discussion.organisation_other')
}

/** "1.1. Public transport close to home". */
export const sectionTitle = ({ number, title }: Pick<Section, 'number' | 'title'>, words: Words): string =>
  [number, words.pick(title)].filter((part) => part !== '').join('. ')

/** "1.1. Public transport close to home, sentence 2"; "the whole text". */
export function placeWords(place: Place | null, words: Words): string {
  if (place === null) return words.t('discussion.wholeText')
  const section = sectionTitle(place.section, words)
  return place.number === 0 ? section : words.t('discussion.placeSentence', { section, number: String(place.number) })
}

/** Days from one day to another (ISO). */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** "open until 13 December, 20 days left". */
export function phaseWords(
  { opensOn, closesOn }: Pick<Consultation, 'opensOn' | 'closesOn'>,
  phase: 'announced' | 'open' | 'closed' | 'answered',
  today: string,
  words: Words,
): string {
  switch (phase) {
    case 'announced':
      return words.t('discussion.phase_announced', { opens: words.date(opensOn), closes: words.date(closesOn) })
    case 'open':
      return words.t('discussion.phase_open', { closes: words.date(closesOn), days: daysBetween(today, closesOn) })
    case 'closed':
      return words.t('discussion.phase_closed', { closes: words.date(closesOn) })
    case 'answered':
      return words.t('discussion.phase_answered', { closes: words.date(closesOn) })
  }
}
