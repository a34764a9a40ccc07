import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { expect, test } from 'vitest'
import { mapStyle } from './map-style.ts'
import type { Tokens } from './tokens.ts'

/** Any token is a colour. */
const tokens = new Proxy({}, { get: () => 'rgb(20, 89, 74)' }) as Tokens
const style = mapStyle(tokens, 'https://bagdar.example/tiles.pmtiles')

test('the style is one that the map understands', () => {
  // The style names no glyphs: letters are drawn with the page's own font, which the specification does not know of.
  const mistakes = validateStyleMin(style as never).filter(({ message }) => !message.includes('glyphs'))
  expect(mistakes.map(({ message }) => message)).toEqual([])
})

test('nothing is asked of another host', () => {
  expect(JSON.stringify(style).match(/https?:\/\/[^"]*/g)).toEqual(['https://bagdar.example/tiles.pmtiles'])
})

test('every layer that is drawn from tiles is one that the tiles have', () => {
  const drawn = style.layers.flatMap((layer) => ('source-layer' in layer ? [layer['source-layer']] : []))
  expect([...new Set(drawn)].sort()).toEqual(['buildings', 'cells', 'green', 'outlines', 'streets', 'water'])
})
