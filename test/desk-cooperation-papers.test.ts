import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRecord } from '../src/actions/cooperation/write-record.ts'
import { publishRecord } from '../src/actions/cooperation/publish-record.ts'
import type { Role } from '../src/books/accounts/role.ts'
import type { SignatureVerifier } from '../src/books/cooperation/agreement-file.ts'
import type { RecordForm } from '../src/books/cooperation/fill-record.ts'
import { partnershipStages, type RecordKind } from '../src/books/cooperation/records.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { done, refuse } from '../src/books/outcome.ts'
import type { Site } from '../src/web/site.ts'
import { deskClient, officer } from './support/desk-client.ts'
import { openTestSite, type TestSite } from './support/server.ts'

let site: TestSite
let city: City
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala')) as City
})
afterAll(() => site.close())

const at = new Date('2026-11-23T05:00:00Z')
const doing = () => ({ city, by: null, at })
const desk = '/desk/cooperation'

async function add(kind: RecordKind, form: RecordForm, isPublic = false): Promise<number> {
  const written = await addRecord({ ...doing(), kind, form }, site.record)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  if (isPublic) expect(await publishRecord({ ...doing(), kind, number: written.number }, site.record)).toMatchObject({ ok: true })
  return written.number
}
const partner = (isPublic = false) => add('partner', { 'name.en': 'City of Bangkok', kind: 'city', country: 'TH' }, isPublic)
const agreement = async (isPublic = false) =>
  await add('agreement', { 'title.en': 'Memorandum', kind: 'memorandum', parties: String(await partner(isPublic)) }, isPublic)

/** The desk as somebody of this role sees it; `changes` are what the site has otherwise. */
const as = (role: Role, changes: Partial<Site> = {}) =>
  deskClient({ ...site, app: (more) => site.app({ ...changes, ...more }) }, city, officer(city, role))
const office = (changes: Partial<Site> = {}) => as('international_office', changes)

const pdf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`%PDF-1.7 ${text}`))
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

function multipart(fields: Readonly<Record<string, string | [name: string, content: Uint8Array<ArrayBuffer>]>>): FormData {
  const form = new FormData()
  form.set('formKey', randomUUID())
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string') form.set(name, value)
    else form.set(name, new File([value[1]], value[0]))
  return form
}
const bring = async (number: number, name: string, content: Uint8Array<ArrayBuffer>, client = office()) =>
  await client.send(`${desk}/agreement/${number}/files`, multipart({ paper: [name, content] }))
const sign = async (number: number, fields: Parameters<typeof multipart>[0], client = office()) =>
  await client.send(`${desk}/agreement/${number}/signatures`, multipart(fields))
const blob = ['memorandum.p7s', new Uint8Array([48, 130, 1])] as [string, Uint8Array<ArrayBuffer>]

const read = async (path: string, client = office()): Promise<string> => {
  const answer = await client.get(path)
  expect(answer.status, path).toBe(200)
  return await answer.text()
}
/** Numbers are tied to their units by a space that does not break. */
const textOf = async (answer: Response): Promise<string> => (await answer.text()).replaceAll('\u00a0', ' ')
const lastChange = async (subject: string) => (await site.record.listChanges(city, { subject, offset: 0, limit: 1 }))[0]

