import type { TextFinding } from './check-text.ts'

/** More than this is what advertising looks like. */
const mostLinks = 3

/** An address with a scheme, with www, or a name with a well-known ending; «т.б.» and «11.2.1» are none. */
const link =
  /(?<![\p{L}\p{N}@._-])(?:[a-z][a-z0-9+.-]{1,15}:\/\/[^\s<>"«»]+|www\.[^\s<>"«»]+|(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:com|org|net|info|io|me|ru|kz|biz|top|xyz|shop|online|site|club|live|link|click|uz|kg|cn|қаз|рф)(?![\p{L}\p{N}-])(?:\/[^\s<>"«»]*)?)/giu

/**
 * Links: each a hint, so that the author sees what others will see; many of them, and those whose host hides itself, wait for a
 * moderator. A host hides itself as a bare number, behind a user name, behind a shortener, or in letters of two scripts.
 */
export function findLinks(text: string): TextFinding[] {
  const links = [...text.matchAll(link)].map(({ 0: found, index }) => {
    const words = found.replace(/[.,;:!?…)\]]+$/, '')
    return { start: index, end: index + words.length, words, host: hostOf(words) }
  })
  const [first] = links
  const last = links.at(-1)
  const each = links.map(({ start, end, words, host }): TextFinding =>
    isHidden(words, host)
      ? { code: 'hidden_link_host', severity: 'hold', start, end, words }
      : { code: 'link', severity: 'hint', start, end, words },
  )
  if (first === undefined || last === undefined || links.length <= mostLinks) return each
  return [{ code: 'many_links', severity: 'hold', start: first.start, end: last.end, words: String(links.length) }, ...each]
}

/** The different hosts that a text points to, in their order. */
export function linkHosts(text: string): string[] {
  return [...new Set([...text.matchAll(link)].map(({ 0: found }) => hostOf(found.replace(/[.,;:!?…)\]]+$/, ''))))].filter(
    (host) => host !== '',
  )
}

/** The host as a browser reads it, so that 0x7f.1 is 127.0.0.1 and қала.қаз is xn--…; '' when there is none. */
function hostOf(words: string): string {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(words) ? words : `https://${words}`
  return URL.canParse(address) ? new URL(address).hostname : ''
}

const shorteners = new Set([
  'bit.ly',
  'goo.gl',
  'tinyurl.com',
  't.co',
  'is.gd',
  'clck.ru',
  'vk.cc',
  'cutt.ly',
  'rb.gy',
  'ow.ly',
  'shorturl.at',
])

function isHidden(words: string, host: string): boolean {
  const isNumber = /^[\d.]+$/.test(host) || host.startsWith('[')
  const hasUser = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i.test(words)
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(words)?.[1]?.toLowerCase() ?? 'https'
  const name = words.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').split(/[/?#]/, 1)[0] ?? ''
  const isMixed = name.split('.').some((label) => /\p{Script=Latin}/u.test(label) && /\p{Script=Cyrillic}/u.test(label))
  return host === '' || isNumber || hasUser || isMixed || !['http', 'https'].includes(scheme) || shorteners.has(host.replace(/^www\./, ''))
}
