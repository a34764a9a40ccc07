import { total } from './dimensions.ts'

/**
 * A code as SDMX can write it: letters, digits, `_`, `-`. Whatever else stands in it becomes `$` and two hexadecimal digits per byte, so that
 * nothing is lost and no two codes become one. What is empty is the total.
 *
 * @example
 * writeCodeId('_L_KZ_090102_1 I') // => '_L_KZ_090102_1$20I'
 * writeCodeId('') // => '_T'
 */
export const writeCodeId = (code: string): string => (code === '' ? total : /^[\w-]+$/.test(code) ? code : escapeAll(code))

/**
 * The code that `writeCodeId` wrote.
 *
 * Missing  null where it can have written no such text.
 *
 * @example
 * readCodeId('_L_KZ_090102_1$20I') // => '_L_KZ_090102_1 I'
 * readCodeId('_T') // => ''
 */
export const readCodeId = (id: string): string | null => (id === total ? '' : unescape(id))

/**
 * The number of an indicator as a code: a key separates its parts by points, so the points become `_`.
 *
 * @example
 * writeIndicatorId('11.6.2') // => '11_6_2'
 * writeIndicatorId('A_1.2') // => 'A$5f1_2'
 */
export const writeIndicatorId = (code: string): string =>
  /^[A-Za-z0-9.-]+$/.test(code)
    ? code.replaceAll('.', '_')
    : code
        .split('.')
        .map((part) => escapeAll(part).replaceAll('_', '$5f'))
        .join('_')

/**
 * The number of the indicator again.
 *
 * @example
 * readIndicatorId('11_6_2') // => '11.6.2'
 */
export const readIndicatorId = (id: string): string | null => unescape(id.replaceAll('_', '.'))

const escapeAll = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll(/[.!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    .replaceAll('%', '$')

function unescape(id: string): string | null {
  if (!id.includes('$')) return id
  try {
    return decodeURIComponent(id.replaceAll('%', '%25').replaceAll('$', '%'))
  } catch {
    return null
  }
}
