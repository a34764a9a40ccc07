/** What became of a request: done, or refused for a reason that the person can act on. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

/** A refusal: a code that `pages/` and `cli/` turn into words, the field it is about, and what the words need. */
export interface Refusal {
  code: string
  field?: string
  details?: Readonly<Record<string, string | number>>
}

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })

export const refuse = (code: string, field?: string, details?: Refusal['details']): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...(field === undefined ? {} : { field }), ...(details === undefined ? {} : { details }) },
})
