import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearDuplicates, type ComparedText } from './near-duplicates.ts'

const letter =
  'Нұркент шағынауданындағы № 37 автобус бағытының аралығын 40 минуттан 15 минутқа дейін қысқартуды сұраймыз, себебі балалар мектепке кешігеді.'

const texts: ComparedText[] = [
  { id: '1', text: letter },
  { id: '2', text: 'Прошу сократить интервал автобуса № 37 до 15 минут: дети опаздывают в школу.' },
  { id: '3', text: 'В парке нужны скамейки и свет.' },
  { id: '4', text: letter.toUpperCase().replace('№', '№ ') },
  { id: '5', text: `Мен осы ауданда он жыл тұрамын, үш балам бар, күнде далада тоңып тұрамыз. ${letter} Жауап күтемін!` },
  { id: '6', text: 'прошу Вас сократить интервал автобуса №37 до 15 минут - дети опаздывают в школу' },
  {
    id: '7',
    text: 'Нуркент шагынауданындагы № 37 автобус багытынын аралыгын 40 минуттан 15 минутка дейин кыскартуды сураймыз, себеби балалар мектепке кешигеди.',
  },
  { id: '8', text: 'В парке нужен туалет.' },
  { id: '9', text: '' },
  { id: '10', text: '' },
]

test('one letter sent by many, in whatever keyboard, with a preface; and its Russian sister apart', () => {
  expect(nearDuplicates(texts)).toEqual([
    {
      first: '1',
      others: [
        { id: '4', why: 'same_words', likeness: 1, shared: expect.stringContaining('37 автобус') as string },
        { id: '5', why: 'passage', likeness: 1, shared: expect.stringContaining('37 автобус') as string },
        { id: '7', why: 'same_words', likeness: 1, shared: expect.stringContaining('37 автобус') as string },
      ],
    },
    {
      first: '2',
      others: [
        {
          id: '6',
          why: 'alike',
          likeness: expect.closeTo(0.963, 2) as number,
          shared: 'сократить интервал автобуса No 37 до 15 минут дети опаздывают в школу',
        },
      ],
    },
  ])
})

test('the same subject in other words is no duplicate', () => {
  const two = [
    { id: 'a', text: 'Автобус № 37 ходит раз в 40 минут, это мало.' },
    { id: 'b', text: 'На остановке мёрзнем по полчаса, 37-й не дождаться, добавьте машин.' },
  ]
  expect(nearDuplicates(two)).toEqual([])
})

test('a chain of small changes does not bring together what has little in common', () => {
  const chain = ['a b c d e f', 'a b c d e x', 'a b c d y x', 'a b c z y x', 'a b w z y x'].map((text, id) => ({ id: String(id), text }))
  for (const { first, others } of nearDuplicates(chain))
    for (const { likeness } of others) expect({ first, likeness: likeness >= 0.6 }).toEqual({ first, likeness: true })
  expect(nearDuplicates(chain)[0]?.others.map(({ id }) => id)).toEqual(['1', '2'])
})

const words = fc
  .array(fc.constantFrom('жол', 'су', 'жарық', 'парк', 'метро', 'ауа'), { minLength: 1, maxLength: 7 })
  .map((list) => list.join(' '))

test('every text is in one cluster at most, every likeness is at least 0.6, and later texts change nothing of the earlier ones', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 15 }), (list) => {
      const own = list.map((text, at) => ({ id: String(at), text }))
      const clusters = nearDuplicates(own)
      const ids = clusters.flatMap(({ first, others }) => [first, ...others.map(({ id }) => id)])
      expect(new Set(ids).size).toBe(ids.length)
      expect(clusters.every(({ others }) => others.every(({ likeness }) => likeness >= 0.6 && likeness <= 1))).toBe(true)
      const before = nearDuplicates(own.slice(0, -1)).flatMap(({ first, others }) => others.map(({ id }) => `${first} ${id}`))
      expect(clusters.flatMap(({ first, others }) => others.map(({ id }) => `${first} ${id}`))).toEqual(expect.arrayContaining(before))
    }),
  )
})
