import { xmlText } from '../xml-text.ts'

/** How another site shows a picture of ours. Source: oEmbed 1.0, "The photo type". */
export interface Oembed {
  version: '1.0'
  type: 'photo'
  title: string
  url: string
  width: number
  height: number
  provider_name: string
  provider_url: string
  /** Seconds. */
  cache_age: number
}

/**
 * The same as XML (oEmbed 1.0, 2.3.4.2).
 *
 * @example
 * writeOembedXml({ title: 'A & B' }).includes('<title>A &amp; B</title>') // => true
 */
export const writeOembedXml = (answer: Oembed): string =>
  `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${Object.entries(answer)
    .map(([name, value]) => `<${name}>${escaped(xmlText(String(value)))}</${name}>`)
    .join('')}</oembed>\n`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
