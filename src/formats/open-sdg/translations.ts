import { notice, type Notice } from '../../books/notice.ts'
import { isLanguage, languages, type Language, type MultilingualText } from '../../books/text.ts'
import { decodeText } from '../csv.ts'
import type { OpenSdgFile } from './open-folder.ts'
import { linesOfKeys, readYaml } from './read-yaml.ts'

/** Texts of the folder by language and key: `translations/ru/SEX.yml`, key `F` → ru, `SEX.F`. */
export class Translations {
  readonly byLanguage: Readonly<Record<Language, Map<string, string>>> = { kk: new Map(), ru: new Map(), en: new Map() }
  readonly groups = new Map<string, Set<string>>()

  add(language: Language, group: string, key: string, words: string): void {
    this.byLanguage[language].set(`${group}.${key}`, words)
    this.groups.get(group)?.add(key)
  }

  /** Whether any language knows the key, even with an empty text. */
  has(key: string): boolean {
    return languages.some((language) => this.byLanguage[language].has(key))
  }

  /** The text of a key in every language that has words for it. */
  get(key: string): MultilingualText {
    const text: Partial<Record<Language, string>> = {}
    for (const language of languages) {
      const words = this.byLanguage[language].get(key)?.trim()
      if (words) text[language] = words
    }
    return text
  }

  /** A field of the metadata: a key where it is one, else the words themselves, in the language of their letters. */
  resolve(field: string): MultilingualText {
    if (field === '') return {}
    if (this.has(field)) return this.get(field)
    const group = field.split('.', 1)[0] ?? ''
    if (field.includes('.') && this.groups.has(group) && !field.includes(' ')) return {}
    return { [languageOf(field)]: field }
  }

  /** Codes of one code list in the order of the files. */
  codesOf(codelist: string): string[] {
    return [...(this.groups.get(codelist) ?? [])].filter((code) => code !== codelist && code !== '_T')
  }
}

const languageOf = (words: string): Language => (/[әғқңөұүһі]/i.test(words) ? 'kk' : /[а-яё]/i.test(words) ? 'ru' : 'en')

/** From so many characters on, a Kazakh text equal to the Russian one is no name or unit but a text left untranslated. */
const longTextCharacters = 20

/** All translations of the folder, and a notice for each text that is missing, empty, or only copied. */
export function readTranslations(files: readonly OpenSdgFile[], notices: Notice[]): Translations {
  const translations = new Translations()
  const lines = new Map<string, Map<string, number>>()
  const unused = new Set<string>()
  for (const file of files) {
    const [, language = '', name = ''] = /^translations\/([^/]+)\/([^/]+)\.ya?ml$/.exec(file.path) ?? []
    if (name === '') continue
    if (!isLanguage(language)) {
      unused.add(language)
      continue
    }
    if (!translations.groups.has(name)) translations.groups.set(name, new Set())
    lines.set(file.path, linesOfKeys(decodeText(file.bytes).text))
    for (const [key, value] of Object.entries(readYaml(file, notices))) {
      if (typeof value !== 'string') continue
      translations.add(language, name, key, value)
      if (/^[ \t\u00a0]|[ \t\u00a0]$/.test(value)) {
        const line = lines.get(file.path)?.get(key) ?? null
        notices.push(notice('space_around_text', 'info', { file: file.path, line, column: key, value }))
      }
    }
  }
  for (const language of unused) notices.push(notice('language_not_used', 'info', { file: `translations/${language}`, value: language }))
  checkCompleteness(translations, lines, notices)
  return translations
}

function checkCompleteness(translations: Translations, lines: ReadonlyMap<string, ReadonlyMap<string, number>>, notices: Notice[]): void {
  const used = languages.filter((language) => translations.byLanguage[language].size > 0)
  const keys = new Set(used.flatMap((language) => [...translations.byLanguage[language].keys()]))
  for (const key of keys) {
    const dot = key.indexOf('.')
    const group = key.slice(0, dot)
    const column = key.slice(dot + 1)
    const about = (language: Language) => {
      const file = `translations/${language}/${group}.yml`
      return { file, line: lines.get(file)?.get(column) ?? null, column }
    }
    const someWords = used.some((language) => translations.byLanguage[language].get(key)?.trim())
    for (const language of used) {
      const words = translations.byLanguage[language].get(key)
      if (words === undefined) notices.push(notice('missing_translation', 'warning', { ...about(language), details: { language } }))
      else if (words.trim() === '') {
        const code = someWords ? 'empty_translation' : 'empty_text'
        notices.push(notice(code, someWords ? 'warning' : 'info', { ...about(language), details: { language } }))
      }
    }
    const kk = translations.byLanguage.kk.get(key)
    if (kk !== undefined && kk.length >= longTextCharacters && kk === translations.byLanguage.ru.get(key)) {
      notices.push(notice('same_as_russian', 'warning', { ...about('kk'), value: kk }))
    }
  }
}
