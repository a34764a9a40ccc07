import fs from 'node:fs'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyRetention } from '../src/actions/accounts/apply-retention.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { mayDoWith } from '../src/books/accounts/department.ts'
import { languages } from '../src/books/text.ts'
import { wordsOf } from '../src/pages/words.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { inviteLink } from './support/staff.ts'
import { signInAs, type SignInChanges } from './support/sign-in-as.ts'
import { WebReader, headingOf } from './support/web-reader.ts'

let site: TestSite
let city: City
let other: City
let figure: string
beforeAll(async () => {
  site = await openTestSite('ulgiqala', 'almaty')
  city = (await site.record.findCity('ulgiqala'))!
  other = (await site.record.findCity('almaty'))!
  const [series] = await site.record.listSeries(city, new Date(), { indicator: 'U-4' })
  figure = `/ulgiqala/figures/${series?.address}/2023`
})
afterAll(() => site.close())

const { t } = wordsOf('en')
const administrator = (changes: SignInChanges = {}) => signInAs(site, { roles: [{ city, role: 'administrator' }], ...changes })
const longAgo = () => new Date(Date.now() - 16 * 60_000)
const locationOf = (response: Response): string | null => response.headers.get('location')
const mailTo = async (address: string) => (await site.record.listMail(200)).filter(({ recipient }) => recipient === address)
const secretIn = (body: string): string => /token=([\w-]+)/.exec(body)?.[1] ?? ''
const lastChange = async (of: City = city) => (await site.record.listChanges(of, { offset: 0, limit: 1 }))[0]

