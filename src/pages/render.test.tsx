import { expect, test } from 'vitest'
import { render } from './render.ts'

test('a page begins with its doctype and writes void elements and boolean attributes as HTML does', () => {
  const page = render(
    <details open>
      <br />
      <input type="text" required />
    </details>,
  )
  expect(page).toBe('<!DOCTYPE html>\n<details open><br><input type="text" required></details>\n')
})

test('an element of SVG keeps its slash', () => {
  expect(
    render(
      <svg>
        <path d="M0 0" />
      </svg>,
    ),
  ).toContain('<path d="M0 0"></path>')
})

test('a page that waits for something is refused', () => {
  const Slow = async () => <p>late</p>
  expect(() => render(<Slow />)).toThrow(TypeError)
})