describe('signed papers', () => {
  test('a file is added, its fingerprint shown, and it comes back to the byte; once public, to everybody', async () => {
    const number = await agreement(true)
    const paper = pdf('Меморандум')
    const answer = await bring(number, 'Меморандум.pdf', paper)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/en/ulgiqala${desk}/agreement/${number}#papers`])
    const html = await read(`${desk}/agreement/${number}`)
    expect(html).toContain('Меморандум.pdf')
    expect(html).toContain(sha256(paper))
    for (const path of [`${desk}/agreement/${number}/files/1`, `/cooperation/agreements/${number}/files/1`]) {
      const file = await office().get(path)
      expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
      expect(sha256(new Uint8Array(await file.arrayBuffer()))).toBe(sha256(paper))
    }
    expect(await lastChange(`cooperation/agreement/${number}`)).toMatchObject({
      action: 'cooperation.file',
      after: { number: 1, name: 'Меморандум.pdf', mediaType: 'application/pdf', sha256: sha256(paper) },
    })
  })

  test('a public page that was kept is made anew with the file', async () => {
    const number = await agreement(true)
    const app = site.app({ findViewer: async () => officer(city, 'international_office') })
    const page = async () => await (await app.request(`http://localhost/en/ulgiqala/cooperation/agreements/${number}`)).text()
    expect(await page()).toContain('No file is attached')
    expect((await bring(number, 'a.pdf', pdf('new'))).status).toBe(303)
    expect(await page()).toContain(sha256(pdf('new')))
  })

  test('the same file is not taken twice, whatever it is called; in another agreement it is', async () => {
    const [one, other] = [await agreement(), await agreement()]
    expect((await bring(one, 'first.pdf', pdf('same'))).status).toBe(303)
    const again = await bring(one, 'second.pdf', pdf('same'))
    expect(again.status).toBe(422)
    const html = await again.text()
    expect(html).toContain('already: “first.pdf”')
    expect(html).toContain('href="#paper"')
    expect(await site.record.listAgreementFiles(city, one)).toHaveLength(1)
    expect((await bring(other, 'first.pdf', pdf('same'))).status).toBe(303)
  })

  test.each([
    { case: 'none was chosen', fields: {}, status: 422, says: 'Choose a file' },
    { case: 'an empty one', fields: { paper: ['a.pdf', new Uint8Array()] }, status: 422, says: 'Choose a file' },
    { case: 'a program', fields: { paper: ['a.exe', pdf('x')] }, status: 422, says: 'Such a file is not taken' },
    { case: 'no ending', fields: { paper: ['memorandum', pdf('x')] }, status: 422, says: 'Such a file is not taken' },
    { case: 'a page of the web', fields: { paper: ['a.html', pdf('x')] }, status: 422, says: 'Such a file is not taken' },
    { case: 'another kind than its name says', fields: { paper: ['a.png', pdf('x')] }, status: 422, says: 'is not the kind' },
    { case: 'more than ten megabytes', fields: { paper: ['a.txt', new Uint8Array(10_000_001)] }, status: 413, says: '10 MB or smaller' },
  ] as Array<{ case: string; fields: Parameters<typeof multipart>[0]; status: number; says: string }>)(
    'is refused: $case',
    async ({ fields, status, says }) => {
      const number = await agreement()
      const answer = await office().send(`${desk}/agreement/${number}/files`, multipart(fields))
      expect(answer.status).toBe(status)
      const html = await answer.text()
      expect(html).toContain(says)
      expect(html).toContain('<title>Error:')
      expect(await site.record.listAgreementFiles(city, number)).toEqual([])
    },
  )

  test.each([
    ['scan.JPG', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    ['scan.png', [0x89, 0x50, 0x4e, 0x47], 'image/png'],
    ['text.docx', [0x50, 0x4b, 3, 4], 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['text.txt', [0xd0, 0x90], 'text/plain'],
    ['document.xml', [0x3c, 0x61, 0x2f, 0x3e], 'application/xml'],
  ] as const)('%s is taken', async (name, content, mediaType) => {
    const number = await agreement()
    expect((await bring(number, name, new Uint8Array(content))).status).toBe(303)
    expect(await site.record.listAgreementFiles(city, number)).toMatchObject([{ name, mediaType }])
  })

  test('ten megabytes are taken; what is longer than any form is not read', async () => {
    const number = await agreement()
    const whole = new Uint8Array(10_000_000)
    whole.set(pdf(''))
    expect((await bring(number, 'long.pdf', whole)).status).toBe(303)
    expect((await bring(number, 'longer.pdf', new Uint8Array(30_000_001))).status).toBe(413)
    expect(await site.record.listAgreementFiles(city, number)).toHaveLength(1)
  })

  test('a form that is sent twice adds one file', async () => {
    const number = await agreement()
    const form = () => {
      const one = multipart({ paper: ['a.pdf', pdf('twice')] })
      one.set('formKey', `twice-${number}`)
      return one
    }
    const client = office()
    for (const _ of [1, 2]) expect((await client.send(`${desk}/agreement/${number}/files`, form())).status).toBe(303)
    expect(await site.record.listAgreementFiles(city, number)).toHaveLength(1)
  })

  test('a name with markup is shown as text', async () => {
    const number = await agreement()
    expect((await bring(number, '<script>alert(1)</script>.pdf', pdf('x'))).status).toBe(303)
    expect(await read(`${desk}/agreement/${number}`)).not.toContain('<script>alert')
    expect((await office().get(`${desk}/agreement/${number}/files/1`)).headers.get('content-disposition')).not.toMatch(/[<>]/)
  })
})

describe('a file that was brought by mistake', () => {
  const takeBack = async (number: number, which: string, reason: string) =>
    await office().post(`${desk}/agreement/${number}/files/withdraw`, { 'paper-which': which, 'paper-reason': reason })

  test('is taken back with its reason: readers do not find it, the desk shows it, and it can be brought again', async () => {
    const number = await agreement(true)
    await bring(number, 'wrong.pdf', pdf('another city'))
    await bring(number, 'right.pdf', pdf('this city'))
    await sign(number, { 'signed-file': '1', signer: 'Mayor', signature: blob })
    const answer = await takeBack(number, '1', 'Scan of another agreement')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/en/ulgiqala${desk}/agreement/${number}#papers`])
    const open = await read(`/cooperation/agreements/${number}`)
    expect([open.includes('wrong.pdf'), open.includes('right.pdf'), open.includes('Electronic signature')]).toEqual([false, true, false])
    expect((await office().get(`/cooperation/agreements/${number}/files/1`)).status).toBe(404)
    expect(await (await site.app().request(`/api/v1/agreements?city=ulgiqala`)).text()).not.toContain('wrong.pdf')
    const html = await read(`${desk}/agreement/${number}`)
    for (const words of ['<del>', 'wrong.pdf', 'Scan of another agreement']) expect(html).toContain(words)
    expect((await office().get(`${desk}/agreement/${number}/files/1`)).status).toBe(200)
    expect(await lastChange(`cooperation/agreement/${number}`)).toMatchObject({
      action: 'cooperation.file_withdraw',
      before: { number: 1, name: 'wrong.pdf' },
      after: { reason: 'Scan of another agreement' },
    })
    // It no longer stands: nobody signs it, takes it back again, or is told that it is there already.
    expect((await sign(number, { 'signed-file': '1', signer: 'Mayor', signature: blob })).status).toBe(422)
    expect((await takeBack(number, '1', 'Again')).status).toBe(422)
    expect((await bring(number, 'wrong.pdf', pdf('another city'))).status).toBe(303)
    expect((await site.record.listAgreementFiles(city, number)).map((file) => file.number)).toEqual([2, 3])
  })

  test.each([
    { case: 'no file', which: '', reason: 'x', field: 'paper-which' },
    { case: 'a file that there is not', which: '7', reason: 'x', field: 'paper-which' },
    { case: 'no reason', which: '1', reason: ' ', field: 'paper-reason' },
  ])('is refused: $case', async ({ which, reason, field }) => {
    const number = await agreement()
    await bring(number, 'a.pdf', pdf('x'))
    const answer = await takeBack(number, which, reason)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`href="#${field}"`)
    expect(await site.record.listAgreementFiles(city, number)).toHaveLength(1)
  })
})

describe('a signature that is kept', () => {
  const answering = (answer: object): Partial<Site> => ({ signatureVerifier: { name: 'test', verify: async () => done(answer) } })
  const again = async (number: number, client: ReturnType<typeof office>) =>
    await client.post(`${desk}/agreement/${number}/signatures/1/1/verify`, {})
  const signed = async (): Promise<number> => {
    const number = await agreement(true)
    await bring(number, 'a.pdf', pdf('signed'))
    const stamp = ['t.tsr', new Uint8Array([48, 3])] as typeof blob
    expect((await sign(number, { 'signed-file': '1', signer: 'Mayor', signature: blob, 'time-stamp': stamp })).status).toBe(303)
    return number
  }

  test('goes with its time stamp to those who keep cooperation, to the byte, and to nobody else', async () => {
    const path = `${desk}/agreement/${await signed()}/signatures/1/1`
    for (const [part, bytes, ending] of [
      ['signature', [48, 130, 1], 'p7s'],
      ['time-stamp', [48, 3], 'tsr'],
    ] as const) {
      const file = await office().get(`${path}/${part}`)
      expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([...bytes])
      expect(file.headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="agreement-.*\\.${ending}"`))
      for (const role of ['auditor', 'editor'] as const) expect((await as(role).get(`${path}/${part}`)).status).toBe(403)
      expect((await office().get(`${path.replace(/1$/, '2')}/${part}`)).status).toBe(404)
    }
  })

  test('is verified later on, as often as one likes; each answer stays, the newest is what readers see', async () => {
    const number = await signed()
    expect(await read(`${desk}/agreement/${number}`)).not.toContain('Verify again')
    for (const [valid, message] of [
      [true, 'good'],
      [false, 'revoked'],
    ] as const) {
      const client = office(answering({ valid, message, signer: 'AKHMETOV A.' }))
      expect(await read(`${desk}/agreement/${number}`, client)).toContain('Verify again')
      expect((await again(number, client)).status).toBe(303)
      expect(await lastChange(`cooperation/agreement/${number}`)).toMatchObject({
        action: 'cooperation.signature_check',
        after: { file: 1, number: 1, isValid: valid },
      })
    }
    const [kept] = await site.record.listSignatures(city, number)
    expect(kept).toMatchObject({ verification: { answer: { valid: false } }, earlier: [{ answer: { valid: true } }] })
    const html = await read(`${desk}/agreement/${number}`)
    expect(html.indexOf('good')).toBeGreaterThan(0)
    expect(html.indexOf('revoked')).toBeGreaterThan(html.indexOf('good'))
    const open = await read(`/cooperation/agreements/${number}`)
    expect([open.includes('found not valid by test'), open.includes('verified by test')]).toEqual([true, false])
    expect(
      JSON.stringify(await site.record.listChanges(city, { subject: `cooperation/agreement/${number}`, offset: 0, limit: 9 })),
    ).not.toContain('AKHMETOV')
  })

  test.each([
    { case: 'no verifier is set', changes: {}, says: 'No verifier of signatures is set' },
    {
      ...{ case: 'the verifier fails', says: 'The verifier failed (exit 3)' },
      changes: { signatureVerifier: { name: 'test', verify: async () => refuse('verifier_failed', 'signature', { reason: 'exit 3' }) } },
    },
  ])('keeps the answers that it has when $case', async ({ changes, says }) => {
    const number = await signed()
    const answer = await again(number, office(changes))
    expect(answer.status).toBe(422)
    const html = await textOf(answer)
    for (const words of [says, 'href="#signature-1-1"']) expect(html).toContain(words)
    expect(await site.record.listSignatures(city, number)).toMatchObject([{ verification: null, earlier: [] }])
  })
})

describe('signatures', () => {
  test('without a verifier it is kept as not verified, with blob, time stamp and the fingerprint of the file', async () => {
    const number = await agreement(true)
    await bring(number, 'a.pdf', pdf('signed'))
    const stamp = new Uint8Array([48, 3])
    const fields = { 'signed-file': '1', signer: 'Mayor of Ulgiqala', signature: blob, 'time-stamp': ['t.tsr', stamp] as typeof blob }
    expect((await sign(number, fields)).status).toBe(303)
    const [kept] = await site.record.listSignatures(city, number)
    expect(kept).toMatchObject({ file: 1, number: 1, signer: 'Mayor of Ulgiqala', fileSha256: sha256(pdf('signed')), verification: null })
    expect([new Uint8Array(kept!.signature), new Uint8Array(kept!.timeStamp!)]).toEqual([blob[1], stamp])
    const html = await read(`${desk}/agreement/${number}`)
    for (const words of ['Mayor of Ulgiqala', 'Not verified here', 'It has a time stamp', 'No verifier is set'])
      expect(html).toContain(words)
    expect(await read(`/cooperation/agreements/${number}`)).toContain('Electronic signature, not verified')
    expect(await lastChange(`cooperation/agreement/${number}`)).toMatchObject({ action: 'cooperation.signature', after: { isValid: null } })
  })

  test.each([
    { valid: true, says: 'Electronic signature verified by test' },
    { valid: false, says: 'Electronic signature found not valid by test' },
  ])('with one it is asked, and its answer kept: valid $valid', async ({ valid, says }) => {
    const number = await agreement(true)
    await bring(number, 'a.pdf', pdf(String(valid)))
    const asked: unknown[] = []
    const signatureVerifier: SignatureVerifier = {
      name: 'test',
      verify: async (document, { signature, timeStamp }) => {
        asked.push([Buffer.from(document).toString(), [...signature], timeStamp])
        return done({ valid, signer: 'AKHMETOV A. IIN123', signedAt: '2026-11-20', message: 'good on that day', chain: ['root'] })
      },
    }
    const client = office({ signatureVerifier })
    expect((await sign(number, { 'signed-file': '1', signer: 'Mayor', signature: blob }, client)).status).toBe(303)
    expect(asked).toEqual([[`%PDF-1.7 ${valid}`, [48, 130, 1], null]])
    const [kept] = await site.record.listSignatures(city, number)
    expect(kept!.verification).toMatchObject({ verifier: 'test', answer: { valid, chain: ['root'] } })
    const html = await read(`${desk}/agreement/${number}`, client)
    for (const words of [says, 'AKHMETOV', 'good on that day', 'verifies the signature at once']) expect(html).toContain(words)

    // Whom the certificate names is for the office alone: neither readers nor the history have it.
    const open = await read(`/cooperation/agreements/${number}`)
    expect(open).toContain(says)
    expect(open).not.toContain('AKHMETOV')
    expect(await read(`${desk}/agreement/${number}`, as('auditor'))).not.toContain('AKHMETOV')
    const change = await lastChange(`cooperation/agreement/${number}`)
    expect(change).toMatchObject({ action: 'cooperation.signature', after: { signer: 'Mayor', isValid: valid } })
    expect(JSON.stringify(change)).not.toContain('AKHMETOV')
  })

  test.each([
    { case: 'takes too long', answer: refuse('verifier_took_too_long', 'signature', { seconds: 20 }), says: 'no answer in 20 seconds' },
    { case: 'fails', answer: refuse('verifier_failed', 'signature', { reason: 'exit 3' }), says: 'The verifier failed (exit 3)' },
    { case: 'does not say whether it is valid', answer: done({ signer: 'A' }), says: 'does not say whether' },
  ])('nothing is stored when the verifier $case', async ({ answer, says }) => {
    const number = await agreement()
    await bring(number, 'a.pdf', pdf('x'))
    const client = office({ signatureVerifier: { name: 'test', verify: async () => answer } })
    const refused = await sign(number, { 'signed-file': '1', signer: 'Mayor of it', signature: blob }, client)
    expect(refused.status).toBe(422)
    const html = await textOf(refused)
    for (const words of [says, 'value="Mayor of it"', 'href="#signature"']) expect(html).toContain(words)
    expect(await site.record.listSignatures(city, number)).toEqual([])
  })

  test('what lacks is said at once, and the verifier is not asked', async () => {
    const number = await agreement()
    await bring(number, 'a.pdf', pdf('x'))
    const verify = async () => {
      throw new Error('asked')
    }
    const refused = await sign(number, { 'signed-file': '7', signer: ' ' }, office({ signatureVerifier: { name: 'test', verify } }))
    expect(refused.status).toBe(422)
    const html = await refused.text()
    for (const field of ['signed-file', 'signer', 'signature']) expect(html).toContain(`href="#${field}"`)
    const long = { 'signed-file': '1', signer: 'x'.repeat(201), signature: ['a.p7s', new Uint8Array(1_000_001)] as typeof blob }
    const tooLong = await textOf(await sign(number, long))
    for (const words of ['200 characters at most', '1 MB or smaller']) expect(tooLong).toContain(words)
    expect(await site.record.listSignatures(city, number)).toEqual([])
  })

  test('a form that is sent twice adds one signature', async () => {
    const number = await agreement()
    await bring(number, 'a.pdf', pdf('x'))
    const client = office()
    for (const _ of [1, 2]) {
      const form = multipart({ 'signed-file': '1', signer: 'Mayor', signature: blob })
      form.set('formKey', `signed-twice-${number}`)
      expect((await client.send(`${desk}/agreement/${number}/signatures`, form)).status).toBe(303)
    }
    expect(await site.record.listSignatures(city, number)).toHaveLength(1)
  })
})

describe('stages of a sister city', () => {
  const partnership = async (isPublic = false): Promise<{ number: number; other: number }> => {
    const other = await partner(isPublic)
    return { other, number: await add('partnership', { 'title.en': 'Ulgiqala and Bangkok', partner: String(other) }, isPublic) }
  }
  const reach = async (number: number, stage: string, on: string, source = '') =>
    await office().post(`${desk}/partnership/${number}/stages`, { stage, 'stage-on': on, 'stage-source': source })
  const stagesOf = async (number: number) => (await site.record.findCooperation(city, 'partnership', number))!.content.stages

  test('from the idea to the end, each with its history; readers see them, and the list of partners the last one', async () => {
    const { number, other } = await partnership(true)
    const letter = { 'title.en': 'Letter of the Governor', kind: 'letter', language: 'en', text: 'We propose it.' }
    const source = await add('source', letter, true)
    const list = () => read('/cooperation/partners')
    expect(await list()).toContain(`/cooperation/partners/${other}#partnership-${number}`)
    const days = ['2019', '2019-03', '2020-05-14', '2021-06-01', '2026-02', '2026-11-20']
    for (const [index, stage] of partnershipStages.entries()) {
      const answer = await reach(number, stage, days[index]!, stage === 'letter' ? String(source) : '')
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/en/ulgiqala${desk}/partnership/${number}#stages`])
      const change = await lastChange(`cooperation/partnership/${number}`)
      expect(change).toMatchObject({ action: 'cooperation.stage' })
      expect((change!.after as { stages: unknown[] }).stages).toHaveLength(index + 1)
    }
    const html = await read(`/cooperation/partners/${other}`)
    for (const words of ['Idea', 'Letter', 'Council decision', 'Signed', 'Active', 'Ended']) expect(html).toContain(words)
    expect(html).toContain(`/cooperation/sources/${source}`)
    expect((await list()).replaceAll(/<[^>]+>/g, '')).toContain('Sister city: Ended')
    expect(await read(`${desk}/partnership/${number}`)).toContain('Letter of the Governor')
    expect((await stagesOf(number)).map(({ stage }) => stage)).toEqual(['letter', 'idea', ...partnershipStages.slice(2)])
  })

  test('a stage of long ago that is entered later stands where it belongs, and the last one stays the last', async () => {
    const { number, other } = await partnership(true)
    await reach(number, 'signed', '2026-03-01')
    await reach(number, 'letter', '2025-12-01')
    expect((await stagesOf(number)).map(({ on }) => on)).toEqual(['2025-12-01', '2026-03-01'])
    const row = (await read('/cooperation/partners')).split('<tr').find((one) => one.includes(`/partners/${other}#`))!
    expect(row.replaceAll(/<[^>]+>/g, '')).toContain('Sister city: Signed')
  })

  test('one that was entered by mistake is taken back: it stays at the desk, and the stage of today is computed without it', async () => {
    const { number, other } = await partnership(true)
    const source = await add('source', { 'title.en': 'Report', kind: 'report', language: 'en', text: 'They signed it.' }, true)
    await reach(number, 'letter', '2026-03-01')
    await reach(number, 'signed', '2026-05-01', String(source))
    const takeBack = async (which: string, reason: string) =>
      await office().post(`${desk}/partnership/${number}/stages/withdraw`, { 'stage-which': which, 'stage-reason': reason })
    for (const [which, reason, field] of [
      ['', 'x', 'stage-which'],
      ['signed 2026-06-01', 'x', 'stage-which'],
      ['signed 2026-05-01', ' ', 'stage-reason'],
    ] as const) {
      const refused = await takeBack(which, reason)
      expect([refused.status, (await refused.text()).includes(`href="#${field}"`)]).toEqual([422, true])
    }
    expect((await takeBack('signed 2026-05-01', 'It was another city')).status).toBe(303)
    const html = await read(`/cooperation/partners/${other}`)
    expect([html.includes('Letter'), html.includes('>Signed<'), html.includes('another city')]).toEqual([true, false, false])
    const stages = (
      (await (await site.app().request('/api/v1/partnerships?city=ulgiqala')).json()) as {
        items: Array<{ number: number; stages: unknown }>
      }
    ).items.find((one) => one.number === number)!.stages
    expect(stages).toMatchObject([{ stage: 'letter' }])
    const atDesk = await read(`${desk}/partnership/${number}`)
    for (const words of ['<del>Signed</del>', 'It was another city']) expect(atDesk).toContain(words)
    expect(await lastChange(`cooperation/partnership/${number}`)).toMatchObject({ action: 'cooperation.stage_withdraw' })
    // Its source rests on nothing any more, and the stage can be reached again.
    expect((await office().post(`${desk}/source/${source}/withdraw`, { reason: 'x' })).status).toBe(303)
    expect((await reach(number, 'signed', '2026-05-01')).status).toBe(303)
  })

  test.each([
    { case: 'no stage', form: ['', '2020', ''], field: 'stage' },
    { case: 'a stage that there is not', form: ['dormant', '2020', ''], field: 'stage' },
    { case: 'no day', form: ['idea', '', ''], field: 'stage-on' },
    { case: 'a day that there is not', form: ['idea', '2023-02-29', ''], field: 'stage-on' },
    { case: 'a day to come', form: ['idea', '2999-01-01', ''], field: 'stage-on' },
    { case: 'a year to come', form: ['idea', '2999', ''], field: 'stage-on' },
    { case: 'a source that there is not', form: ['idea', '2020', '999'], field: 'stage-source' },
    { case: 'no number of a source', form: ['idea', '2020', 'x'], field: 'stage-source' },
  ] as const)('is refused: $case', async ({ form, field }) => {
    const { number } = await partnership()
    const [stage, on, source] = form
    const answer = await reach(number, stage, on, source)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`href="#${field}"`)
    expect(html).toContain('<title>Error:')
    expect(await stagesOf(number)).toEqual([])
  })

  test('the same stage of the same day is refused, of another day it is not', async () => {
    const { number } = await partnership()
    expect((await reach(number, 'active', '2020')).status).toBe(303)
    const again = await reach(number, 'active', '2020')
    expect([again.status, (await again.text()).includes('for this day already')]).toEqual([422, true])
    expect((await reach(number, 'active', '2024-01')).status).toBe(303)
  })
})

describe('who may', () => {
  test.each(['editor', 'auditor', 'data_officer', 'moderator', 'administrator'] as const)('%s adds nothing', async (role) => {
    const number = await agreement()
    await bring(number, 'a.pdf', pdf('x'))
    const client = as(role)
    expect((await bring(number, 'b.pdf', pdf('y'), client)).status).toBe(403)
    expect((await sign(number, { 'signed-file': '1', signer: 'x', signature: blob }, client)).status).toBe(403)
    expect((await client.post(`${desk}/partnership/1/stages`, { stage: 'idea', 'stage-on': '2020' })).status).toBe(403)
    const mayRead = role === 'editor' || role === 'auditor'
    expect((await client.get(`${desk}/agreement/${number}/files/1`)).status).toBe(mayRead ? 200 : 403)
    if (mayRead) expect(await read(`${desk}/agreement/${number}`, client)).not.toContain('type="file"')
    expect([await site.record.listAgreementFiles(city, number), await site.record.listSignatures(city, number)].flat()).toHaveLength(1)
  })

  test('what is not there is not found', async () => {
    expect((await bring(999, 'a.pdf', pdf('x'))).status).toBe(404)
    expect((await sign(999, { 'signed-file': '1', signer: 'x', signature: blob })).status).toBe(404)
    expect((await office().post(`${desk}/partnership/999/stages`, { stage: 'idea', 'stage-on': '2020' })).status).toBe(404)
    expect((await office().get(`${desk}/agreement/${await agreement()}/files/1`)).status).toBe(404)
  })
})
