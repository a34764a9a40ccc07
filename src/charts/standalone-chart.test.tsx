import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { barCharts } from './bar-chart.examples.ts'
import { BarChart } from './bar-chart.tsx'
import { chartColours } from './chart-looks.ts'
import { lineCharts } from './line-chart.examples.ts'
import { LineChart } from './line-chart.tsx'
import { drawStandaloneChart, sizeOfStandaloneChart } from './standalone-chart.tsx'

const wideOf = (drawings: string): string => /<svg class="wide-only".*?<\/svg>/s.exec(drawings)?.[0] ?? ''
const fileOf = (svg: string, more: Partial<Parameters<typeof drawStandaloneChart>[0]> = {}) => ({
  ...{ svg, title: 'Fine dust & noise', notes: ['Source: KazStat', 'Address: https://bagdar.example/en'], language: 'en' },
  ...more,
})

describe.each([
  ...Object.entries(lineCharts).map(([name, data]) => [`line chart, ${name}`, String(<LineChart data={data} />)] as const),
  ...Object.entries(barCharts).map(([name, data]) => [`bar chart, ${name}`, String(<BarChart data={data} />)] as const),
])('%s', (_, drawings) => {
  const svg = drawStandaloneChart(fileOf(wideOf(drawings)), 'light')

  test('needs nothing but itself: no class, style, link, script, picture or font from elsewhere', () => {
    expect(svg).not.toMatch(/ class=| style=|href=|<a\b|<script|<image|<style|url\(|undefined|NaN/)
  })

  test('no element has an attribute twice, and what is opened is closed', () => {
    for (const [, attributes = ''] of svg.matchAll(/<[a-z]+\b([^>]*)>/g)) {
      const names = [...attributes.matchAll(/\s([\w:-]+)=/g)].map(([, name]) => name)
      expect(names).toEqual([...new Set(names)])
    }
    for (const name of ['svg', 'g', 'text', 'tspan', 'title', 'rect', 'path', 'circle', 'line'])
      expect([...svg.matchAll(new RegExp(`<${name}\\b`, 'g'))].length).toBe([...svg.matchAll(new RegExp(`</${name}>`, 'g'))].length)
  })
})

test('a long title and long notes are broken into lines, and the sheet grows by them', () => {
  const svg = wideOf(String(<LineChart data={lineCharts['single']!} />))
  const short = sizeOfStandaloneChart(fileOf(svg))
  const long = fileOf(svg, { title: 'word '.repeat(60).trim(), notes: ['note '.repeat(100).trim()] })
  expect(sizeOfStandaloneChart(long).width).toBe(short.width)
  expect(sizeOfStandaloneChart(long).height).toBeGreaterThan(short.height + 100)
  expect(drawStandaloneChart(long, 'light').match(/<text[^>]*>(?:word ?)+<\/text>/g)?.length).toBeGreaterThan(3)
})

test.each(['light', 'dark'] as const)('the colours in the %s are those of the stylesheet', (theme) => {
  const tokens = fs.readFileSync(new URL('../pages/styles/tokens.css', import.meta.url), 'utf8')
  for (const [name, colour] of Object.entries(chartColours[theme])) {
    const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? []
    expect(colour, name).toBe(theme === 'light' ? light : dark)
  }
})

test('the dark differs from the light in colours alone', () => {
  const file = fileOf(wideOf(String(<LineChart data={lineCharts['rivals']!} />)))
  const plain = (svg: string) => svg.replaceAll(/#[0-9a-f]{6}/g, '#')
  const [light, dark] = [drawStandaloneChart(file, 'light'), drawStandaloneChart(file, 'dark')]
  expect(plain(dark).replaceAll(/fill-opacity="[\d.]+"/g, '')).toBe(plain(light).replaceAll(/fill-opacity="[\d.]+"/g, ''))
  expect(dark).not.toBe(light)
})
