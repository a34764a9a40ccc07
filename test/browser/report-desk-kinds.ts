import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import type { City } from '../../src/books/indicators/figure.ts'
import type { TestSite } from '../support/server.ts'
import type { WebReader } from '../support/web-reader.ts'
import type { DeskKind } from './desk-kinds.ts'

const desk = '/ulgiqala/desk/reports'
const opening = `${desk}/press/texts/opening`

/** Writes a text with a placeholder that is gone, publishes two reports and withdraws one; names every page that there is then. */
export async function fillReportDesk(
  site: TestSite,
  city: City,
  reader: WebReader,
  send: (selector: string) => (page: Page) => Promise<unknown>,
): Promise<Record<string, DeskKind>> {
  const post = async (path: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    const { status } = await reader.post(`/kk${path}`, { formKey: randomUUID(), ...fields })
    if (status !== 303) throw new Error(`${path} was answered with ${status}.`)
  }
  await post(opening, { revision: '0', 'text-kk': 'Бір.\n\n- екі\n- үш', 'text-ru': '', 'text-en': 'One.' })
  await post(`${desk}/press/publish`, { year: '' })
  await post(opening, { revision: '1', 'text-kk': 'Басқа.', 'text-ru': 'Другое.', 'text-en': 'Another.' })
  await post(`${desk}/press/publish`, { year: '' })
  await post(`${desk}/published/1/withdraw`, { reason: 'Кестеде қате бар.' })
  await site.record.keepReportText(city, 'brief', { part: 'opening', text: { kk: '{{figure жоқ 2023}}' }, revision: 0 })
  const text = '/desk/reports/:kind/texts/:part'
  return {
    reports: { route: '/desk/reports', path: desk },
    'report with a placeholder that is gone': { route: '/desk/reports/:kind', path: `${desk}/brief` },
    'report to be published': { route: '/desk/reports/:kind', path: `${desk}/yearly?year=2025` },
    'text of a report': { route: text, path: opening },
    'text of a report, changed by two': {
      ...{ route: text, path: opening },
      act: async (page) => {
        await page.evaluate(() => void ((document.querySelector('input[name=revision]') as HTMLInputElement).value = '1'))
        await page.locator('#text-kk').fill('Үшінші.')
        await send('main form button.main')(page)
      },
    },
    'history of a text': { route: `${text}/history`, path: `${opening}/history` },
    'published report at the desk': { route: '/desk/reports/published/:number', path: `${desk}/published/2` },
    'published report, withdrawn without a reason': {
      ...{ route: '/desk/reports/published/:number', path: `${desk}/published/2` },
      act: send('form[action$="/withdraw"] button'),
    },
  }
}
