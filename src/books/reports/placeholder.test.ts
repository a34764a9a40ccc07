import { expect, test } from 'vitest'
import fc from 'fast-check'
import { fillWritten, placeholderOf, placeholdersIn, readWritten } from './placeholder.ts'

test.each([
  ['two paragraphs', 'One\nline.\n\n\nTwo.', ['One line.', 'Two.']],
  ['a list behind its sentence', 'We did:\n- roads\n- parks', ['We did:', ['roads', 'parks']]],
  ['a minus within a paragraph is no list', 'From\n- 5 degrees\nto 3', ['From - 5 degrees to 3']],
  ['nothing', ' \n\n ', []],
])('%s', (_, text, blocks) => {
  expect(
    readWritten(text).map((block) => (block.kind === 'paragraph' ? block.text.join('') : block.items.map((item) => item.join('')))),
  ).toEqual(blocks)
})

test.each([
  ['{{figure a-b-1 2023}}', { series: 'a-b-1', period: '2023' }],
  ['{{ figure a-b-1 latest }}', { series: 'a-b-1', period: 'latest' }],
  ['{{figure a-b-1 2023-Q1}}', { series: 'a-b-1', period: '2023-Q1' }],
  ['{{figure a-b-1}}', null],
  ['{{table a 2023}}', null],
  ['{{', null],
])('%s', (written, figure) => {
  expect(placeholdersIn(readWritten(`Before ${written}`))).toEqual([{ written, figure }])
})

test('no letter that was written is lost, whatever stands between braces', () => {
  const text = fc.array(fc.constantFrom('{', '}', '{{figure a 2023}}', 'слово', ' ', '- ', '{{', '}}')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (one) => {
      const said = fillWritten<never>(readWritten(one), ({ written }) => written)
      const letters = said
        .map((block) => (block.kind === 'paragraph' ? block.text.join('') : block.items.map((item) => `- ${item.join('')}`).join('')))
        .join('')
      expect(letters.replaceAll(/\s/g, '')).toBe(one.replaceAll(/\s/g, ''))
    }),
  )
})

test('what is copied is what is read', () => {
  expect(placeholdersIn(readWritten(placeholderOf('x-1', 'latest')))[0]?.figure).toEqual({ series: 'x-1', period: 'latest' })
})
