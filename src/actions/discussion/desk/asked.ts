import type { Viewer } from '../../../books/accounts/viewer.ts'
import type { City } from '../../../books/indicators/figure.ts'
import type { Refusal } from '../../../books/outcome.ts'

/** Who asks for something at the desk of a city, and when. */
export interface Asked {
  city: City
  viewer: Pick<Viewer, 'personId'>
  at: Date
  /** The day that it is in the city (ISO). */
  today: string
}

/** Done, or all that is wrong with what was asked: a form shows everything at once. */
export type Answered<T> = { ok: true; value: T } | { ok: false; problems: readonly Refusal[] }

export const answered = <T>(value: T): Answered<T> => ({ ok: true, value })
export const refused = (...problems: readonly Refusal[]): { ok: false; problems: readonly Refusal[] } => ({ ok: false, problems })
