import { mayDoWith, type Department } from '../../accounts/department.ts'
import { mayDo, type Viewer } from '../../accounts/viewer.ts'
import type { ElementName } from './draft.ts'
import type { Fields } from './merge-fields.ts'

/**
 * What a data officer may say about a measure of her department: how far it is, not what it is. Number, title, owner and the SDG targets
 * are the programme's.
 */
export const officerFields: readonly string[] = ['deadline', 'form.kk', 'form.ru', 'form.en', 'budget']

type Who = Pick<Viewer, 'memberships'>

/** Which fields of an element somebody may write: all of them, some, or none at all. */
export function fieldsToWrite(
  viewer: Who,
  city: { id: string },
  element: ElementName,
  departments: readonly Department[],
): 'all' | readonly string[] | null {
  if (mayDo(viewer, city, 'programme.write')) return 'all'
  const isOwn = element.kind === 'measure' && mayDoWith(viewer, city, 'measures.write', { measure: element.id }, departments)
  return isOwn ? officerFields : null
}

/** The form with what somebody may not write as it was before. */
export const within = (may: 'all' | readonly string[], before: Fields, given: Fields): Fields =>
  may === 'all' ? given : { ...before, ...Object.fromEntries(Object.entries(given).filter(([field]) => may.includes(field))) }
