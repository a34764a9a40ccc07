/** One key as asked for: per dimension the codes that are wanted, null for any. */
export type KeyPattern = ReadonlyArray<ReadonlySet<string> | null>

/**
 * Keys of SDMX REST 2: `A.*.11_6_2,M.N`. What is left out at the end is any.
 *
 * Missing  null where a key has more parts than there are dimensions.
 *
 * @example
 * readKeys2('A.*,M', 3)?.length // => 2
 * readKeys2('A.B', 1) // => null
 */
export function readKeys2(text: string, dimensions: number): KeyPattern[] | null {
  const patterns = text.split(',').map((key) => {
    const parts = key === '*' || key === '' ? [] : key.split('.')
    return Array.from({ length: Math.max(dimensions, parts.length) }, (_, at) => {
      const part = parts[at] ?? '*'
      return part === '*' || part === '' ? null : new Set([part])
    })
  })
  return patterns.some((pattern) => pattern.length > dimensions) ? null : patterns
}

/**
 * The key of SDMX REST 1: `A..M+F.`: an empty part is any, `+` is or. All parts have to be there.
 *
 * Missing  null where it has more or fewer parts than there are dimensions.
 *
 * @example
 * readKey1('A..M+F', 3)?.[0]?.[2]?.size // => 2
 * readKey1('A', 3) // => null
 */
export function readKey1(text: string, dimensions: number): KeyPattern[] | null {
  if (text === 'all' || text === '') return [Array.from({ length: dimensions }, () => null)]
  const parts = text.split('.')
  if (parts.length !== dimensions) return null
  return [parts.map((part) => (part === '' ? null : new Set(part.split('+'))))]
}

/** Whether a key is one of those that are asked for. */
export const matchesKey = (patterns: readonly KeyPattern[], codes: readonly string[]): boolean =>
  patterns.some((pattern) => pattern.every((wanted, at) => wanted === null || wanted.has(codes[at] ?? '')))
