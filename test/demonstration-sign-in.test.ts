import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationStaff } from '../src/books/accounts/demonstration.ts'
import { permissionsOf } from '../src/books/accounts/role.ts'
import { addDemonstrationStaff } from '../src/demonstration-staff.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { WebReader } from './support/web-reader.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite('almaty', 'ulgiqala')
  await addDemonstrationStaff(site.record)
})
afterAll(() => site.close())

describe('a visitor of the demonstration', () => {
  test.each(demonstrationStaff.map(({ role }) => role))(
    'sits down at the desk of the invented city as %s, and at no other',
    async (role) => {
      const reader = new WebReader(site.app())
      const answer = await reader.post('/ru/sign-in/demonstration', { role, to: '/ru/account' })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ru/ulgiqala/desk'])
      expect((await reader.get('/ru/ulgiqala/desk')).status).toBe(200)
      expect((await reader.get('/ru/almaty/desk')).status).toBe(403)
      const draft = await reader.get('/ru/ulgiqala/desk/programme')
      expect(draft.status).toBe(permissionsOf[role].includes('drafts.read') ? 200 : 403)
    },
  )

  test('finds the measures of her department as data officer', async () => {
    const city = await site.record.findCity('ulgiqala')
    const [department] = await site.record.listDepartments(city!)
    expect(department?.measures.length).toBeGreaterThan(2)
  })

  test.each([
    { case: 'a role that nobody has', role: 'mayor' },
    { case: 'no role', role: '' },
  ])('$case leads back to the sign-in', async ({ role }) => {
    const answer = await new WebReader(site.app()).post('/ru/sign-in/demonstration', { role })
    expect(answer.headers.get('location')).toBe('/ru/sign-in')
  })
})

test('where messages are sent to real people there is no such door', async () => {
  const { signIn } = site
  const real = new WebReader(site.app({ mode: 'production', publicUrl: 'http://localhost', signIn: { ...signIn, mailbox: false } }))
  expect((await real.post('/ru/sign-in/demonstration', { role: 'editor' })).status).toBe(404)
  expect(await (await real.get('/ru/sign-in')).text()).not.toContain('demonstration')
  const open = new WebReader(site.app({ signIn: null }))
  expect((await open.post('/ru/sign-in/demonstration', { role: 'editor' })).status).toBe(404)
})
