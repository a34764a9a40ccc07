import type { Code } from '../../books/indicators/figure.ts'
import { notice, type Notice } from '../../books/notice.ts'
import type { UsedCodes } from './read-observations.ts'
import type { Translations } from './translations.ts'

/**
 * Code lists with their names: a group of translations in capitals is one (`SEX`, `UNIT_MEASURE`), and the code equal to
 * the name of the list is the name of the dimension itself. Codes that only the data use come without a name.
 */
export function readCodes(translations: Translations, used: UsedCodes, notices: Notice[]): Code[] {
  const lists = new Set([...translations.groups.keys()].filter((group) => /^[A-Z][A-Z_]*$/.test(group) && group !== 'REF_AREA'))
  for (const list of used.codes.keys()) lists.add(list)
  const codes: Code[] = []
  for (const codelist of [...lists].sort()) {
    const named = translations.codesOf(codelist)
    const own = translations.get(`${codelist}.${codelist}`)
    if (Object.keys(own).length > 0) codes.push({ codelist, code: codelist, name: own })
    for (const code of new Set([...named, ...(used.codes.get(codelist) ?? [])])) {
      const name = translations.get(`${codelist}.${code}`)
      if (Object.keys(name).length > 0) codes.push({ codelist, code, name })
      else {
        codes.push({ codelist, code, name: wordsOf(code) })
        if (!named.includes(code)) notices.push(notice('unknown_code', 'warning', { column: codelist, value: code }))
      }
    }
  }
  return codes
}

/** A unit written out in the configuration (`мг/метр куб`) is its own Russian name. */
const wordsOf = (code: string) => (/[а-яё]/i.test(code) ? { ru: code } : {})
