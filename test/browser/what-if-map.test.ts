import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { wordsOf } from '../../src/pages/words.ts'
import { launchBrowser } from '../support/browser.ts'
import { openTestSite } from '../support/server.ts'
import { languagesHere, openReader, sideways, type Reader } from './look-at-page.ts'

const [site, browser] = await Promise.all([openTestSite('ulgiqala'), launchBrowser()])
const server = await site.listen()
const { t } = wordsOf('en')

const opened: Reader[] = []
afterEach(async () => {
  for (const reader of opened.splice(0)) await reader.close()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function readerAt(address: string, options: Parameters<typeof openReader>[1] = {}): Promise<Reader> {
  const reader = await openReader(browser, options)
  opened.push(reader)
  await reader.visit(server + address)
  return reader
}

/** A reader before whom the live map has been drawn. */
async function readerAtMap(address: string): Promise<Reader> {
  // Small, because a machine without a graphics card draws every pixel itself.
  const reader = await readerAt(address, { viewport: { width: 720, height: 640 } })
  await isLive(reader.page)
  return reader
}

/** The map comes when the reader comes near it. */
async function isLive(page: Page): Promise<void> {
  await page.locator('bagdar-what-if').evaluate((element) => element.scrollIntoView({ behavior: 'instant' }))
  await page.locator('bagdar-what-if.is-live canvas').waitFor({ timeout: 20_000 })
}

/** The server keeps a number and its word on one line; that is no difference in what is said. */
const textOf = async (element: Locator) => ((await element.first().textContent()) ?? '').replaceAll('\u00a0', ' ').replaceAll('\u2060', '')
const outcome = (page: Page) => textOf(page.locator('[data-part=outcome]'))
const tried = (page: Page) => page.locator('.map-edits li')
const searchOf = (page: Page) => new URL(page.url()).search

/** What the page of this address says without a script. */
async function outcomeWithoutScript(page: Page): Promise<string> {
  const { pathname, search } = new URL(page.url())
  const other = await readerAt(pathname + search, { javaScriptEnabled: false })
  return await outcome(other.page)
}

/** Goes where a link leads, and waits until all of it is there. */
async function follow(page: Page, link: Locator): Promise<void> {
  await page.goto(new URL((await link.first().getAttribute('href')) ?? '', page.url()).href)
}

/** A place on the screen where the pointer looks so: `grab` over a stop, `crosshair` where there is none. */
async function pointAt(page: Page, cursor: 'grab' | 'crosshair'): Promise<{ x: number; y: number }> {
  await page.locator('.map-live').evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
  const place = await page.locator('.map-live canvas').evaluate((canvas, wanted) => {
    const { left, top, width, height } = canvas.getBoundingClientRect()
    for (let y = top + 0.4 * height; y < top + 0.7 * height; y += 3)
      for (let x = left + 0.4 * width; x < left + 0.7 * width; x += 3) {
        canvas.dispatchEvent(new MouseEvent('mousemove', { clientX: x, clientY: y, bubbles: true }))
        if ((canvas as HTMLElement).style.cursor === wanted) return { x, y }
      }
    return null
  }, cursor)
  if (place === null) throw new Error(`Nothing on the map gives the pointer the look "${cursor}".`)
  return place
}

/** Colours on a screenshot of the map, each so often: a map that is not drawn has one. */
async function coloursOf(page: Page, map: Locator): Promise<number> {
  const picture = (await map.screenshot()).toString('base64')
  return await page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    context.drawImage(image, 0, 0)
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size
  }, picture)
}

/** The driver of a machine without a graphics card says how slow it is; that is not the page's. */
const own = (complaints: readonly string[]) => complaints.filter((one) => !one.includes('GL Driver Message'))

