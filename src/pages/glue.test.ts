import fc from 'fast-check'
import { expect, test } from 'vitest'
import { glue } from './glue.ts'

test.each([
  { case: 'a suffix stays with its abbreviation', html: '<p>ЭСКАТО-ның</p>', glued: '<p>ЭСКАТО-\u2060ның</p>' },
  { case: 'a suffix stays with its percentage', html: '<p>80 %-ға</p>', glued: '<p>80\u00a0%-\u2060ға</p>' },
  { case: 'a compound of two whole words may break', html: '<p>қала-серік</p>', glued: '<p>қала-серік</p>' },
  { case: 'groups of digits stay together', html: '<p>9 141 802</p>', glued: '<p>9\u00a0141\u00a0802</p>' },
  { case: 'two years are two numbers', html: '<p>2015 2016</p>', glued: '<p>2015 2016</p>' },
  { case: 'a number stays with its unit', html: '<p>15 мкг/м³</p>', glued: '<p>15\u00a0мкг/м³</p>' },
  { case: 'a number stays with the word it counts', html: '<p>318 күн</p>', glued: '<p>318\u00a0күн</p>' },
  { case: 'a number leaves a very long word', html: '<p>3 қанағаттанарлық</p>', glued: '<p>3 қанағаттанарлық</p>' },
  { case: 'no line begins with a dash', html: '<p>жота — ауа</p>', glued: '<p>жота\u00a0— ауа</p>' },
  { case: 'the size of particles stays with their name', html: '<p>PM 10</p>', glued: '<p>PM\u00a010</p>' },
  { case: 'the sign of a number stays with it', html: '<p>№ 41 шешімі</p>', glued: '<p>№\u00a041\u00a0шешімі</p>' },
  { case: 'attributes stay as they are', html: '<a title="80 %-ға">5 км</a>', glued: '<a title="80 %-ға">5\u00a0км</a>' },
  { case: 'code stays as it is', html: '<code>5 км</code> 5 км', glued: '<code>5 км</code> 5\u00a0км' },
  { case: 'what the reader types stays as it is', html: '<textarea>5 км</textarea>', glued: '<textarea>5 км</textarea>' },
  { case: 'text after the last tag counts too', html: '<br>5 км', glued: '<br>5\u00a0км' },
])('$case', ({ html, glued }) => {
  expect(glue(html)).toBe(glued)
})

test('glue only joins: without its marks the page is what it was', () => {
  const piece = fc.constantFrom(
    '80 %-ға',
    ' — ',
    '<b class="x 1 y">',
    '</b>',
    '<code>1 км</code>',
    ' 1 000 ',
    'сөз',
    '2020 жыл',
    '<br>',
    'ТДМ-ның',
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = pieces.join('')
      expect(glue(html).replaceAll('\u2060', '').replaceAll('\u00a0', ' ')).toBe(html)
    }),
  )
})

test('glue is done once and for all', () => {
  const html = '<p>2015–2022 жылдары 80 %-ға — 1 000 км</p>'
  expect(glue(glue(html))).toBe(glue(html))
})
