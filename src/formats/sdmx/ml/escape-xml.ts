import { xmlText } from '../../xml-text.ts'

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/**
 * Text as it stands in XML, in an attribute or between tags. Signs that XML has no way to write are left out.
 *
 * @example
 * escapeXml('a < "b"') // => 'a &lt; &quot;b&quot;'
 */
export const escapeXml = (text: string): string => xmlText(text).replaceAll(/[&<>"\n\r\t]/g, (sign) => signs[sign] ?? sign)

/** Attributes of a tag, those without a value left out. */
export const xmlAttributes = (values: Readonly<Record<string, string | null | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === null || value === undefined || value === '' ? '' : ` ${name}="${escapeXml(value)}"`))
    .join('')
