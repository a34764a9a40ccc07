/** What a form says, field by field: `text.kk`, `target.2030`. A field that is not there is blank. */
export type Fields = Readonly<Record<string, string>>

/** Two people changed one element. */
export interface Merge {
  /** What either of them changed, taken together. Where both changed the same field otherwise, it is `mine`, and `open` names it. */
  merged: Fields
  /** Fields that a person has to decide. */
  open: readonly string[]
  /** Every field that somebody changed. */
  changed: ReadonlyArray<{ field: string; base: string; theirs: string; mine: string }>
}

/**
 * Puts two changes of the same fields together.
 *
 * A field that one side changed is that side's; a field that both changed alike is as both say; a field that they changed otherwise is open.
 *
 * Source   three-way merge, with fields (one language of a text, one year's target) as its smallest parts.
 *
 * @example
 * mergeFields({ kk: 'а', ru: 'б' }, { kk: 'а', ru: 'б2' }, { kk: 'а2', ru: 'б' }).merged // => { kk: 'а2', ru: 'б2' }
 * @example
 * mergeFields({ kk: 'а' }, { kk: 'а1' }, { kk: 'а2' }).open // => ['kk']
 */
export function mergeFields(base: Fields, theirs: Fields, mine: Fields): Merge {
  const names = [...new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(mine)])]
  const all = names.map((field) => ({ field, base: base[field] ?? '', theirs: theirs[field] ?? '', mine: mine[field] ?? '' }))
  return {
    merged: Object.fromEntries(all.map((one) => [one.field, one.mine === one.base ? one.theirs : one.mine])),
    open: all.filter((one) => one.mine !== one.base && one.theirs !== one.base && one.mine !== one.theirs).map(({ field }) => field),
    changed: all.filter((one) => one.mine !== one.base || one.theirs !== one.base),
  }
}
