import type { Consultation, Phase } from '../../../books/discussion/consultation.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { link, type Frame } from '../../frame.ts'
import { isMessageKey } from '../../messages.ts'
import type { Crumb } from '../../parts/crumbs.tsx'
import type { Problem } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'

/** Address of a consultation at the desk, inside the city. */
export const deskConsultationPath = ({ number }: Pick<Consultation, 'number'>, below = ''): string =>
  `/desk/consultations/${number}${below}`

/** The way back: desk, all consultations, this one. */
export const consultCrumbs = (frame: Frame, consultation: Pick<Consultation, 'number' | 'content'> | null, here?: string): Crumb[] => [
  { label: frame.words.t('common.desk'), href: link(frame, '/desk') },
  { label: frame.words.t('consult.title'), href: link(frame, '/desk/consultations') },
  ...(consultation === null ? [] : [{ label: titleOf(consultation, frame.words), href: link(frame, deskConsultationPath(consultation)) }]),
  ...(here === undefined ? [] : [{ label: here }]),
]

/** What it is called; its number where nobody has named it yet. */
export const titleOf = ({ content, number }: Pick<Consultation, 'number' | 'content'>, words: Words): string =>
  words.pick(content.title) || words.t('consult.untitled', { number })

export const phaseWords = (phase: Phase, words: Words): string => words.t(`consult.phase_${phase}`)

/** "23 November – 23 December 2026", both days whole. */
export const periodWords = ({ opensOn, closesOn }: Pick<Consultation, 'opensOn' | 'closesOn'>, words: Words): string =>
  words.t('consult.period', { from: words.date(opensOn), to: words.date(closesOn) })

/** Everything that was refused, in the reader's words, each beside its field. */
export const problemsOf = (refusals: readonly Refusal[], words: Words): Problem[] =>
  refusals.map(({ code, field, details }) => {
    const key = [`consult.refused_${code}`, `discussionText.${code}`].find(isMessageKey)
    return { field: field ?? '', text: key === undefined ? code : words.t(key, details) }
  })
