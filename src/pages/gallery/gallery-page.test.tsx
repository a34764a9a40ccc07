import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../../books/text.ts'
import type { Frame } from '../frame.ts'
import { render } from '../render.ts'
import { wordsOf } from '../words.ts'
import { GalleryPage } from './gallery-page.tsx'
import { partExamples } from './part-examples.tsx'

const frameIn = (language: (typeof languages)[number]): Frame => ({
  words: wordsOf(language),
  city: null,
  asOf: null,
  today: '2026-11-22',
  path: '/gallery',
  query: '',
  publicUrl: 'http://localhost',
  mode: 'demo',
  assets: { 'site.css': '/assets/site.css' },
})

describe.each(languages)('in %s', (language) => {
  const page = render(<GalleryPage frame={frameIn(language)} />)

  test('nothing is left undefined, unresolved or as a bare object', () => {
    expect(page).not.toMatch(/undefined|NaN|\[object|\{[a-z]+[,}]/)
  })

  test('no style or script stands in the markup, which the content security policy forbids', () => {
    expect(page).not.toMatch(/ style=| on[a-z]+="|<style|<script(?! type="module" src)/)
  })

  test('no id is given twice', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})

test('every part is shown, or shown inside another', () => {
  const folder = path.join(import.meta.dirname, '../parts')
  const parts = fs
    .readdirSync(folder)
    .map((file) => file.replace('.tsx', '').replace(/(^|-)(.)/g, (_, __, letter: string) => letter.toUpperCase()))
  const shown = partExamples(frameIn('en')).map(({ name }) => name)
  const inside = ['Chart', 'Cite', 'Facts', 'Form', 'OutsideLink', 'Section', 'Sprite', 'Title']
  expect(parts.filter((part) => !shown.includes(part) && !inside.includes(part))).toEqual([])
})
