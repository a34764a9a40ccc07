import { expect, test } from 'vitest'
import { methodSpreads } from './method-spread.examples.ts'
import { layOutMethodSpread } from './method-spread-layout.ts'
import { nameLine } from './row-name.tsx'
import { textWidth } from './text-width.ts'

const drawings = Object.entries(methodSpreads).flatMap(([name, data]) =>
  [
    { width: 940, narrow: false },
    { width: 328, narrow: true },
  ].map((size) => ({ name: `${name}, ${size.width}`, size, layout: layOutMethodSpread(data, size) })),
)

test.each(drawings)('$name: names and values lie inside the drawing', ({ size, layout }) => {
  for (const { row, name, text } of layout.rows) {
    for (const line of name.lines) {
      const long = textWidth(line, 13, row.me)
      const from = name.anchor === 'end' ? name.x - long : name.x
      expect(from).toBeGreaterThanOrEqual(0)
      expect(from + long).toBeLessThanOrEqual(size.width)
    }
    const long = textWidth(row.text, 13, true)
    expect(text.anchor === 'end' ? text.x : text.x + long).toBeLessThanOrEqual(size.width)
  }
})

test.each(drawings)('$name: no name stands on the row before it, and all rows are above the bottom', ({ layout }) => {
  const ends = layout.rows.map(({ name, text }) => Math.max(name.y + (name.lines.length - 1) * nameLine, text.y))
  for (const [index, { name }] of layout.rows.entries()) expect(name.y - 11).toBeGreaterThan(ends[index - 1] ?? 0)
  expect(ends.at(-1)).toBeLessThanOrEqual(layout.bottom)
})
