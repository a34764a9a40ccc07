/**
 * Whether two plain values say the same. The order of keys does not count: the database keeps its own.
 *
 * @example
 * isSameContent({ kk: 'Қала', ru: 'Город' }, { ru: 'Город', kk: 'Қала' }) // => true
 * @example
 * isSameContent([1, 2], [2, 1]) // => false
 */
export const isSameContent = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b)

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
