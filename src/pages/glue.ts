/** What is written for machines or by the reader: no rule of typography applies there. */
const untouched = /<(script|style|code|pre|textarea|title)\b[^>]*>[\s\S]*?<\/\1>|<[^>]*>/g

/**
 * Kazakh and Russian line breaking: a suffix never leaves its number or abbreviation (80 %-ға, ЭСКАТО-ның), a number
 * never leaves its unit or the short word it counts, digit groups stay together, and no line begins with a dash.
 *
 * Browsers have no Kazakh hyphenation and break after every hyphen; so the page is sent with the breaks taken out.
 * Only text between tags is changed; code, text fields and attributes are not.
 *
 * @param tidy  what becomes of a tag, or of an element whose text is not touched: the page is walked through once for both
 *
 * @example
 * glue('<p>БҰҰ ЕЭК-ның 5 км</p>') // => '<p>БҰҰ ЕЭК-\u2060ның 5\u00a0км</p>'
 */
export function glue(html: string, tidy: (tag: string) => string = (tag) => tag): string {
  let glued = ''
  let from = 0
  for (const tag of html.matchAll(untouched)) {
    glued += glueText(html.slice(from, tag.index)) + tidy(tag[0])
    from = tag.index + tag[0].length
  }
  return glued + glueText(html.slice(from))
}

/** Most texts of a page have nothing of the kind, and five rules cost more than this look at them. */
const mayBreakBadly = /-|\d |[№M] | [—–] /

function glueText(text: string): string {
  if (!mayBreakBadly.test(text)) return text
  return text
    .replace(/([\dA-ZА-ЯӘҒҚҢӨҰҮҺІЁ»%])-(?=[а-яәғқңөұүһіё])/gu, '$1-\u2060')
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u00a0')
    .replace(/(?<![\p{L}\d])PM (?=\d)/gu, 'PM\u00a0')
    .replace(/№ (?=\d)/g, '№\u00a0')
    .replace(/(\d) (?=%|₸|\p{Ll}{1,10}(?!\p{Ll}))/gu, '$1\u00a0')
    .replace(/ (?=[—–] )/g, '\u00a0')
}