describe('the live map', () => {
  test.each(languagesHere('en'))(
    'in %s is drawn under the content security policy, asks no other host, and names its makers',
    async (language) => {
      const { page, complaints } = await readerAtMap(`/${language}/ulgiqala/map`)
      await page.locator('.map-live canvas').scrollIntoViewIfNeeded()
      await expect.poll(() => coloursOf(page, page.locator('.map-live')), { timeout: 10_000 }).toBeGreaterThan(50)
      expect(await page.locator('.city-map-figure figcaption').isVisible()).toBe(true)
      expect(await textOf(page.locator('.city-map-figure figcaption'))).toBe(wordsOf(language).t('spatial.map_invented'))
      expect(await page.locator('.map-note').textContent()).toBe(wordsOf(language).t('spatial.map_hint'))
      expect(own(complaints)).toEqual([])
    },
  )

  test('a press on a street adds a stop, and the page says what the server says of the same address', async () => {
    const { page, complaints } = await readerAtMap('/en/ulgiqala/map')
    const before = await outcome(page)
    const place = await pointAt(page, 'crosshair')
    await page.mouse.click(place.x, place.y)
    await tried(page).waitFor()
    expect(searchOf(page)).toMatch(/^\?add=-?[\d.]+%2C-?[\d.]+$/)
    const after = await outcome(page)
    expect(after).not.toBe(before)
    expect(after).toBe(await outcomeWithoutScript(page))

    await page.reload()
    await isLive(page)
    expect(await outcome(page)).toBe(after)
    expect(await tried(page).count()).toBe(1)
    await page.getByRole('button', { name: t('spatial.map_takeBack') }).click()
    expect([searchOf(page), await outcome(page)]).toEqual(['', before])
    expect(own(complaints)).toEqual([])
  })

  test('a stop that is dragged moves, one that is pressed is chosen, and undo goes back step by step', async () => {
    const { page } = await readerAtMap('/en/ulgiqala/map')
    const before = await outcome(page)
    const stop = await pointAt(page, 'grab')
    await page.mouse.click(stop.x, stop.y)
    const chosen = page.locator('.map-chosen')
    const name = ((await chosen.locator('span').textContent()) ?? '').replace(t('spatial.map_selected', { stop: '' }), '')
    expect(name).toMatch(/\S/)
    expect(searchOf(page)).toBe('')

    await page.mouse.move(stop.x, stop.y)
    await page.mouse.down()
    await page.mouse.move(stop.x + 30, stop.y + 40, { steps: 5 })
    await page.mouse.up()
    await tried(page).waitFor()
    expect(searchOf(page)).toMatch(/^\?move=/)
    expect(await tried(page).textContent()).toContain(t('spatial.map_moved', { stop: name }))
    const moved = await outcome(page)
    expect(moved).toBe(await outcomeWithoutScript(page))

    await chosen.getByRole('button', { name: t('spatial.map_remove'), exact: true }).click()
    expect(searchOf(page)).toMatch(/^\?remove=/)
    expect(await outcome(page)).toBe(await outcomeWithoutScript(page))
    const undo = page.getByRole('button', { name: t('spatial.map_undo'), exact: true })
    await undo.click()
    expect(await outcome(page)).toBe(moved)
    await undo.click()
    expect([searchOf(page), await outcome(page)]).toEqual(['', before])
  })

  test('without a pointer a stop is chosen from the list, moved by a block and removed, and the focus is not lost', async () => {
    const { page } = await readerAtMap('/en/ulgiqala/map')
    await page.getByRole('button', { name: t('spatial.map_choose'), exact: true }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-key'))).toBe('remove')
    for (const word of ['spatial.map_moveNorth', 'spatial.map_moveEast'] as const) {
      await page.locator(`.map-chosen [aria-label="${t(word)}"]`).focus()
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(t(word))
    }
    const [north, east] = await Promise.all([0, 1].map(async () => new URLSearchParams(searchOf(page)).getAll('move').join()))
    expect(north).toBe(east)
    expect(north).toMatch(/^[^:]+:-?[\d.]+,-?[\d.]+$/)
    expect(await outcome(page)).toBe(await outcomeWithoutScript(page))

    await page.locator('.map-chosen [data-key=remove]').focus()
    await page.keyboard.press('Enter')
    expect(searchOf(page)).toMatch(/^\?remove=/)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe('outcome')
  })

  test('the best site is added from the list, and the gain of every crossing is drawn and put away', async () => {
    const { page } = await readerAtMap('/en/ulgiqala/map')
    const site = page.locator('.map-sites li').first()
    const people = await textOf(site.locator('span'))
    await site.getByRole('button').click()
    const change = /change of \+([\d,]+)/.exec(await outcome(page))?.[1]
    expect(people).toBe(t('spatial.map_sitePeople', { people: change ?? '' }))
    expect(await textOf(page.locator('.map-sites li span'))).not.toBe(people)

    await page.locator('.map-live').scrollIntoViewIfNeeded()
    const plain = (await page.locator('.map-live').screenshot()).toString('base64')
    await page.getByRole('button', { name: t('spatial.map_gainShow') }).click()
    expect(await page.locator('.map-note').textContent()).toMatch(/\d people|: [\d,]+/)
    await expect
      .poll(async () => (await page.locator('.map-live').screenshot()).toString('base64') === plain, { timeout: 10_000 })
      .toBe(false)
    await page.getByRole('button', { name: t('spatial.map_gainHide') }).click()
    expect(await page.locator('.map-note').textContent()).toBe(t('spatial.map_hint'))
  })

  test('what is tried goes along into another language, and onto paper', async () => {
    const { page } = await readerAtMap('/en/ulgiqala/map')
    await page.locator('.map-sites li').first().getByRole('button').click()
    await page.locator('.map-sites li').first().getByRole('button').click()
    const there = new URL((await page.locator('.langs a[lang=kk]').getAttribute('href')) ?? '', server)
    expect([there.pathname, there.search]).toEqual(['/kk/ulgiqala/map', searchOf(page)])
    expect(there.searchParams.getAll('add').length).toBe(2)

    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.city-map').isVisible()).toBe(false)
    const printed = page.locator('.map-printed')
    expect(await printed.isVisible()).toBe(true)
    expect(await coloursOf(page, printed)).toBeGreaterThan(50)
  })

  test('a stop of the page’s own address can be taken back, and 360 px do not scroll sideways', async () => {
    const { page } = await readerAt('/en/ulgiqala/map')
    const [first = ''] = await page.locator('#stop option').evaluateAll((options) => options.map((one) => one.getAttribute('value') ?? ''))
    const other = await readerAtMap(`/en/ulgiqala/map?remove=${encodeURIComponent(first)}`)
    expect(await sideways(other.page, 360)).toBe('')
    await other.page.getByRole('button', { name: t('spatial.map_takeBack') }).click()
    expect(searchOf(other.page)).toBe('')
    expect(await outcome(other.page)).toBe(await outcome(page))
  })
})

describe('without WebGL', () => {
  test('the page says so, the picture stays, and lists and buttons work', async () => {
    const reader = await openReader(browser)
    opened.push(reader)
    const { page } = reader
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : (original as (...all: unknown[]) => unknown).call(this, kind, ...rest)
      } as typeof original
    })
    await reader.visit(`${server}/en/ulgiqala/map`)
    await page.locator('bagdar-what-if').evaluate((element) => element.scrollIntoView({ behavior: 'instant' }))
    await page.getByText(t('spatial.map_failed')).waitFor()
    expect(await page.locator('.city-map').isVisible()).toBe(true)
    expect(await page.locator('.map-live').count()).toBe(0)
    await page.locator('.map-sites li').first().getByRole('button').click()
    expect(searchOf(page)).toMatch(/^\?add=/)
    expect(await outcome(page)).toBe(await outcomeWithoutScript(page))
    expect(await sideways(page, 360)).toBe('')
  })
})

