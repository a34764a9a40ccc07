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
 * xmlText('a < "b"') // => 'a &lt; &quot;b&quot;'
 */
export const xmlText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are the signs that XML forbids
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll(/[&<>"\n\r\t]/g, (sign) => signs[sign] ?? sign)

/** Attributes of a tag, those without a value left out. */
export const xmlAttributes = (values: Readonly<Record<string, string | null | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => (value === null || value === undefined || value === '' ? '' : ` ${name}="${xmlText(value)}"`))
    .join('')
