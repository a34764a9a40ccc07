import words from '../../locales/en/notices.json' with { type: 'json' }
import { code, page, table } from './page.ts'
import { productFiles } from './sources.ts'

const messages: Readonly<Record<string, string>> = words

/** Every notice and refusal of a reader, with its words. */
export function describeNotices(): string {
  const severities = severitiesInCode()
  const codes = Object.keys(messages).filter((key) => !/_(why|do)$/.test(key))
  const rowOf = (one: string) => [code(one), messages[one] ?? '', messages[`${one}_why`] ?? '', messages[`${one}_do`] ?? '']
  // What a notice means is always said; a refusal only says what is wrong and what to do.
  const isNotice = (one: string) => `${one}_why` in messages
  const [notices, refusals] = [codes.filter(isNotice), codes.filter((one) => !isNotice(one))]
  return page(
    'Notices',
    'A notice says what is wrong with data. It is kept with the release and published in its report. The words are those of the English pages.',
    table(
      ['code', 'severity', 'what it is', 'what it means', 'what to do'],
      notices.map((one) => {
        const [name = '', ...rest] = rowOf(one)
        return [name, [...(severities.get(one) ?? [])].sort().join(' or ') || '–', ...rest]
      }),
    ),
    '## Refusals',
    'The import stops here: the file, the mapping or the request cannot be used.',
    table(
      ['code', 'what is wrong', 'what to do'],
      refusals.map((one) => [code(one), messages[one] ?? '', messages[`${one}_do`] ?? '']),
    ),
  )
}

/** The severities with which each code is raised; a code that is raised under a variable name is found by its quotes. */
function severitiesInCode(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const add = (one: string, severity: string) => found.set(one, (found.get(one) ?? new Set()).add(severity))
  for (const text of productFiles().values()) {
    for (const [, first = '', second = ''] of text.matchAll(/\bnotice\(\s*([^,]+),\s*([^,{)]+)/g)) {
      const severities = quoted(second)
      const named = quoted(first)
      // `notice(code, …)`: the name was chosen in the lines above.
      const codes = named.length > 0 ? named : quoted(text).filter((one) => one in messages && !severitiesElsewhere(text, one))
      if (codes.length === severities.length && first.includes('?') && second.includes('?')) {
        for (const [at, one] of codes.entries()) add(one, severities[at] ?? '')
      } else for (const one of codes) for (const severity of severities) add(one, severity)
    }
  }
  return found
}

/** Whether a code stands in this file as the first argument of a `notice`. */
const severitiesElsewhere = (text: string, one: string): boolean => new RegExp(`\\bnotice\\([^,]*'${one}'`).test(text)

const quoted = (text: string): string[] => [...text.matchAll(/'([a-z0-9_]+)'/g)].map(([, one = '']) => one)
