import type { Indicator } from '../../books/indicators/figure.ts'
import { notice, type Notice } from '../../books/notice.ts'
import { languages, type MultilingualText } from '../../books/text.ts'
import { decodeText } from '../csv.ts'
import type { OpenSdgFile } from './open-folder.ts'
import { linesOfKeys, readYaml, textOf, type YamlMapping } from './read-yaml.ts'
import type { Translations } from './translations.ts'

export interface ConfiguredIndicator extends Indicator {
  /** Unit of its chart (`computation_units`), used where the data name no unit; '' when not given. */
  chartUnit: string
  configFile: string
}

const nothing: YamlMapping = {}

/** Indicators from `indicator-config/` and `meta/`, in the order of their numbers. */
export function readIndicators(files: readonly OpenSdgFile[], translations: Translations, notices: Notice[]): ConfiguredIndicator[] {
  const configs = readFolder(files, 'indicator-config', notices)
  const metas = readFolder(files, 'meta', notices)
  const names = [...new Set([...configs.keys(), ...metas.keys()])].sort(byNumber)
  return names.map((name) => {
    const config = configs.get(name) ?? nothing
    const meta = metas.get(name) ?? nothing
    if (!configs.has(name)) notices.push(notice('config_missing', 'warning', { file: `indicator-config/${name}.yml` }))
    if (!metas.has(name)) notices.push(notice('meta_missing', 'warning', { file: `meta/${name}.yml` }))
    return indicatorOf(name, config, meta, translations, notices)
  })
}

function readFolder(files: readonly OpenSdgFile[], folder: string, notices: Notice[]): Map<string, YamlMapping> {
  const found = new Map<string, YamlMapping>()
  for (const file of files) {
    if (!file.path.startsWith(`${folder}/`)) continue
    const [, name] = new RegExp(`^${folder}/([^/]+)\\.ya?ml$`).exec(file.path) ?? []
    if (name === undefined) {
      notices.push(notice('file_not_read', 'info', { file: file.path }))
      continue
    }
    const mapping = readYaml(file, notices)
    if ('' in mapping) {
      const line = linesOfKeys(decodeText(file.bytes).text).get('') ?? null
      const value = typeof mapping[''] === 'string' ? mapping[''] : null
      notices.push(notice('empty_key', 'info', { file: file.path, line, value }))
    }
    found.set(name, mapping)
  }
  return found
}

function indicatorOf(
  name: string,
  config: YamlMapping,
  meta: YamlMapping,
  translations: Translations,
  notices: Notice[],
): ConfiguredIndicator {
  const code = textOf(config, 'indicator_number') || name.replaceAll('-', '.')
  const [goal = '', target = ''] = code.split('.')
  const field = (key: string) => translations.resolve(textOf(meta, key))
  const definition = field('computation_definitions')
  const configFile = `indicator-config/${name}.yml`
  return {
    code,
    ...namesOf(name, code, config, meta, translations, notices),
    sdgGoal: /^\d+$/.test(goal) && Number(goal) <= 17 ? Number(goal) : null,
    sdgTarget: target === '' ? null : `${goal}.${target}`,
    definition: isEmpty(definition) ? field('national_indicator_description') : definition,
    computation: field('computation_calculations'),
    limitations: field('comments_limitations'),
    compiledBy: field('source_compilation_1'),
    reportingStatus: textOf(config, 'reporting_status') || null,
    links: ['goal_meta_link', 'source_url_1', 'source_url_text_1']
      .map((key) => textOf(meta, key))
      .filter((link) => /^https?:\/\//.test(link)),
    chartUnit: textOf(config, 'computation_units'),
    configFile,
  }
}

/**
 * The name, and the global name where a national measure stands under a global number.
 *
 * The national title comes first. Where it says something else than the global title of the same number (or, for a
 * national number such as 11.2.1.1, of the number it is filed under), it is a proxy: both names are kept.
 */
function namesOf(name: string, code: string, config: YamlMapping, meta: YamlMapping, translations: Translations, notices: Notice[]) {
  const global = firstWords(translations, [`global_indicators.${name}-title`])
  const national = firstWords(translations, [`national_indicators.${name}-title`])
  const configured = translations.resolve(textOf(config, 'indicator_name'))
  if (isEmpty(national)) return { name: isEmpty(global) ? configured : global, globalName: null }

  const parent = name.split('-').slice(0, 3).join('-')
  const framework = isEmpty(global) ? firstWords(translations, [`global_indicators.${parent}-title`]) : global
  if (isEmpty(framework)) return { name: national, globalName: null }
  if (sayTheSame(national, framework)) return { name: isEmpty(global) ? national : { ...global, ...national }, globalName: null }
  const declared = textOf(meta, 'customisation')
  notices.push(
    notice('national_proxy', 'warning', {
      file: `indicator-config/${name}.yml`,
      column: 'indicator_name',
      value: national.ru ?? national.kk ?? national.en ?? null,
      details: {
        indicator: code,
        globalNumber: isEmpty(global) ? parent.replaceAll('-', '.') : code,
        declared: declared.split('.').at(-1) ?? '',
      },
    }),
  )
  return { name: national, globalName: framework }
}

function firstWords(translations: Translations, keys: readonly string[]): MultilingualText {
  return keys.map((key) => translations.get(key)).find((text) => !isEmpty(text)) ?? {}
}

const isEmpty = (text: MultilingualText): boolean => Object.keys(text).length === 0

/** Titles differ when their letters and digits differ in every language that both have. */
function sayTheSame(a: MultilingualText, b: MultilingualText): boolean {
  const common = languages.filter((language) => a[language] !== undefined && b[language] !== undefined)
  return common.length === 0 || common.some((language) => letters(a[language] ?? '') === letters(b[language] ?? ''))
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** 2-1-1 before 11-1-1, digits before letters. */
export const byNumber = (a: string, b: string): number => order.compare(a, b)
const order = new Intl.Collator('en', { numeric: true })
