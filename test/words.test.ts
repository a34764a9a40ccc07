import fs from 'node:fs'
import path from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { permissionsOf } from '../src/books/accounts/role.ts'
import { consultationEventKinds } from '../src/books/discussion/consultation.ts'
import { languages } from '../src/books/text.ts'
import { catalogues } from '../src/pages/messages.ts'

const keys = Object.keys(catalogues.en).sort()
/** Plural forms that a language has: Russian four, Kazakh and English two. */
const pluralForms = { kk: ['one', 'other'], ru: ['one', 'few', 'many', 'other'], en: ['one', 'other'] } as const

describe.each(languages)('%s', (language) => {
  const messages = catalogues[language]

  test('has words for exactly the same keys as English', () => {
    expect(Object.keys(messages).sort()).toEqual(keys)
  })

  test('has no empty message', () => {
    expect(keys.filter((key) => (messages[key] ?? '').trim() === '')).toEqual([])
  })

  test('asks for the same arguments as English', () => {
    const different = keys.filter((key) => argumentsOf(messages[key] ?? '').join() !== argumentsOf(catalogues.en[key] ?? '').join())
    expect(different).toEqual([])
  })

  test('gives every plural the forms that the language has', () => {
    const wrong = keys.filter((key) =>
      pluralsOf(messages[key] ?? '').some((forms) => pluralForms[language].some((form) => !forms.includes(form))),
    )
    expect(wrong).toEqual([])
  })
})

test('Kazakh words are not Russian ones left behind', () => {
  const same = keys.filter((key) => catalogues.kk[key] === catalogues.ru[key] && /[а-я]{4}/i.test(catalogues.kk[key] ?? ''))
  expect(same).toEqual([...sameInBoth].filter((key) => same.includes(key)))
})

/** Messages that are rightly the same in Kazakh and Russian. */
const sameInBoth: ReadonlySet<string> = new Set([
  'account.people_role_auditor',
  'account.people_role_editor',
  'account.people_role_moderator',
  'common.licence',
  'common.programmeBudget',
  'consult.moderation',
  'consult.organisation_party',
  'cooperation.event_kind_conference',
  'cooperation.event_kind_forum',
  'figure.file',
  'forum.investor',
  'methods.formula',
  'opinions.map',
  'programme.budget',
  'programme.passport',
  'progress.method_escap',
  'progress.umf_economy',
])

/** The gallery shows components to developers under their names in the code. */
test('whatever is done at the desk has words in the history', () => {
  const actions = path.resolve(import.meta.dirname, '../src/actions')
  const written = fs
    .readdirSync(actions, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...fs.readFileSync(path.join(actions, file), 'utf8').matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, name = '']) => name))
  const permissions: readonly string[] = Object.values(permissionsOf).flat()
  const done = new Set([
    ...written.filter((name) => !keys.includes(name) && !permissions.includes(name) && name !== 'act.kk'),
    ...consultationEventKinds.map((kind) => `consultation.${kind}`),
  ])
  expect(done.size).toBeGreaterThan(40)
  expect([...done].filter((name) => !keys.includes(`account.history_action_${name.replaceAll('.', '_')}`))).toEqual([])
})

test('pages have no words of their own: all stand in locales/', () => {
  const pages = path.resolve(import.meta.dirname, '../src/pages')
  const found = fs
    .readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !/gallery|examples\.tsx$|\.test\.tsx$/.test(file))
    .flatMap((file) => hardCodedText(fs.readFileSync(path.join(pages, file), 'utf8')).map((text) => `${file}: ${text}`))
  expect(found).toEqual([])
})

interface Element {
  type: number
  value?: string
  options?: Record<string, { value: Element[] }>
}

const elementsOf = (message: string): Element[] =>
  new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst() as unknown as Element[]

function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  const walk = (elements: readonly Element[]) => {
    for (const { type, value, options } of elements) {
      // 0 is plain text, 7 the # of a plural; everything else names an argument.
      if (type !== 0 && type !== 7 && value !== undefined) names.add(value)
      for (const option of Object.values(options ?? {})) walk(option.value)
    }
  }
  walk(elementsOf(message))
  return [...names].sort()
}

function pluralsOf(message: string): string[][] {
  const found: string[][] = []
  const walk = (elements: readonly Element[]) => {
    for (const { type, options } of elements) {
      if (type === 6) found.push(Object.keys(options ?? {}))
      for (const option of Object.values(options ?? {})) walk(option.value)
    }
  }
  walk(elementsOf(message))
  return found
}

/** Words between tags, and in the attributes that people read. Names of standards and formats are no words. */
function hardCodedText(tsx: string): string[] {
  const code = tsx.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
  const between = [...code.matchAll(/<\/?[a-z][^<>{}]*>([^<>{}]*\p{L}{2,}[^<>{}]*)(?=<|\{)/giu)].map((match) => (match[1] ?? '').trim())
  const attributes = [...code.matchAll(/\s(?:aria-label|title|placeholder|alt|label)="([^"]*\p{L}{2,}[^"]*)"/gu)].map(
    (match) => match[1] ?? '',
  )
  // What holds such signs is code between two tags, not words.
  const words = [...between.filter((text) => !/[=;()[\]&|]/.test(text)), ...attributes]
  return words.filter((text) => !/^(?:CSV|JSON|SHA-256|UTF-8|asOf|OpenAPI|Atom|YAML|XLSX|\s|·|,|\.)*$/u.test(text))
}
