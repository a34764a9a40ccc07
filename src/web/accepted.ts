export interface Accepted {
  /** Lower case, without parameters: `text/csv`, `ru`. */
  value: string
  parameters: Readonly<Record<string, string>>
}

/**
 * What a header of negotiation accepts, the most wanted first; what is refused by `q=0` is left out.
 *
 * @example
 * readAccepted('ru;q=0.5, en').map(({ value }) => value) // => ['en', 'ru']
 */
export function readAccepted(header: string | undefined): Accepted[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [value = '', ...rest] = part.split(';').map((text) => text.trim())
      const parameters = Object.fromEntries(rest.map((text) => text.split('=').map((side) => side.trim().replaceAll('"', ''))))
      return { value: value.toLowerCase(), parameters: parameters as Record<string, string>, weight: Number(parameters['q'] ?? 1) || 0 }
    })
    .filter(({ value, weight }) => value !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ value, parameters }) => ({ value, parameters }))
}
