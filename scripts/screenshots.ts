/**
 * Pictures of every page, to be looked at before a page is called done:
 *
 *     npx tsx scripts/screenshots.ts [http://127.0.0.1:8080] [part of a page's name]
 *
 * The server must be running. Pictures go to `shots/`, which is not part of the repository. What sticks out of the
 * window sideways is printed, because it is the fault that pictures hide best.
 */
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { languages } from '../src/books/text.ts'

const pages: Readonly<Record<string, string>> = {
  cities: '',
  gallery: '/gallery',
  home: '/almaty',
  'home-invented': '/ulgiqala',
  programme: '/almaty/programme',
  goal: '/almaty/programme/goals/3.1.1.1',
  'goal-measures': '/ulgiqala/programme/goals/1.1',
  versions: '/ulgiqala/programme/versions',
  budget: '/ulgiqala/programme/budget',
  catalogue: '/almaty/indicators',
  'indicator-air': '/almaty/indicators/11.6.2',
  'indicator-roads': '/almaty/indicators/11.2.1.1',
  gaps: '/almaty/gaps',
  releases: '/almaty/releases',
  release: '/almaty/releases/2',
  search: '/almaty/search?q=ауа',
  methods: '/almaty/methods',
  about: '/almaty/about',
  licence: '/almaty/licence',
  accessibility: '/almaty/accessibility',
  contact: '/almaty/contact',
  past: '/almaty?asOf=2020-01-01',
  missing: '/almaty/no-such-page',
}
const widths = [360, 768, 1280]
const schemes = ['light', 'dark'] as const

const [server = 'http://127.0.0.1:8080', part = ''] = process.argv.slice(2)
const folder = path.join(import.meta.dirname, '../shots')
fs.mkdirSync(folder, { recursive: true })

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file))
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] })
for (const [name, address] of Object.entries(pages).filter(([one]) => one.includes(part))) {
  for (const language of languages) {
    for (const colorScheme of schemes) {
      for (const width of widths) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
        await page.goto(`${server}/${language}${address}`)
        await page.evaluate(() => document.fonts.ready)
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (excess > 0) console.log(`${name} in ${language} at ${width} px is ${excess} px too wide`)
        await page.screenshot({ path: path.join(folder, `${name}-${language}-${width}-${colorScheme}.png`), fullPage: true })
        await page.close()
      }
    }
  }
}
await browser.close()
