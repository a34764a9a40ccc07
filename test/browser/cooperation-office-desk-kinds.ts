import type { Page } from 'playwright-core'
import { addStatusEvent, setDeadline } from '../../src/actions/cooperation/pursue.ts'
import { assignPoint, changeProtocol, type ProtocolStep } from '../../src/actions/cooperation/protocol-write.ts'
import { addRecord } from '../../src/actions/cooperation/write-record.ts'
import type { RecordForm } from '../../src/books/cooperation/fill-record.ts'
import type { RecordKind } from '../../src/books/cooperation/records.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { TestSite } from '../support/server.ts'
import type { DeskKind } from './desk-kinds.ts'

const inAll = (field: string, kk: string, ru: string, en: string): RecordForm => ({
  [`${field}.kk`]: kk,
  [`${field}.ru`]: ru,
  [`${field}.en`]: en,
})

const report = {
  kk: 'Губернатор екі қала арасындағы тікелей рейстер туралы баяндаманы тыңдады.\nЕкі тарап та мұны маңызды деп санайды.',
  ru: 'Заслушали доклад губернатора о прямых рейсах между двумя городами.\nОбе стороны считают это важным.',
  en: 'The Governor’s report on direct flights between the two cities was heard.\nBoth sides find them important.',
}
const decision = {
  kk: 'Туристік әлеуетті таныстыратын апталықты 2027 жылдың көктемінде өткізу ұсынылсын.',
  ru: 'Провести весной 2027 года неделю, посвящённую туристическому потенциалу обоих городов.',
  en: 'Hold a week on the tourism of both cities in spring 2027.',
}

/** A table of partners as an office keeps it, with a row of each fault. */
const table = [
  'name.kk,name.ru,name.en,kind,country,lon,lat,note.kk',
  'Чиангмай қаласының әкімшілігі,Администрация города Чиангмай,Chiang Mai City Municipality,city,TH,98.99,18.79,2019 жылдан бері хат алысамыз',
  'Туризм министрлігі,,,ministry,TH,,,',
  'Белгісіз,,,village,Таиланд,восемь,,',
  ',,,company,TH,,,',
].join('\n')

/**
 * What the international office does from day to day, and every page that there is then: a visit that is prepared, protocols in each state,
 * assignments, the status for the mayor, a table that is brought.
 *
 * @param send  sends the form of a button on a page
 */
