/**
 * Whether two values say the same, whatever the order of their keys: the database keeps an order of its own. A key without
 * a value (`undefined`) counts as absent; the order of a list counts.
 *
 * @example
 * sameContent({ kk: 'Қала', en: 'City' }, { en: 'City', kk: 'Қала' }) // => true
 */
export const sameContent = (a: unknown, b: unknown): boolean => contentText(a) === contentText(b)

/**
 * What a value says, as one text that is the same for every order of keys.
 *
 * @example
 * contentText({ b: [2, 1], a: null }) // => '{"a":null,"b":[2,1]}'
 */
export const contentText = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
