import fs from 'node:fs'
import { importCase } from '../../src/actions/cooperation/import-case.ts'
import { publishRecord, withdrawRecord } from '../../src/actions/cooperation/publish-record.ts'
import { withdrawPaper } from '../../src/actions/cooperation/withdraw-paper.ts'
import { withdrawStage } from '../../src/actions/cooperation/withdraw-stage.ts'
import { readCase } from '../../src/formats/cooperation-file/read-case.ts'
import { addStage } from '../../src/actions/cooperation/add-stage.ts'
import { addStatusEvent, setDeadline } from '../../src/actions/cooperation/pursue.ts'
import { markSpan } from '../../src/actions/cooperation/mark-span.ts'
import { addRecord } from '../../src/actions/cooperation/write-record.ts'
import type { RecordForm } from '../../src/books/cooperation/fill-record.ts'
import { recordKinds, type RecordKind } from '../../src/books/cooperation/records.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { TestSite } from '../support/server.ts'
import type { DeskKind } from './desk-kinds.ts'

const text = `Үлгіқала әкімі мен губернатор кездесті. «Біз визаларды азайтуды қарастырамыз», – деді губернатор.
Тараптар келесі кездесуді Үлгіқалада өткізуге келісті. Қала қатынасты дамытуға ниетті. Тараптар бұған келісті.`
const promise = 'Тараптар келесі кездесуді Үлгіқалада өткізуге келісті.'

/** The visit to Bangkok, whose press release has sixty places marked. */
function readRealCase() {
  const folder = new URL('../../demo/almaty/cooperation/', import.meta.url)
  const file = 'bangkok-2016.yaml'
  const { given } = readCase(fs.readFileSync(new URL(file, folder), 'utf8'), file, (name) => fs.readFileSync(new URL(name, folder)))
  if (given === null) throw new Error('The case of the demonstration cannot be read.')
  return given
}

/**
 * A commitment with its source and its history, and every page of records and evidence that there is then.
 *
 * @param wrong  sends the form of a page as it comes: what it lacks is said
 * @param send  sends the form of a button on a page
 */
