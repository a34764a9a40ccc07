import path from 'node:path'
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

/** The severities with which each code is raised. */
function severitiesInCode(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const add = (one: string, severity: string) => found.set(one, (found.get(one) ?? new Set()).add(severity))
  const files = productFiles()
  const calls = [...files].flatMap(([file, text]) =>
    [...text.matchAll(/\bnotice\(\s*([^,]+),\s*([^,{)]+)/g)].map(([, first = '', second = '']) => ({
      file,
      text,
      first,
      codes: quoted(first).filter((one) => one in messages),
      severities: quoted(second),
    })),
  )
  for (const { codes, severities, first } of calls) {
    const inPairs = codes.length === severities.length && first.includes('?')
    for (const [at, one] of codes.entries()) for (const severity of inPairs ? [severities[at] ?? ''] : severities) add(one, severity)
  }
  // A code that comes in a variable is declared in the same file, or in one that it imports.
  for (const { file, text, severities } of calls.filter(({ first }) => /(^|[\s:])[a-z]\w*$/.test(first.trim()))) {
    const openIn = (texts: readonly string[]) =>
      [...new Set(texts.flatMap(quoted))].filter((one) => `${one}_why` in messages && !calls.some((call) => call.codes.includes(one)))
    const here = openIn([text])
    const open = here.length > 0 ? here : openIn(importedBy(file, text).map((path) => files.get(path) ?? ''))
    for (const one of open) for (const severity of severities) add(one, severity)
  }
  return found
}

const importedBy = (file: string, text: string): string[] =>
  [...text.matchAll(/from '(\.[^']+)'/g)].map(([, module = '']) => path.posix.normalize(path.posix.join(path.posix.dirname(file), module)))

const quoted = (text: string): string[] => [...text.matchAll(/'([a-z0-9_]+)'/g)].map(([, one = '']) => one)
