/** What is written for machines or by the reader: no rule of typography applies there. */
const untouched = /^<(script|style|code|pre|textarea|title)\b/

/**
 * Kazakh and Russian line breaking: a suffix never leaves its number or abbreviation (80 %-ға, ЭСКАТО-ның), a number
 * never leaves its unit or the short word it counts, digit groups stay together, and no line begins with a dash.
 *
 * Browsers have no Kazakh hyphenation and break after every hyphen; so the page is sent with the breaks taken out.
 * Only text between tags is changed; code, text fields and attributes are not.
 *
 * @example
 * glue('<p>БҰҰ ЕЭК-ның 5 км</p>') // => '<p>БҰҰ ЕЭК-\u2060ның 5\u00a0км</p>'
 */
export function glue(html: string): string {
  let glued = ''
  let copied = 0 // what stays as it is, nearly all of a page, is copied in long pieces
  const put = (from: number, to: number): void => {
    const text = html.slice(from, to)
    if (!mayBreakBadly.test(text)) return
    glued += html.slice(copied, from) + glueText(text)
    copied = to
  }
  let from = 0
  while (from < html.length) {
    const open = html.indexOf('<', from)
    const end = open === -1 ? -1 : endOfMarkup(html, open)
    if (end === -1) break
    if (open > from) put(from, open)
    from = end
  }
  put(from, html.length)
  return glued + html.slice(copied)
}

/** Behind the tag that opens here, or behind its element where no text of it is touched; -1: nothing ends here. */
function endOfMarkup(html: string, open: number): number {
  const tag = html.indexOf('>', open) + 1
  if (tag === 0) return -1
  const [, name] = untouched.exec(html.slice(open, tag)) ?? []
  const close = name === undefined ? -1 : html.indexOf(`</${name}>`, tag)
  return name === undefined || close === -1 ? tag : close + name.length + 3
}

/** Most texts of a page have nothing of the kind, and five rules cost more than this look at them. */
const mayBreakBadly = /-|\d |[№M] | [—–] /

const glueText = (text: string): string =>
  text
    .replace(/([\dA-ZА-ЯӘҒҚҢӨҰҮҺІЁ»%])-(?=[а-яәғқңөұүһіё])/gu, '$1-\u2060')
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u00a0')
    .replace(/(?<![\p{L}\d])PM (?=\d)/gu, 'PM\u00a0')
    .replace(/№ (?=\d)/g, '№\u00a0')
    .replace(/(\d) (?=%|₸|\p{Ll}{1,10}(?!\p{Ll}))/gu, '$1\u00a0')
    .replace(/ (?=[—–] )/g, '\u00a0')