export async function fillOfficeDesk(
  { record }: TestSite,
  city: City,
  personId: string,
  send: (selector: string) => NonNullable<DeskKind['act']>,
): Promise<Record<string, DeskKind>> {
  const doing = { city, by: personId, at: new Date() }
  const today = doing.at.toISOString().slice(0, 10)
  const written = <Of extends { ok: true } | { ok: false; problems: readonly unknown[] }>(what: string, outcome: Of | null) => {
    if (outcome?.ok !== true) throw new Error(`${what}: ${JSON.stringify(outcome?.problems ?? 'not there')}`)
    return outcome as Extract<Of, { ok: true }>
  }
  const add = async (kind: RecordKind, form: RecordForm): Promise<number> =>
    written(kind, await addRecord({ ...doing, kind, form }, record)).number
  const revisionOf = async (number: number) => (await record.findCooperation(city, 'event', number))?.revision ?? 0
  const protocol = async (number: number, ...steps: ProtocolStep[]): Promise<void> => {
    for (const step of steps) written(step.do, await changeProtocol({ ...doing, number, revision: await revisionOf(number), step }, record))
  }

  const bangkok = await add('partner', {
    ...inAll('name', 'Бангкок қаласының әкімшілігі', 'Администрация города Бангкока', 'City of Bangkok'),
    kind: 'city',
    country: 'TH',
  })
  const airline = await add('partner', {
    ...inAll('name', '«Алтын қанат» әуе компаниясы', 'Авиакомпания «Алтын қанат»', 'Altyn Qanat Airline'),
    kind: 'company',
  })
  const person = async (kk: string, ru: string, en: string) => await add('person', { nameAsWritten: en, ...inAll('names', kk, ru, en) })
  const governor = await person('Чадчарт Ситтипунт', 'Чадчарт Ситтипунт', 'Chadchart Sittipunt')
  const mayor = await person('Қанат Бозымбаев', 'Канат Бозумбаев', 'Kanat Bozumbayev')
  const head = await person('Айгүл Сәпарқызы Төлегенова', 'Айгуль Сапаровна Тулегенова', 'Aigul Tolegenova')

  const there = {
    timeZone: 'Asia/Bangkok',
    country: 'TH',
    ...inAll('place', 'Бангкок қаласының мэриясы', 'Мэрия Бангкока', 'Bangkok City Hall'),
  }
  const visit = await add('event', {
    ...there,
    ...inAll('title', 'Бангкокқа ресми сапар', 'Официальный визит в Бангкок', 'Official visit to Bangkok'),
    kind: 'visit',
    state: 'planned',
    dated: '2026-12',
  })
  const talk = await add('event', {
    ...there,
    ...inAll('title', 'Бангкок губернаторымен кездесу', 'Встреча с губернатором Бангкока', 'Meeting with the Governor of Bangkok'),
    ...inAll(
      'brief',
      'Визасыз режим туралы уәде бермейміз.\nТікелей рейс туралы сұраймыз.',
      'О безвизовом режиме не обещаем.\nСпросим о прямом рейсе.',
      'No promise of a visa-free regime.\nAsk about the direct flight.',
    ),
    ...{ kind: 'meeting', state: 'planned', parent: String(visit), startsAt: '2026-12-10T10:00', endsAt: '2026-12-10T11:30' },
  })
  const dinner = {
    ...there,
    ...inAll('title', 'Туризм саласындағы компаниялармен кездесу', 'Встреча с туристическими компаниями', 'Meeting with tourism companies'),
  }
  await add('event', { ...dinner, kind: 'meeting', state: 'cancelled', parent: String(visit), startsAt: '2026-12-11T00:30' })
  const role = inAll(
    'role',
    'Халықаралық ынтымақтастық басқармасының басшысы',
    'Руководитель управления международного сотрудничества',
    'Head of international cooperation',
  )
  await add('attendance', { event: String(visit), person: String(mayor), state: 'expected', isDelegate: 'yes' })
  await add('attendance', { event: String(visit), person: String(head), state: 'excused', isDelegate: 'yes', ...role })
  await add('attendance', { event: String(talk), person: String(governor), partner: String(bangkok), state: 'expected' })

  const past = async (kk: string, ru: string, en: string, startsAt: string): Promise<number> => {
    const number = await add('event', { ...there, ...inAll('title', kk, ru, en), kind: 'meeting', state: 'held', startsAt })
    await add('attendance', { event: String(number), person: String(governor), partner: String(bangkok), state: 'present' })
    await add('attendance', {
      event: String(number),
      person: String(head),
      onBehalfOf: String(airline),
      state: 'present',
      isDelegate: 'yes',
      ...role,
    })
    return number
  }
  const points: ProtocolStep[] = [
    { do: 'add', form: { kind: 'heard', text: report, speaker: null } },
    { do: 'add', form: { kind: 'spoke', text: { kk: report.kk }, speaker: governor } },
    { do: 'add', form: { kind: 'decided', text: decision, speaker: null } },
    {
      do: 'add',
      form: { kind: 'decided', text: { kk: 'Тікелей рейс мәселесін пысықтау.', ru: 'Проработать вопрос прямого рейса.' }, speaker: null },
    },
  ]
  const [draft, sent, agreed, closed] = [
    await past('Туризм жөніндегі кездесу', 'Встреча по туризму', 'Meeting on tourism', '2026-11-02T10:00'),
    await past('Виза мәселелері жөніндегі кездесу', 'Встреча по вопросам виз', 'Meeting on visas', '2026-09-14T15:00'),
    await past('Авиациялық қатынас жөніндегі кездесу', 'Встреча об авиасообщении', 'Meeting on flights', '2026-05-12T10:00'),
    await past('Бірінші кездесу', 'Первая встреча', 'First meeting', '2025-06-01T09:00'),
  ]
  for (const number of [draft, sent, agreed, closed]) await protocol(number, ...points)
  for (const number of [sent, agreed, closed]) await protocol(number, { do: 'move', to: 'sent' })
  for (const number of [agreed, closed]) await protocol(number, { do: 'move', to: 'agreed' })
  const owner = 'Халықаралық ынтымақтастық басқармасы'
  const assignment = {
    ...inAll('title', decision.kk, decision.ru, decision.en),
    ...inAll('formOfCompletion', 'Әкімге ақпарат', 'Информация акиму', 'Report to the mayor'),
    ...inAll('fundingSource', 'Жергілікті бюджет', 'Местный бюджет', 'City budget'),
    ...{ owner, coOwners: 'Туризм басқармасы, Мәдениет басқармасы', expectedCostKzt: '125000000' },
  }
  for (const number of [agreed, closed]) {
    const assigned = await assignPoint(
      { ...doing, number, revision: await revisionOf(number), point: 2, form: assignment, due: '2027-05' },
      record,
    )
    const subject = { kind: 'assignment', number: written('assignment', assigned).number } as const
    if (number === closed) await setDeadline({ ...doing, subject, due: '2027-09-01', reason: 'Серіктес кейінге қалдыруды сұрады' }, record)
  }
  const note: ProtocolStep = {
    do: 'note',
    text: { kk: 'Үшінші тармақта жыл түзетілді.', ru: 'В третьем пункте исправлен год.' },
    reason: { kk: 'Қате терілген', ru: 'Опечатка' },
  }
  await protocol(agreed, note)
  await protocol(closed, note, { do: 'move', to: 'closed' })

  const promise = {
    ...inAll('title', 'Тікелей рейс ашу', 'Открыть прямой рейс', 'Open a direct flight'),
    by: String(bangkok),
    strength: 'will_consider',
    marker: 'қарастырамыз',
    event: String(closed),
  }
  const commitment = await add('commitment', promise)
  const subject = { kind: 'commitment', number: commitment } as const
  await setDeadline({ ...doing, subject, due: '2026-10', reason: '' }, record)
  await addStatusEvent(
    { ...doing, today, subject, form: { kind: 'started', on: today, note: { kk: 'Келіссөз басталды' }, evidence: null, retracts: null } },
    record,
  )
  await add('commitment', {
    ...promise,
    ...inAll('title', 'Меморандум жобасын жіберу', 'Направить проект меморандума', 'Send the draft memorandum'),
  })
  const bare = inAll('title', 'Рейс туралы хат дайындау', 'Подготовить письмо о рейсе', 'Prepare a letter on the flight')
  await add('assignment', { ...bare, commitment: String(commitment) })
  const memorandum = inAll('title', 'Туризм туралы меморандум', 'Меморандум о туризме', 'Memorandum on tourism')
  await add('agreement', { ...memorandum, kind: 'memorandum', parties: String(bangkok), languages: 'kk, en', signedOn: today })

  const [all, desk] = ['/desk/cooperation', `/${city.slug}/desk/cooperation`]
  const page = (route: string, path: string, act?: DeskKind['act']): DeskKind => ({
    route: all + route,
    path: desk + path,
    ...(act && { act }),
  })
  const bring = (content: string) => async (on: Page) => {
    await on.setInputFiles('#file', { name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
    await send('form[action$="/check"] button')(on)
  }
  const assigning = (number: number) => `/protocols/${number}/points/3/assignment`
  return {
    visits: page('/visits', '/visits'),
    visit: page('/visits/:event', `/visits/${visit}`),
    'visit, nobody named': page('/visits/:event', `/visits/${visit}`, send('form:has(input[value=add]) button.main')),
    'protocol, nothing in it': page('/protocols/:event', `/protocols/${talk}`),
    'protocol, draft': page('/protocols/:event', `/protocols/${draft}`, async (on) => {
      for (const one of await on.locator('details').all()) await one.evaluate((details) => details.setAttribute('open', ''))
    }),
    'protocol, point without words': page('/protocols/:event', `/protocols/${draft}`, send('form:has(input[value=add]) button.main')),
    'protocol, sent': page('/protocols/:event', `/protocols/${sent}`),
    'protocol, agreed': page('/protocols/:event', `/protocols/${agreed}`),
    'protocol, correction without words': page(
      '/protocols/:event',
      `/protocols/${agreed}`,
      send('form:has(input[value=note]) button.main'),
    ),
    'protocol, closed': page('/protocols/:event', `/protocols/${closed}`),
    'point to assign': page('/protocols/:event/points/:point/assignment', assigning(sent)),
    'point to assign, without words': page('/protocols/:event/points/:point/assignment', assigning(sent), async (on) => {
      for (const one of await on.locator('[name^="title-"]').all()) await one.fill('')
      await on.locator('#due').fill('кешікпей')
      await send('main form button.main')(on)
    }),
    assignments: page('/assignments', '/assignments'),
    'assignments, none found': page('/assignments', '/assignments?owner=zzz'),
    'status for the mayor': page('/mayor-status', '/mayor-status?since=2025-01-01'),
    import: page('/import', '/import'),
    'import, no file': page('/import', '/import?kind=agreement', send('form[action$="/check"] button')),
    'import, with findings': page('/import', '/import', bring(table)),
    'import, not a table of partners': page('/import', '/import', bring('a,b\n1,2')),
  }
}