describe('without JavaScript', () => {
  test('links add, the form removes and keeps what was added, and the picture follows', async () => {
    const { page } = await readerAt('/en/ulgiqala/map', { javaScriptEnabled: false })
    const picture = async () => (await page.locator('.city-map').innerHTML()).length
    const first = await picture()
    const promised = await textOf(page.locator('.map-sites li span'))
    await follow(page, page.locator('.map-sites li a'))
    const change = /change of \+([\d,]+)/.exec(await outcome(page))?.[1] ?? ''
    expect(promised).toBe(t('spatial.map_sitePeople', { people: change }))
    expect(await picture()).not.toBe(first)

    await page.selectOption('#stop', { index: 3 })
    await page.getByRole('button', { name: t('spatial.map_remove'), exact: true }).click()
    await page.waitForURL(/remove=/)
    expect(await tried(page).count()).toBe(2)
    const said = await outcome(page)
    expect(await page.locator('.city-map-figure figcaption').isVisible()).toBe(true)

    const withScript = await readerAtMap(new URL(page.url()).pathname + searchOf(page))
    expect(await outcome(withScript.page)).toBe(said)
    expect(await tried(withScript.page).count()).toBe(2)
    await follow(page, tried(page).locator('a'))
    expect(await tried(page).count()).toBe(1)
  })

  test('every address has its own answer: two stops are not taken for the last of them', async () => {
    const { page } = await readerAt('/en/ulgiqala/map', { javaScriptEnabled: false })
    for (const count of [1, 2, 3]) {
      await follow(page, page.locator('.map-sites li a'))
      expect(await tried(page).count()).toBe(count)
    }
    const both = await outcome(page)
    await follow(page, page.locator('.langs a[lang=en]'))
    expect([await tried(page).count(), await outcome(page)]).toEqual([3, both])
    // The last alone: another question, another answer.
    const last = new URLSearchParams(searchOf(page)).getAll('add').at(-1) ?? ''
    await page.goto(`${server}/en/ulgiqala/map?add=${encodeURIComponent(last)}`)
    expect(await tried(page).count()).toBe(1)
  })
})