describe('the page of one’s own account', () => {
  test.each(languages)('in %s it shows who one is, and is kept by nobody', async (language) => {
    const { reader, email } = await signInAs(site, { name: 'Данияр' })
    const response = await reader.get(`/${language}/account`)
    const html = await response.text()
    expect(headingOf(html)).toBe(wordsOf(language).t('account.account_title'))
    expect(html).toContain('value="Данияр"')
    expect(html).toContain(email)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('nobody who is not signed in sees it', async () => {
    const response = await new WebReader(site.app()).get('/en/account')
    expect([response.status, locationOf(response)]).toEqual([303, '/en/sign-in?to=%2Fen%2Faccount'])
  })

  test('name and language are kept; a name that is too long is refused beside its field', async () => {
    const { reader, personId } = await signInAs(site)
    const done = await reader.post('/kk/account/details', { name: '  Әсел   Қ. ', language: 'ru' })
    expect(locationOf(done)).toBe('/ru/account?done=details')
    expect(await site.record.findPerson(personId)).toMatchObject({ name: 'Әсел Қ.', language: 'ru' })
    const refused = await reader.post('/en/account/details', { name: 'x'.repeat(101), language: 'ru' })
    const html = await refused.text()
    expect(refused.status).toBe(422)
    expect(html).toContain(`<title>${t('form.problem_title', { title: t('account.account_title') })}`)
    expect(html).toContain('href="#name"')
  })

  test('V14.2.1 one’s own data comes as a file with what is kept, and without what proves one', async () => {
    const { reader, email, personId } = await signInAs(site)
    await site.record.setPasswordHash(personId, 'a-hash', new Date())
    const response = await reader.get('/en/account/data.json')
    expect(response.headers.get('content-disposition')).toContain('attachment')
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({
      person: { email },
      sessions: [{ device: 'Firefox, Linux' }],
      password: { changedAt: expect.any(String) },
    })
    expect(text).not.toContain('a-hash')
  })
})

describe('another address', () => {
  test('V7.5.1 is asked for only by whoever has just proven who she is', async () => {
    const { reader, personId, email } = await signInAs(site, { at: longAgo() })
    const response = await reader.post('/en/account/address', { email: 'thief@example.kz' })
    expect(locationOf(response)).toBe('/en/sign-in/again?to=%2Fen%2Faccount')
    expect((await site.record.findPerson(personId))?.email).toBe(email)
    expect(await mailTo('thief@example.kz')).toEqual([])
  })

  test('counts when its link is followed and the button pressed; the old one is told', async () => {
    const { reader, personId, email } = await signInAs(site)
    expect(locationOf(await reader.post('/en/account/address', { email: ' New.One@Example.kz' }))).toBe('/en/account?done=address')
    expect((await site.record.findPerson(personId))?.email).toBe(email)
    const secret = secretIn((await mailTo('new.one@example.kz'))[0]?.body ?? '')
    // Opening the link changes nothing: mail scanners open links.
    expect((await reader.get(`/en/account/address?token=${secret}`)).status).toBe(200)
    expect((await site.record.findPerson(personId))?.email).toBe(email)
    expect(locationOf(await reader.post('/en/account/address/confirm', { token: secret }))).toBe('/en/account?done=address_changed')
    expect((await site.record.findPerson(personId))?.email).toBe('new.one@example.kz')
    expect((await mailTo(email)).map(({ subject }) => subject)).toEqual([t('account.account_mail_moved_subject')])
    // V6.5.1 the link is good once
    expect((await reader.post('/en/account/address/confirm', { token: secret })).status).toBe(422)
  })

  test('the link of one person changes nobody else’s address', async () => {
    const [asker, other] = [await signInAs(site), await signInAs(site)]
    await asker.reader.post('/en/account/address', { email: 'wanted@example.kz' })
    const secret = secretIn((await mailTo('wanted@example.kz'))[0]?.body ?? '')
    expect((await other.reader.get(`/en/account/address?token=${secret}`)).status).toBe(404)
    expect((await other.reader.post('/en/account/address/confirm', { token: secret })).status).toBe(422)
    expect((await site.record.findPerson(other.personId))?.email).toBe(other.email)
  })

  test('whether somebody else has an address is not told', async () => {
    const [asker, owner] = [await signInAs(site), await signInAs(site)]
    expect(locationOf(await asker.reader.post('/en/account/address', { email: owner.email }))).toBe('/en/account?done=address')
    expect(await mailTo(owner.email)).toEqual([])
  })
})

describe('a mistake that somebody reports', () => {
  const report = async (reader: WebReader, text: string): Promise<number> => {
    const response = await reader.post(`/en${figure}/mistakes`, { text, formKey: randomUUID() })
    expect(response.status).toBe(303)
    return Number(new URL(locationOf(response) ?? '', 'http://x').searchParams.get('sent'))
  }

  test('without an account it is taken as before', async () => {
    const number = await report(new WebReader(site.app()), 'The unit is wrong.')
    const found = await site.record.findMistakeReport(city, number)
    expect(found).toMatchObject({ textId: null, report: { text: 'The unit is wrong.', signed: false } })
  })

  test('with an account it is answered at the desk, and its author reads the answer in her account', async () => {
    const { reader } = await signInAs(site)
    const number = await report(reader, 'Су шығыны қате.')
    expect(await (await reader.get('/en/account')).text()).toContain('Су шығыны қате.')

    const { reader: moderator, personId } = await signInAs(site, { roles: [{ city, role: 'moderator' }] })
    expect(await (await moderator.get('/en/ulgiqala/desk/mistakes')).text()).toContain('Су шығыны қате.')
    const empty = await moderator.post(`/en/ulgiqala/desk/mistakes/${number}`, { outcome: '', 'answer-en': '' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('href="#outcome"')
    const answer = { outcome: 'corrected', 'answer-kk': 'Түзеттік.', 'answer-en': 'Corrected.' }
    expect(locationOf(await moderator.post(`/en/ulgiqala/desk/mistakes/${number}`, answer))).toBe('/en/ulgiqala/desk/mistakes')

    const html = await (await reader.get('/en/account')).text()
    expect(html).toContain('Corrected.')
    expect(html).toContain(t('account.mistake_outcome_corrected'))
    // The history proves what was answered without holding a resident's words.
    const change = await lastChange()
    expect(change).toMatchObject({ by: personId, action: 'mistake.answer', subject: `mistake/${number}`, before: null })
    const textId = (await site.record.findMistakeReport(city, number))?.textId ?? ''
    expect(change?.after).toMatchObject({ textId, textHash: await site.record.proveResidentText(city, textId) })
    expect(JSON.stringify(change)).not.toContain('Су шығыны')
  })

  test('V8.4.1 a moderator of another city neither sees nor answers it', async () => {
    const number = await report((await signInAs(site)).reader, 'Not for Almaty.')
    const { reader } = await signInAs(site, { roles: [{ city: other, role: 'moderator' }] })
    expect((await reader.get(`/en/ulgiqala/desk/mistakes/${number}`)).status).toBe(403)
    const there = await reader.post(`/en/almaty/desk/mistakes/${number}`, { outcome: 'kept', 'answer-en': 'No.' })
    expect(there.status).toBe(404)
    expect((await site.record.findMistakeReport(city, number))?.report.outcome).toBeNull()
  })
})

describe('being forgotten', () => {
  const erase = (reader: WebReader, word = 'erase') => reader.post('/en/account/erase', { word, formKey: randomUUID() })

  test('V7.5.1 needs a fresh proof and the word', async () => {
    const stale = await signInAs(site, { at: longAgo() })
    expect(locationOf(await erase(stale.reader))).toContain('/en/sign-in/again')
    const { reader, personId } = await signInAs(site)
    const refused = await erase(reader, 'yes')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('href="#word"')
    expect((await site.record.findPerson(personId))?.email).not.toBeNull()
  })

  test('V7.4.2 ends everything at once, and is written down outside the database', async () => {
    const { reader, personId } = await signInAs(site, { name: 'Ұмыт' })
    const sent = await reader.post(`/en${figure}/mistakes`, { text: 'Менің сөзім', formKey: randomUUID() })
    const number = Number(new URL(locationOf(sent) ?? '', 'http://x').searchParams.get('sent'))
    const session = reader.cookies.get('session') ?? ''
    const response = await erase(reader, ' Erase ')
    expect(locationOf(response)).toBe('/en/account/erased')
    expect(response.headers.get('clear-site-data')).toContain('"cookies"')
    expect(headingOf(await (await reader.get('/en/account/erased')).text())).toBe(t('account.erase_done_title'))
    reader.cookies.set('session', session)
    expect(locationOf(await reader.get('/en/account'))).toContain('/en/sign-in')
    expect(await site.record.findPerson(personId)).toMatchObject({ email: null, name: '' })
    const lines = fs.readFileSync(path.join(site.directory, 'erasures.log'), 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as { person: string })).toContainEqual({ person: personId, at: expect.any(String) })
    // The report counts on; its words are gone.
    expect((await site.record.findMistakeReport(city, number))?.report).toMatchObject({ number, text: null })
  })

  test('whoever alone manages the people of a city names another first', async () => {
    const lonely = await signInAs(site, { roles: [{ city: other, role: 'administrator' }] })
    const refused = await erase(lonely.reader)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(t('account.erase_last_administrator', { cities: 'Almaty' }))
    await signInAs(site, { roles: [{ city: other, role: 'administrator' }] })
    expect((await erase(lonely.reader)).status).toBe(303)
  })
})

describe('the people of a city', () => {
  const people = '/en/ulgiqala/desk/people'

  test('an administrator gives and takes roles; the history says who, and from what to what', async () => {
    const { reader, personId } = await administrator()
    const colleague = await signInAs(site, { name: 'Мәдина', roles: [{ city, role: 'moderator' }] })
    const html = await (await reader.get(people)).text()
    expect(html).toContain('Мәдина')
    expect(html).toContain(colleague.email)
    const form = { person: colleague.personId, role: 'editor', department: '' }
    expect((await reader.post(people, { ...form, do: 'add-role' })).status).toBe(303)
    expect(await lastChange()).toMatchObject({ by: personId, action: 'membership.add', before: null, after: { role: 'editor' } })
    expect((await reader.post(people, { ...form, do: 'add-role' })).status).toBe(422)
    expect((await reader.post(people, { ...form, do: 'remove-role' })).status).toBe(303)
    expect(await lastChange()).toMatchObject({ action: 'membership.remove', before: { role: 'editor', department: null }, after: null })
    expect((await site.record.listStaff(city)).find((one) => one.personId === colleague.personId)?.roles).toHaveLength(1)
    expect(await site.record.findBrokenChange(city)).toBeNull()
  })

  test('V8.2.1 nobody but an administrator opens or changes it, and she only freshly proven', async () => {
    const colleague = await signInAs(site, { roles: [{ city, role: 'moderator' }] })
    const { reader } = await signInAs(site, { roles: [{ city, role: 'editor' }] })
    const form = { person: colleague.personId, do: 'add-role', role: 'administrator', department: '' }
    expect((await reader.get(people)).status).toBe(403)
    expect((await reader.post(people, form)).status).toBe(403)
    const stale = await administrator({ at: longAgo() })
    expect(locationOf(await stale.reader.post(people, form))).toContain('/en/sign-in/again')
    const halfway = await administrator({ secondFactor: false })
    expect(locationOf(await halfway.reader.post(people, form))).toContain('/en/account/second-factor')
    expect((await site.record.listStaff(city)).find((one) => one.personId === colleague.personId)?.roles).toHaveLength(1)
  })

  test('V8.4.1 whoever works only for another city is nobody here', async () => {
    const { reader } = await administrator()
    const stranger = await signInAs(site, { name: 'Strangerov', roles: [{ city: other, role: 'editor' }] })
    expect(await (await reader.get(people)).text()).not.toContain('Strangerov')
    for (const act of ['add-role', 'remove-role', 'disable', 'end-sessions'])
      expect((await reader.post(people, { person: stranger.personId, do: act, role: 'editor', department: '' })).status).toBe(422)
    expect((await stranger.reader.get('/en/account')).status).toBe(200)
  })

  test('the last administrator stays; of two, one can go, even if both are removed at once', async () => {
    const home = await onlyCity()
    const [one, two] = [
      await signInAs(site, { roles: [{ city: home, role: 'administrator' }] }),
      await signInAs(site, { roles: [{ city: home, role: 'administrator' }] }),
    ]
    const path = `/en/${home.slug}/desk/people`
    const remove = (by: typeof one, whom: typeof one) =>
      by.reader.post(path, { person: whom.personId, do: 'remove-role', role: 'administrator', department: '' })
    const answers = await Promise.all([remove(one, two), remove(two, one)])
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const left = (await site.record.listStaff(home)).filter(({ roles }) => roles.some(({ role }) => role === 'administrator'))
    expect(left).toHaveLength(1)
    const last = left[0]?.personId === one.personId ? one : two
    for (const act of ['remove-role', 'disable']) {
      const refused = await last.reader.post(path, { person: last.personId, do: act, role: 'administrator', department: '' })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain(t('account.people_last_administrator'))
    }
  })

  test('V7.4.2 somebody who is disabled is signed out and stays out; V7.4.5 an administrator ends all sessions of a person', async () => {
    const { reader } = await administrator()
    const leaver = await signInAs(site, { roles: [{ city, role: 'editor' }] })
    const form = { person: leaver.personId, role: '', department: '' }
    expect((await reader.post(people, { ...form, do: 'disable' })).status).toBe(303)
    expect(locationOf(await leaver.reader.get('/en/account'))).toContain('/en/sign-in')
    expect((await reader.post(people, { ...form, do: 'enable' })).status).toBe(303)
    expect(locationOf(await leaver.reader.get('/en/account'))).toContain('/en/sign-in')
    const loser = await signInAs(site, { roles: [{ city, role: 'editor' }] })
    expect((await reader.post(people, { person: loser.personId, do: 'end-sessions' })).status).toBe(303)
    expect(locationOf(await loser.reader.get('/en/account'))).toContain('/en/sign-in')
  })

  describe('a lost second factor', () => {
    const factorOf = async (personId: string) => {
      const { totp, passkeys, recoveryCodes } = await site.record.factorsOf(personId)
      return { totp, passkeys, recoveryCodes }
    }
    const withFactor = async (roles: SignInChanges['roles'] = [{ city, role: 'editor' }]) => {
      const loser = await signInAs(site, { name: 'Сәуле', language: 'ru', roles })
      await site.record.setTotpSecret(loser.personId, Buffer.from('sealed'), 1, new Date())
      await site.record.setRecoveryCodes(loser.personId, ['one', 'two'])
      const passkey = { id: randomUUID(), publicKey: new Uint8Array(), counter: 0, transports: [], name: '', createdAt: new Date() }
      await site.record.addPasskey({ ...passkey, personId: loser.personId })
      return loser
    }
    const whole = { totp: true, passkeys: 1, recoveryCodes: 2 }
    const reset = (reader: WebReader, personId: string, checked: string) =>
      reader.post(people, { person: personId, do: 'reset-factor', checked })

    test('V6.4.4 is reset by an administrator who says how she checked who it is; everything open ends, and the person is told', async () => {
      const { reader, personId } = await administrator()
      const loser = await withFactor()
      expect((await reset(reader, loser.personId, ' Came in person, showed her staff card ')).status).toBe(303)
      expect(await factorOf(loser.personId)).toEqual({ totp: false, passkeys: 0, recoveryCodes: 0 })
      expect(locationOf(await loser.reader.get('/ru/account'))).toContain('/ru/sign-in')
      expect(await lastChange()).toMatchObject({
        by: personId,
        action: 'person.reset_factor',
        subject: `person/${loser.personId}`,
        after: { checked: 'Came in person, showed her staff card' },
      })
      expect((await mailTo(loser.email)).map(({ subject }) => subject)).toEqual([wordsOf('ru').t('account.mail_factor_reset_subject')])
    })

    test('V6.4.4 not without saying how she was checked: the text is asked for beside its field', async () => {
      const { reader } = await administrator()
      const loser = await withFactor()
      const refused = await reset(reader, loser.personId, '  ')
      const html = await refused.text()
      expect(refused.status).toBe(422)
      expect(html).toContain(`href="#checked-${loser.personId}"`)
      expect(html).toContain('<details open')
      const long = await (await reset(reader, loser.personId, 'x'.repeat(501))).text()
      expect(long).toContain('x'.repeat(501))
      expect(await factorOf(loser.personId)).toEqual(whole)
    })

    test('V6.4.4 neither of somebody who works for another city too, nor of oneself, nor without a fresh proof', async () => {
      const { reader } = await administrator()
      const refusals: Array<[personId: string, by: WebReader, word: string]> = []
      const shared = await withFactor(
        ['editor' as const].flatMap((role) => [
          { city, role },
          { city: other, role },
        ]),
      )
      refusals.push([shared.personId, reader, t('account.people_factor_elsewhere')])
      const own = await withFactor([{ city, role: 'administrator' }])
      refusals.push([own.personId, own.reader, t('account.people_own_factor')])
      for (const [personId, by, word] of refusals) {
        const refused = await reset(by, personId, 'Seen')
        expect([refused.status, (await refused.text()).includes(word)]).toEqual([422, true])
        expect(await factorOf(personId)).toEqual(whole)
      }
      const stale = await administrator({ at: longAgo() })
      expect(locationOf(await reset(stale.reader, shared.personId, 'Seen'))).toContain('/en/sign-in/again')
    })
  })

  test('an account that two cities share is not closed by one of them', async () => {
    const { reader } = await administrator()
    const shared = await signInAs(site, {
      roles: [
        { city, role: 'editor' },
        { city: other, role: 'editor' },
      ],
    })
    const refused = await reader.post(people, { person: shared.personId, do: 'disable' })
    expect(refused.status).toBe(422)
    expect((await site.record.findPerson(shared.personId))?.disabledAt).toBeNull()
  })

  test('an invitation goes by mail, and the address stays out of the history', async () => {
    const { reader } = await administrator()
    const given = { email: 'Newcomer@Example.kz', name: 'Жаңа', role: 'editor', department: '' }
    expect(locationOf(await reader.post(`${people}/invite`, given))).toBe(`${people}?invited=1`)
    const [mail] = await mailTo('newcomer@example.kz')
    expect(mail?.body).toContain('/en/invite?token=')
    const change = await lastChange()
    expect(change).toMatchObject({ action: 'person.invite', after: { role: 'editor', department: null } })
    expect(JSON.stringify(change)).not.toMatch(/newcomer|Жаңа/i)
    const refused = await reader.post(`${people}/invite`, { ...given, role: 'data_officer' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('value="Newcomer@Example.kz"')
  })
})

/** A city that no other test touches. */
async function onlyCity(): Promise<City> {
  const made: City = { ...city, id: randomUUID(), slug: `c-${randomUUID().slice(0, 8)}` }
  await site.record.addCity(made)
  return made
}

describe('departments', () => {
  const path = '/en/ulgiqala/desk/departments'

  test('are named in three languages and given indicators and measures, which decide what their data officers reach', async () => {
    const { reader, personId } = await administrator()
    const html = await (await reader.get(`${path}/new`)).text()
    const measure = /name="measures" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(measure).not.toBe('')
    const form = {
      id: 'water',
      'name-kk': 'Су басқармасы',
      'name-ru': 'Управление воды',
      'name-en': 'Water',
      indicators: 'U-4',
      measures: measure,
    }
    expect(locationOf(await reader.post(`${path}/new`, form))).toBe(path)
    const departments = await site.record.listDepartments(city)
    expect(departments).toEqual([
      { id: 'water', name: { kk: 'Су басқармасы', ru: 'Управление воды', en: 'Water' }, indicators: ['U-4'], measures: [measure] },
    ])
    const officer = { memberships: [{ cityId: city.id, role: 'data_officer' as const, department: 'water' }] }
    expect(mayDoWith(officer, city, 'readings.enter', { indicator: 'U-4' }, departments)).toBe(true)
    expect(mayDoWith(officer, city, 'readings.enter', { indicator: '11.6.2' }, departments)).toBe(false)
    expect((await reader.post(`${path}/new`, form)).status).toBe(422)
    expect((await reader.post(`${path}/water`, { ...form, indicators: '' })).status).toBe(422)
    expect((await reader.post(`${path}/nowhere`, form)).status).toBe(404)
    expect((await reader.post(`${path}/water`, { 'name-en': 'Water and sewers' })).status).toBe(303)
    expect(await lastChange()).toMatchObject({
      by: personId,
      action: 'department.write',
      before: { indicators: ['U-4'] },
      after: { name: { en: 'Water and sewers' }, indicators: [], measures: [] },
    })
  })

  test('is removed while nobody is in it or invited to it; otherwise the page says who is', async () => {
    const { reader, personId } = await administrator()
    await site.record.keepDepartment(city, { id: 'parks', name: { en: 'Parks' }, indicators: ['U-4'], measures: [] })
    const remove = async () => await reader.post(`${path}/parks/remove`, {})
    const officer = await signInAs(site, { name: 'Гүлнәр Бақ', roles: [{ city, role: 'data_officer', department: 'parks' }] })
    const occupied = await remove()
    expect(occupied.status).toBe(422)
    for (const html of [await occupied.text(), await (await reader.get(`${path}/parks`)).text()]) expect(html).toContain('Гүлнәр Бақ')
    await site.record.removeMembership(city, officer.personId, 'data_officer', 'parks')
    await inviteLink(site, { city, role: 'data_officer', department: 'parks', email: 'new@parks.example', now: () => new Date() })
    const invited = await remove()
    expect([invited.status, (await invited.text()).includes('new@parks.example')]).toEqual([422, true])
    expect(await site.record.findDepartment(city, 'parks')).not.toBeNull()

    await site.record.keepDepartment(city, { id: 'ponds', name: { en: 'Ponds' }, indicators: [], measures: [] })
    expect(locationOf(await reader.post(`${path}/ponds/remove`, {}))).toBe(path)
    expect(await site.record.findDepartment(city, 'ponds')).toBeNull()
    expect(await lastChange()).toMatchObject({ by: personId, action: 'department.remove', before: { name: { en: 'Ponds' } }, after: null })
    expect((await reader.post(`${path}/ponds/remove`, {})).status).toBe(404)
  })

  test('an invitation to one that is gone leads nowhere', async () => {
    await site.record.keepDepartment(city, { id: 'lakes', name: { en: 'Lakes' }, indicators: [], measures: [] })
    const link = await inviteLink(site, {
      city,
      role: 'data_officer',
      department: 'lakes',
      email: 'new@lakes.example',
      now: () => new Date(),
    })
    const open = async () => (await (await new WebReader(site.app()).get(link)).text()).includes('new@lakes.example')
    expect(await open()).toBe(true)
    // At the same moment as the invitation, or the page would have refused.
    await site.record.removeDepartment(city, 'lakes')
    expect(await open()).toBe(false)
  })

  test('V8.4.1 a department of one city is not found in another', async () => {
    await site.record.keepDepartment(city, { id: 'roads', name: { en: 'Roads' }, indicators: [], measures: [] })
    const { reader } = await signInAs(site, { roles: [{ city: other, role: 'administrator' }] })
    expect((await reader.get('/en/almaty/desk/departments/roads')).status).toBe(404)
    expect((await reader.get('/en/ulgiqala/desk/departments/roads')).status).toBe(403)
  })
})

describe('the history', () => {
  test('shows names to staff, pages through many lines, and one subject alone', async () => {
    const home = await onlyCity()
    const { reader, personId } = await signInAs(site, { name: 'Тарихшы', roles: [{ city: home, role: 'auditor' }] })
    for (let number = 1; number <= 51; number++)
      await site.record.addChange(home, {
        at: new Date().toISOString(),
        by: personId,
        action: 'department.add',
        subject: `department/d${number}`,
        before: null,
        after: { number },
      })
    const path = `/en/${home.slug}/desk/history`
    const first = await (await reader.get(path)).text()
    expect(first).toContain('Тарихшы')
    expect(first).toContain('department/d51<')
    expect(first).not.toContain('department/d1<')
    expect(await (await reader.get(`${path}?page=2`)).text()).toContain('department/d1<')
    const one = await (await reader.get(`${path}?subject=department%2Fd7`)).text()
    expect(one).toContain('department/d7<')
    expect(one).not.toContain('department/d8<')
    const { reader: editor } = await signInAs(site, { roles: [{ city: home, role: 'editor' }] })
    expect((await editor.get(path)).status).toBe(403)
  })
})

test('retention lets go of what is older than its period, and of nothing younger', async () => {
  const { personId, email } = await signInAs(site, { at: new Date('2026-01-01T00:00:00Z') })
  const day = 86_400_000
  const now = new Date('2026-11-23T00:00:00Z')
  const mail = (age: number) => ({
    id: randomUUID(),
    recipient: email,
    subject: `${age} days`,
    body: '',
    createdAt: new Date(now.getTime() - age * day),
  })
  await site.record.addMail(mail(29))
  await site.record.addMail(mail(31))
  await site.record.claimFormKey('old', 'h', new Date(now.getTime() - 8 * day))
  await site.record.claimFormKey('young', 'h', new Date(now.getTime() - 6 * day))
  const upload = async (age: number, sha256: string) => {
    const uploadedAt = new Date(now.getTime() - age * day).toISOString()
    await site.record.addUpload(city, { id: randomUUID(), personId, sha256, name: 'a.csv', bytes: 1, format: 'csv', uploadedAt })
  }
  await upload(31, 'a'.repeat(64))
  await upload(31, 'b'.repeat(64))
  await upload(29, 'b'.repeat(64))
  const removed: string[] = []
  await applyRetention(now, { ...site.record, removeFile: async (sha256) => void removed.push(sha256) })
  // The younger upload of the same bytes still needs its file.
  expect(removed).toEqual(['a'.repeat(64)])
  expect((await site.record.listUploadsToRun(now)).map(({ sha256 }) => sha256)).toEqual(['b'.repeat(64)])
  expect(await site.record.listSessions(personId)).toEqual([])
  expect((await mailTo(email)).map(({ subject }) => subject)).toEqual(['29 days'])
  expect(await site.record.claimFormKey('old', 'h', now)).toBe('mine')
  expect(await site.record.claimFormKey('young', 'h', now)).toBe('other')
})
