const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** The fields of the forms of a page, as the browser would send them; boxes that are ticked join by commas. */
export function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const main = html.slice(html.indexOf('<main'))
  for (const [, attributes = ''] of main.matchAll(/<input ([^>]*)>/g)) {
    const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1]
    if (['radio', 'checkbox'].includes(of('type') ?? '') && !/ checked/.test(attributes)) continue
    const name = of('name')
    if (name !== undefined && of('type') !== 'file') fields[name] = unescaped(of('value') ?? '')
  }
  for (const [, attributes = '', value = ''] of main.matchAll(/<textarea ([^>]*)>([^<]*)<\/textarea>/g))
    fields[/name="([^"]*)"/.exec(attributes)?.[1] ?? ''] = unescaped(value)
  for (const [, name = '', options = ''] of main.matchAll(/<select [^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    fields[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? /value="([^"]*)"/.exec(options)?.[1] ?? ''
  return fields
}
