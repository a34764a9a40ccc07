import { languages, type MultilingualText } from '../../text.ts'

/** One rule of the published policy of moderation. */
export interface PolicyRule {
  /** As it is numbered in the policy: `3`. */
  number: string
  text: MultilingualText
}

/**
 * The rules of a policy: its lines that begin with a number and a full stop. The other lines say what goes for all of them. A decision of a
 * moderator names one of these.
 *
 * @example
 * policyRules({ en: 'We take down:\n1. Insults.\n2. Advertising.', ru: '1. Оскорбления.' })
 * // => [{ number: '1', text: { ru: 'Оскорбления.', en: 'Insults.' } }, { number: '2', text: { en: 'Advertising.' } }]
 */
export function policyRules(rules: MultilingualText): PolicyRule[] {
  const found = new Map<string, Record<string, string>>()
  for (const language of languages)
    for (const line of (rules[language] ?? '').split('\n')) {
      const [, number, text] = /^\s*(\d{1,2})\.\s+(.+)$/.exec(line) ?? []
      if (number !== undefined && text !== undefined) found.set(number, { ...found.get(number), [language]: text.trim() })
    }
  return [...found].sort(([a], [b]) => Number(a) - Number(b)).map(([number, text]) => ({ number, text }))
}
