import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeFields, type Fields } from './merge-fields.ts'

const fields = fc.dictionary(
  fc.constantFrom('text.kk', 'text.ru', 'text.en', 'deadline', 'target.2030'),
  fc.constantFrom('', 'а', 'ә', 'б'),
)
const at = (given: Fields, field: string) => given[field] ?? ''

test('nothing that either of them wrote is lost without being said', () => {
  fc.assert(
    fc.property(fields, fields, fields, (base, theirs, mine) => {
      const { merged, open, changed } = mergeFields(base, theirs, mine)
      for (const field of new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(mine)])) {
        const [was, they, me, now] = [at(base, field), at(theirs, field), at(mine, field), at(merged, field)]
        const [theyChanged, iChanged] = [they !== was, me !== was]
        if (theyChanged && !iChanged) expect([now, open.includes(field)]).toEqual([they, false])
        if (iChanged && !theyChanged) expect([now, open.includes(field)]).toEqual([me, false])
        if (theyChanged && iChanged) expect(open.includes(field)).toBe(they !== me)
        if (!theyChanged && !iChanged) expect([now, open.includes(field)]).toEqual([was, false])
        // Whatever is decided, both texts stand on the page.
        if (theyChanged || iChanged) expect(changed).toContainEqual({ field, base: was, theirs: they, mine: me })
      }
    }),
  )
})

test('edits of different fields give the same, whoever saves first', () => {
  fc.assert(
    fc.property(fields, fc.constantFrom('', 'x'), fc.constantFrom('', 'y'), (base, one, other) => {
      const first = { ...base, 'text.kk': one }
      const second = { ...base, 'text.ru': other }
      const there = mergeFields(base, first, second)
      expect(there.open).toEqual([])
      const back = mergeFields(base, second, first)
      for (const field of Object.keys(there.merged)) expect(at(back.merged, field)).toBe(at(there.merged, field))
    }),
  )
})
