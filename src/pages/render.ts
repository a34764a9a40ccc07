import type { JSX } from 'hono/jsx/jsx-runtime'
import { glue } from './glue.ts'

/** HTML writes elements without content as `<br>`, not `<br/>`; SVG keeps the slash. */
const voidElement = /^<(area|br|col|hr|img|input|link|meta|source|wbr)\b([^>]*?)\s*\/>/

/** A boolean attribute stands without a value. Text has its quotes escaped, so this finds attributes only. */
const booleanAttribute = / (async|checked|defer|disabled|hidden|multiple|open|required|selected)=""(?=[ >])/g

/**
 * A page as the text that is sent: doctype, markup, and lines that break where a careful typesetter would break them.
 *
 * @throws {TypeError} a page that waits for something: pages are functions of data that is already there
 */
export function render(page: JSX.Element): string {
  const markup = page.toString() as string | Promise<string>
  if (typeof markup !== 'string') throw new TypeError('A page must not be asynchronous: fetch in the action and hand the data in.')
  return `<!DOCTYPE html>\n${glue(markup, tidy)}\n`
}

/** Most tags need nothing, and a look costs less than a rule. */
function tidy(tag: string): string {
  const opened = tag.endsWith('/>') ? tag.replace(voidElement, '<$1$2>') : tag
  return opened.includes('=""') ? opened.replace(booleanAttribute, ' $1') : opened
}
