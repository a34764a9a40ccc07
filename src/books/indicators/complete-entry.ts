/**
 * A name or definition as it is after an import that says only part of it: what the import leaves empty stays as it
 * stands. A table of figures names codes without knowing their words; it must not wipe them.
 *
 * Empty  null, '', [], {} and objects that hold only such.
 *
 * @example
 * completeEntry({ name: {}, parent: null, kind: 'region' }, { name: { kk: 'Алматы' }, parent: 'KZ', kind: 'city' }) // => { name: { kk: 'Алматы' }, parent: 'KZ', kind: 'city' }
 * @example
 * completeEntry({ name: { ru: 'Алматы' }, kind: 'region' }, { name: { kk: 'Алматы' }, kind: 'city' }) // => { name: { kk: 'Алматы', ru: 'Алматы' }, kind: 'region' }
 */
export function completeEntry<Entry extends { name: object }>(said: Entry, standing: Entry): Entry {
  return isEmpty(said.name) ? standing : (complete(said, standing) as Entry)
}

function complete(said: object, standing: object): object {
  const merged: Record<string, unknown> = { ...standing }
  for (const [key, value] of Object.entries(said)) {
    const before = merged[key]
    if (isPlain(value) && isPlain(before)) merged[key] = complete(value, before)
    else if (!isEmpty(value) || !(key in merged)) merged[key] = value
  }
  return merged
}

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

function isEmpty(value: unknown): boolean {
  if (value === null || value === '' || value === undefined) return true
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}
