import fc from 'fast-check'
import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { Fragment as HonoFragment, jsx as honoJsx } from 'hono/jsx/jsx-runtime'
import { expect, test } from 'vitest'
import { Fragment, jsx } from './jsx-runtime.ts'

const Named: FC<{ name: string }> = ({ name }) => <b>{name}</b>
const hostile = `<script>alert("1")</script>&'`
const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;'

test.each([
  { case: 'text is escaped', element: <p>{hostile}</p>, html: `<p>${escaped}</p>` },
  { case: 'an attribute is escaped', element: <p title={hostile} />, html: `<p title="${escaped}"></p>` },
  { case: 'what a component is given is escaped', element: <Named name={hostile} />, html: `<b>${escaped}</b>` },
  { case: 'an element in an element is not escaped again', element: <p>{[<b>&</b>]}</p>, html: '<p><b>&amp;</b></p>' },
  { case: 'what is marked as raw stays as it is', element: <p>{raw('<i>x</i>')}</p>, html: '<p><i>x</i></p>' },
  { case: 'a number is written, 0 too', element: <p tabindex={0}>{0}</p>, html: '<p tabindex="0">0</p>' },
  { case: 'nothing is written for what is not there', element: <p title={undefined}>{[null, undefined, false, true]}</p>, html: '<p></p>' },
  { case: 'nothing in SVG either', element: <svg>{true}</svg>, html: '<svg></svg>' },
  { case: 'HTML has elements without an end', element: <input type="text" required />, html: '<input type="text" required>' },
  { case: 'a boolean attribute that is false is not there', element: <input hidden={false} />, html: '<input>' },
  { case: 'any other attribute says true or false', element: <p aria-hidden={false} />, html: '<p aria-hidden="false"></p>' },
  { case: 'SVG keeps the case of its names', element: <svg viewBox="0 0 1 1" />, html: '<svg viewBox="0 0 1 1"></svg>' },
  {
    case: 'a fragment is its children',
    element: (
      <>
        a<b>c</b>
      </>
    ),
    html: 'a<b>c</b>',
  },
])('$case', ({ element, html }) => {
  expect(String(element)).toBe(html)
})

test('a component that waits is refused', () => {
  const Slow = async () => <p>late</p>
  expect(() => <Slow />).toThrow(TypeError)
})

test('a thing that is no text is refused, as content and as attribute', () => {
  expect(() => jsx('p', { children: { toString: () => '<b>' } })).toThrow(TypeError)
  expect(() => jsx('p', { title: { toString: () => '<b>' } })).toThrow(TypeError)
  // What came as JSON cannot pass for markup.
  expect(() => jsx('p', { children: { isEscaped: true, text: '<b>' } })).toThrow(TypeError)
})

test('any tree is written as hono writes it', () => {
  type Tree = string | number | boolean | null | Tree[] | { tag: string | null; props: Record<string, unknown>; children: Tree[] }
  const text = fc.oneof(fc.string(), fc.constantFrom('<', '&amp;', `"'>`, 'ұлғайды'))
  const props = fc.dictionary(
    fc.constantFrom('class', 'href', 'aria-label', 'viewBox', 'stroke-width', 'colspan'),
    fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(undefined)),
  )
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.record({
        tag: fc.constantFrom('p', 'section', 'svg', 'path', 'a', 'td', null),
        props,
        children: fc.array(tie('tree'), { maxLength: 4 }),
      }),
    ),
  }))
  type Make = (tag: never, props: never) => unknown
  const made = (node: Tree, make: Make, fragment: unknown): unknown => {
    if (Array.isArray(node)) return node.map((one) => made(one, make, fragment))
    if (node === null || typeof node !== 'object') return node
    // Directly inside `svg` hono writes `true` out; everywhere else, and here, a boolean writes nothing.
    const listed = node.tag === 'svg' ? node.children.filter((child) => typeof child !== 'boolean') : node.children
    const children = listed.map((child) => made(child, make, fragment))
    return make((node.tag ?? fragment) as never, { ...node.props, children } as never)
  }
  fc.assert(
    fc.property(fc.array(tree), (children) => {
      const root = { tag: 'main', props: {}, children }
      expect(String(made(root, jsx, Fragment))).toBe(String(made(root, honoJsx, HonoFragment)))
    }),
  )
})