export async function fillCooperationDesk(
  site: TestSite,
  city: City,
  personId: string,
  wrong: NonNullable<DeskKind['act']>,
  send: (selector: string) => NonNullable<DeskKind['act']>,
): Promise<Record<string, DeskKind>> {
  const { record } = site
  const doing = { city, by: personId, at: new Date() }
  const today = doing.at.toISOString().slice(0, 10)
  const add = async (kind: RecordKind, form: RecordForm): Promise<number> => {
    const written = await addRecord({ ...doing, kind, form }, record)
    if (!written.ok) throw new Error(`${kind}: ${written.problems.map(({ code, field }) => `${code} ${field}`).join()}`)
    return written.number
  }
  const source = await add('source', { 'title.kk': 'Баспасөз хабары', kind: 'press_release', language: 'kk', text })
  const report = await add('source', { 'title.kk': 'Есеп', kind: 'report', language: 'kk', text: 'Келесі кездесу өтті.' })
  const partner = await add('partner', { 'name.kk': 'Губернаторлық', kind: 'city', country: 'TH' })
  const event = await add('event', { 'title.kk': 'Губернатормен кездесу', kind: 'meeting', state: 'held', dated: '2016-04' })
  const form = { 'title.kk': 'Келесі кездесу', by: String(partner), strength: 'agreed_to_do', marker: 'келісті', event: String(event) }
  const commitment = await add('commitment', form)
  const subject = { kind: 'commitment', number: commitment } as const
  await markSpan({ ...doing, subject, form: { source, words: promise, place: null, marker: 'келісті' } }, record)
  await setDeadline({ ...doing, subject, due: '2016', reason: '' }, record)
  await setDeadline({ ...doing, subject, due: '2017-05', reason: 'Сапар кейінге қалды' }, record)
  const happened = { on: '2017-05-20', note: { kk: 'Өтті' }, retracts: null }
  const evidence = { source: report, words: 'Келесі кездесу өтті.', place: null, marker: '' }
  await addStatusEvent({ ...doing, today, subject, form: { ...happened, kind: 'done', evidence } }, record)
  await addStatusEvent({ ...doing, today, subject, form: { ...happened, kind: 'lapsed', evidence: null } }, record)
  await addStatusEvent({ ...doing, today, subject, form: { ...happened, kind: 'retracted', evidence: null, retracts: 2 } }, record)

  const agreement = await add('agreement', { 'title.kk': 'Меморандум', kind: 'memorandum', parties: String(partner) })
  const content = new TextEncoder().encode('%PDF-')
  await record.addAgreementFile(city, agreement, { name: 'Меморандум.pdf', mediaType: 'application/pdf', content, ...doing })
  const verification = { verifier: 'verify', answer: { valid: true, message: 'Сертификат жарамды' }, checkedAt: doing.at.toISOString() }
  const signature = { file: 1, signer: 'Әкім', fileSha256: 'a'.repeat(64), signature: content, timeStamp: null }
  for (const one of [null, verification]) await record.addSignature(city, agreement, { ...signature, verification: one })
  const partnership = await add('partnership', { 'title.kk': 'Бауырлас қалалар', partner: String(partner) })
  await addStage({ ...doing, today, number: partnership, form: { stage: 'letter', on: '2016-05', source } }, record)
  await addStage({ ...doing, today, number: partnership, form: { stage: 'signed', on: '2018', source: null } }, record)
  const wrongStage = { number: partnership, stage: { stage: 'signed', on: '2018' }, reason: 'Басқа қала туралы екен' }
  await withdrawStage({ ...doing, ...wrongStage }, record)
  await record.addAgreementFile(city, agreement, {
    name: 'Басқа.pdf',
    mediaType: 'application/pdf',
    content: new Uint8Array([37]),
    ...doing,
  })
  await withdrawPaper({ ...doing, agreement, file: 2, reason: 'Басқа келісімнің файлы' }, record)

  const real = readRealCase()
  const imported = await importCase({ ...doing, given: real, publish: false, today }, record)
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems))
  const longSource = (await record.listCooperation(city, 'source')).at(-1)!.number
  const mistaken = await add('commitment', { ...form, 'title.kk': 'Қате дәреже', strength: 'wishes' })
  await markSpan(
    { ...doing, subject: { kind: 'commitment', number: mistaken }, form: { source, words: promise, place: null, marker: 'келісті' } },
    record,
  )
  const leanedOn = await add('partner', { 'name.kk': 'Қала әкімдігі', kind: 'city' })
  const person = await add('person', { nameAsWritten: 'А. Ахметов' })
  const membership = await add('membership', { person: String(person), partner: String(leanedOn), 'role.kk': 'Әкім' })
  for (const one of [
    { kind: 'partner', number: leanedOn },
    { kind: 'person', number: person },
    { kind: 'membership', number: membership },
  ] as const)
    await publishRecord({ ...doing, ...one }, record)
  const withdrawn = await add('partner', { 'name.kk': 'Қате серіктес', kind: 'company' })
  await publishRecord({ ...doing, kind: 'partner', number: withdrawn }, record)
  await withdrawRecord({ ...doing, kind: 'partner', number: withdrawn, reason: 'Екі рет енгізілген' }, record)

  const [all, desk] = ['/desk/cooperation', `/${city.slug}/desk/cooperation`]
  const start = text.indexOf(promise)
  const place = `?start=${start}&end=${start + promise.length}&kind=commitment&marker=${encodeURIComponent('келісті')}`
  const forms = recordKinds.map((kind): [string, DeskKind] => [`${kind}, new`, { route: `${all}/:kind/new`, path: `${desk}/${kind}/new` }])
  return {
    ...Object.fromEntries(forms),
    cooperation: { route: all, path: desk },
    'list of commitments': { route: `${all}/:kind`, path: `${desk}/commitment` },
    'list, nothing found': { route: `${all}/:kind`, path: `${desk}/partner?q=zzz` },
    'record, nothing filled in': { route: `${all}/:kind/new`, path: `${desk}/commitment/new`, act: wrong },
    'record, read from a source': { route: `${all}/:kind/new`, path: `${desk}/commitment/new${place}&source=${source}` },
    'commitment, draft': { route: `${all}/:kind/:number`, path: `${desk}/commitment/${commitment}` },
    'event with what belongs to it': { route: `${all}/:kind/:number`, path: `${desk}/event/${event}` },
    'agreement with a signed file': { route: `${all}/:kind/:number`, path: `${desk}/agreement/${agreement}` },
    'sister city with a stage': { route: `${all}/:kind/:number`, path: `${desk}/partnership/${partnership}` },
    'source, used': { route: `${all}/:kind/:number`, path: `${desk}/source/${source}` },
    'what became of a commitment': { route: `${all}/:kind/:number/pursue`, path: `${desk}/commitment/${commitment}/pursue` },
    'what became of it, done without evidence': {
      route: `${all}/:kind/:number/pursue`,
      path: `${desk}/commitment/${commitment}/pursue`,
      act: async (on) => {
        await on.evaluate(() => void ((document.querySelector('#kind') as HTMLSelectElement).value = 'done'))
        await wrong(on)
      },
    },
    'commitment, on another step than its verb': {
      route: `${all}/:kind/:number`,
      path: `${desk}/commitment/${mistaken}`,
      act: send('form[action$="/publish"] button'),
    },
    'record, taken back': { route: `${all}/:kind/:number`, path: `${desk}/partner/${withdrawn}` },
    'agreement, file taken back without a reason': {
      route: `${all}/:kind/:number`,
      path: `${desk}/agreement/${agreement}`,
      act: send('form[action$="/files/withdraw"] button'),
    },
    'sister city, stage taken back without a reason': {
      route: `${all}/:kind/:number`,
      path: `${desk}/partnership/${partnership}`,
      act: send('form[action$="/stages/withdraw"] button'),
    },
    'record that others rest on': { route: `${all}/:kind/:number`, path: `${desk}/partner/${leanedOn}` },
    // One after another: each is seen in another language.
    ...Object.fromEntries(
      ['first', 'second', 'third'].map((time) => [
        `source with many places, ${time} time`,
        { route: `${all}/sources/:source`, path: `${desk}/sources/${longSource}` },
      ]),
    ),
    'source with many places, the rest of its list': { route: `${all}/sources/:source`, path: `${desk}/sources/${longSource}?page=2` },
    'source, read': { route: `${all}/sources/:source`, path: `${desk}/sources/${source}` },
    'source, no words': { route: `${all}/sources/:source`, path: `${desk}/sources/${source}`, act: wrong },
    'place in a source': { route: `${all}/sources/:source/span`, path: `${desk}/sources/${source}/span${place}` },
    'place in a source, of nothing': { route: `${all}/sources/:source/span`, path: `${desk}/sources/${source}/span${place}`, act: wrong },
  }
}
