import type { Area } from '../../books/indicators/figure.ts'
import { kazakhstanAreas } from './kazakhstan-areas.ts'
import type { Translations } from './translations.ts'

/**
 * Areas of the folder: the codes of REF_AREA, those that only the data name, and the country itself.
 *
 * Kind, parent and dates of Kazakhstan's areas are known; an area of another country is taken for one of its regions.
 */
export function readAreas(translations: Translations, usedCodes: ReadonlySet<string>, country: string): Area[] {
  const codes = new Set([country, ...translations.codesOf('REF_AREA'), ...usedCodes])
  return [...codes].sort().map((code) => {
    const facts = kazakhstanAreas[code]
    const label = translations.get(`REF_AREA.${code}`)
    const name = facts?.name ?? Object.fromEntries(Object.entries(label).map(([language, words]) => [language, words.replaceAll('_', ' ')]))
    if (facts) return { code, ...facts, name }
    return {
      code,
      name,
      kind: code === country ? 'country' : 'region',
      parent: code === country ? null : country,
      validFrom: null,
      validTo: null,
    }
  })
}
