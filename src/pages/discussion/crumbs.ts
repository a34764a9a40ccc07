import type { Consultation } from '../../books/discussion/consultation.ts'
import { link, type Frame } from '../frame.ts'
import type { Crumb } from '../parts/crumbs.tsx'
import { discussionPath } from './discussion-words.ts'

/** The way up from a page of a consultation. */
export const discussionCrumbs = (frame: Frame, consultation: Pick<Consultation, 'number' | 'content'>, ...below: Crumb[]): Crumb[] => {
  const title = frame.words.pick(consultation.content.title)
  return [
    { label: frame.words.t('discussion.book'), href: link(frame, '/discussion') },
    below.length === 0 ? { label: title } : { label: title, href: link(frame, discussionPath(consultation)) },
    ...below,
  ]
}
