import type { FC } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

/** Names and attributes of elements, checked by the compiler, are hono's. */
export type { JSX } from 'hono/jsx/jsx-runtime'

/**
 * What a tag between angle brackets becomes: its text, at once. Pages are functions of data that is already there, so nothing is kept to be
 * written later, and nothing waits. Text and attributes are escaped; what was made here, or marked by `raw`, is not escaped again.
 *
 * The compiler calls this by name (`jsxImportSource`).
 *
 * @throws {TypeError} a component that waits for something; content that is no text, number, element, or list of them
 */
export function jsx(tag: string | FC, props: Readonly<Record<string, unknown>>): JSX.Element {
  if (typeof tag === 'function') return settled(tag(props)) as JSX.Element
  let text = `<${tag}`
  for (const name in props) if (name !== 'children') text += attribute(name, props[name])
  text += voidElements.has(tag) ? '>' : `>${content(props['children'])}</${tag}>`
  return markup(text)
}

export const jsxs = jsx

/** Its children, and nothing around them. */
export const Fragment = ({ children }: { children?: unknown }): JSX.Element => markup(content(children))

/** Text that needs no escaping any more. */
class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** For the compiler an element is hono's own kind of text. */
const markup = (text: string): JSX.Element => new Markup(text) as unknown as JSX.Element

/** HTML writes these without content and without an end: `<br>`. */
const voidElements = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

/** HTML writes these without a value, or not at all; all others say `true` or `false`. */
const booleanAttributes = new Set([
  ...['allowfullscreen', 'async', 'autofocus', 'autoplay', 'checked', 'controls', 'default', 'defer', 'disabled', 'download'],
  ...['formnovalidate', 'hidden', 'inert', 'ismap', 'itemscope', 'loop', 'multiple', 'muted', 'nomodule', 'novalidate', 'open'],
  ...['playsinline', 'readonly', 'required', 'reversed', 'selected'],
])

function attribute(name: string, value: unknown): string {
  if (typeof value === 'string') return ` ${name}="${escape(value)}"`
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean' && booleanAttributes.has(name)) return value ? ` ${name}` : ''
  if (typeof value === 'number' || typeof value === 'boolean') return ` ${name}="${value}"`
  throw new TypeError(`The attribute ${name} is neither a text nor a number.`)
}

function content(child: unknown): string {
  if (typeof child === 'string') return escape(child)
  if (child instanceof Markup) return child.text
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  if (Array.isArray(child)) {
    let text = ''
    for (const one of child) text += content(one)
    return text
  }
  if (child instanceof String && 'isEscaped' in child) return String(child) // `raw`
  throw new TypeError('An element holds what is no text, number, element, or list of them.')
}

function settled<T>(made: T): T {
  if (made instanceof Promise) throw new TypeError('A page must not be asynchronous: fetch in the action and hand the data in.')
  return made
}

const special = /[&<>'"]/
const everySpecial = /[&<>'"]/g
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' }

/** Most texts have nothing of the kind, and a look costs less than a copy. */
const escape = (text: string): string => (special.test(text) ? text.replace(everySpecial, (character) => entities[character]!) : text)
