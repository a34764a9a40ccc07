import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../src/books/accounts/role.ts'
import type { Viewer } from '../src/books/accounts/viewer.ts'
import type { City } from '../src/books/indicators/figure.ts'
import type { DraftElement } from '../src/books/programme/draft/draft.ts'
import { fieldsOf } from '../src/books/programme/draft/fields.ts'
import { baseText } from '../src/books/programme/draft/kept-state.ts'
import { openTestSite, type TestSite } from './support/server.ts'

let site: TestSite
let city: City
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala')) as City
  await site.record.keepDepartment(city, { id: 'transport', name: { kk: 'Көлік' }, indicators: [], measures: [await firstMeasure()] })
})
afterAll(() => site.close())

const firstMeasure = async () =>
  (await site.record.listProgrammeVersions(city, new Date())).findLast((one) => one.programme === programme)?.directions[0]?.goals[0]
    ?.measures[0]?.id ?? ''

const programme = 'ulgiqala-2030'
const desk = '/en/ulgiqala/desk'

function person(role: Role, department: string | null = null): Viewer {
  const memberships = [{ cityId: city.id, role, department }]
  return {
    personId: randomUUID(),
    name: 'Айша',
    language: 'kk',
    memberships,
    sessionId: randomUUID(),
    authenticatedAt: new Date(),
    secondFactor: true,
  }
}

/** Somebody with a browser: opens pages and sends forms. */
function reader(viewer: Viewer) {
  const app = site.app({ findViewer: async () => viewer })
  const ask = (path: string, init: RequestInit = {}) =>
    app.request(new Request(`http://localhost${path}`, { ...init, headers: { cookie: 'session=x', origin: 'http://localhost' } }))
  return {
    open: async (path: string) => await (await ask(path)).text(),
    status: async (path: string) => (await ask(path)).status,
    send: async (path: string, fields: Readonly<Record<string, string>>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ formKey: randomUUID(), ...fields })) body.append(name, value)
      const answer = await ask(path, { method: 'POST', body })
      return { status: answer.status, location: answer.headers.get('location') ?? '', html: await answer.text() }
    },
  }
}

async function elements(): Promise<{ id: string; all: DraftElement[] }> {
  const draft = await site.record.findDraft(city, programme)
  if (draft === null) throw new Error('There is no draft.')
  return { id: draft.id, all: await site.record.listDraftElements(city, draft.id) }
}

async function elementOf<Kind extends DraftElement['kind']>(kind: Kind, id?: string) {
  const { id: draft, all } = await elements()
  const element = all.find((one) => one.kind === kind && (id === undefined || one.id === id)) as Extract<DraftElement, { kind: Kind }>
  return { element, base: baseText({ id: draft }, element), path: `${desk}/programme/${programme}/${kind}/${element.id}` }
}

/** The form of an element as the browser has it, with some fields changed. */
async function formOf(kind: DraftElement['kind'], change: Record<string, string>, id?: string) {
  const { element, base, path } = await elementOf(kind, id)
  return { path, fields: { ...fieldsOf(element), base, ...change } }
}

beforeEach(async () => {
  const draft = await site.record.findDraft(city, programme)
  if (draft !== null) await site.record.endDraft(city, draft.id)
  const begun = await reader(person('editor')).send(`${desk}/programme/begin`, { programme })
  expect(begun.location).toBe(`${desk}/programme/${programme}`)
})

test('the draft holds the published version, and only one can be begun', async () => {
  const editor = reader(person('editor'))
  const tree = await editor.open(`${desk}/programme/${programme}`)
  expect(tree).toContain('version 4')
  expect(tree).toContain('Add a goal')
  expect((await editor.send(`${desk}/programme/begin`, { programme })).status).toBe(409)
  const published = (await site.record.listProgrammeVersions(city, new Date())).findLast((one) => one.programme === programme)
  expect((await elements()).all.filter(({ kind }) => kind === 'goal')).toHaveLength(
    published?.directions.flatMap(({ goals }) => goals).length ?? -1,
  )
})

test.each(['sentence', 'goal', 'direction', 'passport', 'head', 'indicator', 'source'] as const)(
  'a %s is saved with a line in the history, and nothing else changes',
  async (kind) => {
    const viewer = person('editor')
    const text = {
      sentence: 'text',
      goal: 'title',
      direction: 'title',
      passport: 'label',
      head: 'title',
      indicator: 'name',
      source: 'title',
    }[kind]
    const { path, fields } = await formOf(kind, { [`${text}.en`]: 'Quite another text' })
    const before = await elements()
    const answer = await reader(viewer).send(path, fields)
    expect(answer.location).toBe(`${path}?saved=1`)
    const after = await elements()
    const changed = after.all.filter(
      (one) => JSON.stringify(one) !== JSON.stringify(before.all.find((old) => old.kind === one.kind && old.id === one.id)),
    )
    expect(changed).toHaveLength(1)
    expect(changed[0]?.revision).toBe(2)
    const [line] = await site.record.listChanges(city, { offset: 0, limit: 1 })
    expect(line).toMatchObject({ by: viewer.personId, action: `${kind}.write`, before: { revision: 1 }, after: { revision: 2 } })
  },
)

test('what the form says of an untouched element is what the element says', async () => {
  const editor = reader(person('editor'))
  for (const { kind, id } of (await elements()).all.filter(({ kind }) => kind === 'indicator' || kind === 'goal')) {
    const { path, fields } = await formOf(kind, {}, id)
    expect((await editor.send(path, fields)).status).toBe(303)
    expect((await elementOf(kind, id)).element.revision).toBe(1)
  }
})

test('a wrong field is told beside it and at the top, and nothing typed is lost', async () => {
  const { path, fields } = await formOf('indicator', { 'baseline.value': 'sixty', 'name.en': 'A name just typed' })
  const { status, html } = await reader(person('editor')).send(path, fields)
  expect(status).toBe(422)
  expect(html).toContain('<title>Error: ')
  expect(html).toContain('href="#baseline.value"')
  expect(html).toContain('“sixty” is not a number')
  expect(html).toContain('value="sixty"')
  expect(html).toContain('A name just typed')
  expect((await elementOf('indicator')).element.revision).toBe(1)
})

describe('two editors of one sentence', () => {
  const edit = async (first: Record<string, string>, second: Record<string, string>) => {
    const one = await formOf('sentence', first)
    const two = await formOf('sentence', second)
    expect((await reader(person('editor')).send(one.path, one.fields)).status).toBe(303)
    return { ...(await reader(person('editor')).send(two.path, two.fields)), path: two.path, fields: two.fields }
  }

  test('different languages: both are in the merged form, and nothing is written before it is saved', async () => {
    const { status, html } = await edit({ 'text.ru': 'Русский изменён.' }, { 'text.en': 'English changed.' })
    expect(status).toBe(409)
    expect(html).toContain('Somebody else changed this too')
    expect(html).toContain('Only you changed this')
    const { element } = await elementOf('sentence')
    expect(element.content.text.ru).toBe('Русский изменён.')
    expect(element.content.text.en).not.toBe('English changed.')
    const merged = {
      ...fieldsIn(html),
      'text.ru': areaOf(html, 'text.ru'),
      'text.en': areaOf(html, 'text.en'),
      'text.kk': areaOf(html, 'text.kk'),
    }
    expect(merged['text.ru']).toBe('Русский изменён.')
    expect(merged['text.en']).toBe('English changed.')
    const { path } = await elementOf('sentence')
    expect((await reader(person('editor')).send(path, { ...merged, formKey: randomUUID() })).status).toBe(303)
    expect((await elementOf('sentence')).element.content.text).toMatchObject({ ru: 'Русский изменён.', en: 'English changed.' })
  })

  test('the same language: both texts are shown and the editor decides', async () => {
    const { status, html } = await edit({ 'text.kk': 'Бірінші мәтін.' }, { 'text.kk': 'Екінші мәтін.' })
    expect(status).toBe(409)
    expect(html).toContain('You changed this differently')
    expect(html).toContain('Бірінші')
    expect(areaOf(html, 'text.kk')).toBe('Екінші мәтін.')
    expect((await elementOf('sentence')).element.content.text.kk).toBe('Бірінші мәтін.')
  })

  test('of many at the same moment one is first, and all the others are told', async () => {
    const forms = await Promise.all(Array.from({ length: 12 }, (_, at) => formOf('sentence', { 'text.kk': `Мәтін ${at}.` })))
    const answers = await Promise.all(forms.map(async ({ path, fields }) => await reader(person('editor')).send(path, fields)))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(11)
    const { element } = await elementOf('sentence')
    expect(element).toMatchObject({ revision: 2, content: { text: { kk: `Мәтін ${answers.findIndex(({ status }) => status === 303)}.` } } })
  })

  test('the merged form meets a third editor the same way', async () => {
    const { html } = await edit({ 'text.kk': 'Бірінші мәтін.' }, { 'text.kk': 'Екінші мәтін.' })
    const third = await formOf('sentence', { 'text.kk': 'Үшінші мәтін.' })
    await reader(person('editor')).send(third.path, third.fields)
    const again = await reader(person('editor')).send(third.path, {
      ...fieldsIn(html),
      ...third.fields,
      base: fieldsIn(html)['base'] ?? '',
    })
    expect(again.status).toBe(409)
  })
})

test('a form of a draft that was published shows what was typed', async () => {
  const { path, fields } = await formOf('sentence', { 'text.en': 'Typed in vain' })
  await site.record.endDraft(city, (await elements()).id)
  const { status, html } = await reader(person('editor')).send(path, fields)
  expect(status).toBe(409)
  expect(html).toContain('Typed in vain')
})

test('a form of an earlier draft never overwrites a later one', async () => {
  const { path, fields } = await formOf('sentence', { 'text.en': 'Of the earlier draft' })
  await site.record.endDraft(city, (await elements()).id)
  await reader(person('editor')).send(`${desk}/programme/begin`, { programme })
  expect((await reader(person('editor')).send(path, fields)).status).toBe(409)
  expect((await elementOf('sentence')).element.content.text.en).not.toBe('Of the earlier draft')
})

test('an element is added, moved, removed and brought back, every step in the history', async () => {
  const editor = reader(person('editor'))
  const goal = (await elementOf('goal')).element
  const add = await editor.send(`${desk}/programme/${programme}/add/sentence`, { parent: `goal/${goal.id}`, 'text.kk': 'Жаңа сөйлем.' })
  expect(add.status).toBe(303)
  const id = /sentence\/([^?]+)/.exec(add.location)?.[1] ?? ''
  const place = async () => {
    const { all } = await elements()
    return all.filter((one) => one.kind === 'sentence' && one.parent === `goal/${goal.id}` && !one.removed).map((one) => one.id)
  }
  const first = await place()
  expect(first.at(-1)).toBe(id)
  await editor.send(`${(await elementOf('sentence', id)).path}/move`, { direction: 'up' })
  expect((await place()).at(-2)).toBe(id)
  const { path, base } = await elementOf('sentence', id)
  expect((await editor.send(`${path}/remove`, { base: base.replace('/1', '/7') })).status).toBe(409)
  expect((await editor.send(`${path}/remove`, { base })).status).toBe(303)
  expect(await place()).not.toContain(id)
  const changes = await site.record.listChanges(city, { subject: `programme/${programme}/4/sentence/${id}`, offset: 0, limit: 10 })
  expect(changes.map(({ action }) => action)).toEqual(['sentence.remove', 'sentence.move', 'sentence.add'])
  expect(await editor.open(`${path}/history`)).toContain('Bring back what stood before this')
  await editor.send(`${path}/restore`, { change: String(changes[0]?.number) })
  expect(await place()).toContain(id)
})

test('an earlier text is brought back as a change of its own', async () => {
  const editor = reader(person('editor'))
  const original = (await elementOf('sentence')).element.content.text
  const { path, fields } = await formOf('sentence', { 'text.en': 'A worse text' })
  await editor.send(path, fields)
  const [line] = await site.record.listChanges(city, { offset: 0, limit: 1 })
  await editor.send(`${path}/restore`, { change: String(line?.number) })
  const { element } = await elementOf('sentence')
  expect([element.content.text, element.revision]).toEqual([original, 3])
})

test('money: rows are read, wrong ones told, and blank ones left out', async () => {
  const editor = reader(person('editor'))
  const { path, fields } = await formOf('measure', {})
  const row = (at: number, year: string, amount: string) => ({
    [`budget.${at}.year`]: year,
    [`budget.${at}.amount`]: amount,
    [`budget.${at}.currency`]: 'KZT',
    [`budget.${at}.prices`]: 'nominal',
    [`budget.${at}.kk`]: year === '' ? '' : 'Қала бюджеті',
  })
  const wrong = await editor.send(path, { ...fields, ...row(0, '2025', '1 000,5'), ...row(1, '2026', 'much') })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('href="#budget.1.amount"')
  expect((await editor.send(path, { ...fields, ...row(0, '2025', '1 000,5'), ...row(1, '', '') })).status).toBe(303)
  expect((await elementOf('measure')).element.content.budget).toEqual([
    { year: 2025, amount: '1000.5', currency: 'KZT', prices: 'nominal', source: { kk: 'Қала бюджеті' } },
  ])
})

describe('a data officer', () => {
  test('says how far her own measure is, and nothing else about it', async () => {
    const officer = reader(person('data_officer', 'transport'))
    const { path, fields } = await formOf('measure', { deadline: '2029', 'title.kk': 'Басқа атау', number: '9.9' }, await firstMeasure())
    expect((await officer.send(path, fields)).status).toBe(303)
    const page = await officer.open(path)
    expect([page.includes('name="deadline"'), page.includes('name="number"'), page.includes('title.kk')]).toEqual([true, false, false])
    const { element } = await elementOf('measure', await firstMeasure())
    expect(element.content.deadline).toBe('2029')
    expect(element.content.title.kk).not.toBe('Басқа атау')
    expect(element.content.number).not.toBe('9.9')
  })

  test('writes no measure of another department, no goal, and publishes nothing', async () => {
    const officer = reader(person('data_officer', 'transport'))
    const { all } = await elements()
    const other = all.find((one) => one.kind === 'measure' && one.id !== 'x' && one.id !== all.find(({ kind }) => kind === 'measure')?.id)
    const own = await firstMeasure()
    const foreign = other?.id === own ? (all.findLast(({ kind }) => kind === 'measure')?.id ?? '') : (other?.id ?? '')
    const { path, fields } = await formOf('measure', { deadline: '2029' }, foreign)
    expect((await officer.send(path, fields)).status).toBe(403)
    expect(await officer.status(path)).toBe(404)
    const goal = await formOf('goal', { 'title.kk': 'Басқа' })
    expect((await officer.send(goal.path, goal.fields)).status).toBe(403)
    expect(await officer.status(`${desk}/programme/${programme}/publish`)).toBe(403)
    expect(await officer.status(`${desk}/programme/${programme}`)).toBe(200)
  })
})

test('an auditor reads the draft and its history, and writes nothing', async () => {
  const auditor = reader(person('auditor'))
  const { path, fields } = await formOf('sentence', { 'text.en': 'No' })
  expect(await auditor.status(`${desk}/programme/${programme}`)).toBe(200)
  expect(await auditor.status(`${path}/history`)).toBe(200)
  expect((await auditor.send(path, fields)).status).toBe(403)
  expect((await auditor.send(`${path}/remove`, fields)).status).toBe(403)
})

test.each(['preview', 'preview/goals/1.1', 'difference'])('the draft is looked at: %s', async (page) => {
  const { path, fields } = await formOf('goal', { 'title.en': 'A title that only the draft has' })
  await reader(person('editor')).send(path, fields)
  const html = await reader(person('auditor')).open(`${desk}/programme/${programme}/${page}`)
  expect(html).toContain('This is a draft')
  expect(html).toContain('the draft has')
})

test('nothing of a draft is seen in public', async () => {
  const { path, fields } = await formOf('goal', { 'title.en': 'A title that only the draft has' })
  await reader(person('editor')).send(path, fields)
  for (const page of ['/programme', '/programme/versions', '/programme/goals/1.1', '/search?q=title'])
    expect(await reader(person('editor')).open(`/en/ulgiqala${page}`)).not.toContain('only the draft has')
})

describe('publishing', () => {
  const decision = { status: 'amended', date: '2026-11-20', 'act.kk': 'Шешім', 'act.ru': 'Решение', 'act.en': 'Decision' }
  const publishPath = `${desk}/programme/${programme}/publish`
  const last = async () => (await site.record.listProgrammeVersions(city, new Date())).findLast((one) => one.programme === programme)

  test('a decision that is not whole, or an error in the draft, keeps it from being published', async () => {
    const editor = reader(person('editor'))
    const after = String((await last())?.number)
    expect((await editor.send(publishPath, { after })).html).toContain('href="#status"')
    const { path, fields } = await formOf('indicator', { 'target.2099': '1' })
    await editor.send(path, fields)
    const blocked = await editor.send(publishPath, { ...decision, after })
    expect(blocked.status).toBe(422)
    expect(blocked.html).toContain('#target.2099')
    expect((await editor.send(publishPath, { ...decision, after: '1' })).html).toContain('Another version was published meanwhile')
  })

  test('who proved who she is long ago does so once more', async () => {
    const editor = reader({ ...person('editor'), authenticatedAt: new Date(Date.now() - 3_600_000) })
    expect((await editor.send(publishPath, decision)).location).toContain('/sign-in/again')
    expect(await site.record.findDraft(city, programme)).not.toBeNull()
  })

  test('the draft becomes the next version: seen at once, ids carried, no name in public', async () => {
    const viewer = person('editor')
    const before = await last()
    const { path, fields } = await formOf('sentence', { 'text.en': 'A sentence as it was published.' })
    await reader(viewer).send(path, fields)
    const answer = await reader(viewer).send(publishPath, { ...decision, after: String(before?.number) })
    const after = await last()
    expect(answer.location).toBe(`/en/ulgiqala/programme/versions/${after?.number}`)
    expect(after).toMatchObject({ number: (before?.number ?? 0) + 1, status: 'amended', date: '2026-11-20' })
    const page = await reader(viewer).open(answer.location)
    expect(page).toContain('A sentence as it was published.')
    expect(sentenceIds(after)).toEqual(sentenceIds(before))
    const [release] = await site.record.listReleases(city, new Date())
    expect(release).toMatchObject({ kind: 'entry', madeBy: 'editor' })
    const publicPages = [page, await reader(viewer).open(`/en/ulgiqala/releases/${release?.number}`)]
    for (const html of publicPages) expect(html).not.toContain(viewer.personId)
    expect(await site.record.findDraft(city, programme)).toBeNull()
    const [line] = await site.record.listChanges(city, { offset: 0, limit: 1 })
    expect(line).toMatchObject({ action: 'programme.publish', by: viewer.personId })
    expect(await site.record.findBrokenChange(city)).toBeNull()
    // The next test begins its draft from what was published here; its number is one more.
    await reader(viewer).send(`${desk}/programme/begin`, { programme })
    expect((await site.record.findDraft(city, programme))?.number).toBe((after?.number ?? 0) + 1)
  })
})

describe('a draft that was begun by mistake', () => {
  const path = `${desk}/programme/${programme}/discard`
  const fieldsOfPage = (html: string) => ({
    draft: /name="draft" value="([^"]+)"/.exec(html)?.[1] ?? '',
    changes: /name="changes" value="([^"]+)"/.exec(html)?.[1] ?? '',
  })

  test('is discarded after one more question, which says how many changes go; the history keeps them', async () => {
    const viewer = person('editor')
    const editor = reader(viewer)
    const { path: goal, fields } = await formOf('goal', { 'title.en': 'To be thrown away' })
    await editor.send(goal, fields)
    const html = await editor.open(path)
    expect(html.replaceAll('\u00a0', ' ')).toContain('1 change will go with the draft.')
    const answer = await editor.send(path, fieldsOfPage(html))
    expect(answer.location).toBe(`${desk}/programme`)
    expect(await site.record.findDraft(city, programme)).toBeNull()
    const [discarded, written] = await site.record.listChanges(city, { offset: 0, limit: 2 })
    expect(discarded).toMatchObject({ action: 'draft.discard', by: viewer.personId, before: { changes: 1 }, after: null })
    expect(JSON.stringify(written?.after)).toContain('To be thrown away')
    expect(await site.record.findBrokenChange(city)).toBeNull()

    // The next draft has the same number; the changes of the first are not counted to it.
    await editor.send(`${desk}/programme/begin`, { programme })
    expect(fieldsOfPage(await editor.open(path)).changes).toBe('0')
    // A form about the first draft does nothing to the second.
    expect((await editor.send(path, fieldsOfPage(html))).status).toBe(409)
    expect(await site.record.findDraft(city, programme)).not.toBeNull()
  })

  test('stays when somebody changed it after the question was asked', async () => {
    const editor = reader(person('editor'))
    const asked = fieldsOfPage(await editor.open(path))
    const { path: goal, fields } = await formOf('goal', { 'title.en': 'Written meanwhile' })
    await editor.send(goal, fields)
    const answer = await editor.send(path, asked)
    expect(answer.status).toBe(409)
    expect(answer.html).toContain('Somebody changed the draft meanwhile.')
    expect((await editor.send(path, fieldsOfPage(answer.html))).status).toBe(303)
  })

  test('V7.5.1 only by whoever may publish, freshly proven', async () => {
    const asked = fieldsOfPage(await reader(person('editor')).open(path))
    expect((await reader(person('data_officer', 'transport')).send(path, asked)).status).toBe(403)
    const stale = { ...person('editor'), authenticatedAt: new Date(Date.now() - 16 * 60_000) }
    expect((await reader(stale).send(path, asked)).location).toContain('/en/sign-in/again')
    expect(await site.record.findDraft(city, programme)).not.toBeNull()
  })
})

test('a programme that the city does not have begins empty', async () => {
  const editor = reader(person('editor'))
  const wrong = await editor.send(`${desk}/programme/new`, {
    programme: 'Үлгі 2040',
    'title.kk': 'Үлгі',
    'period.from': '2031',
    'period.to': '2040',
  })
  expect([wrong.status, wrong.html.includes('href="#programme"')]).toEqual([422, true])
  const begun = await editor.send(`${desk}/programme/new`, {
    programme: 'ulgi-2040',
    'title.kk': 'Үлгі',
    'period.from': '2031',
    'period.to': '2040',
  })
  expect(begun.location).toBe(`${desk}/programme/ulgi-2040`)
  expect(await editor.open(begun.location)).toContain('version 1')
})

test('the front page: what one may do, and what needs attention', async () => {
  const editor = await reader(person('editor')).open(desk)
  expect(editor).toContain('Needs attention')
  expect(editor).toContain(`${desk}/programme`)
  expect(editor).not.toContain(`${desk}/people`)
  const administrator = await reader(person('administrator')).open(desk)
  expect(administrator).toContain(`${desk}/people`)
  expect(administrator).not.toContain(`href="${desk}/values"`)
  expect(await reader({ ...person('editor'), memberships: [] }).status(desk)).toBe(403)
})

const sentenceIds = (
  version: { directions: ReadonlyArray<{ goals: ReadonlyArray<{ text: ReadonlyArray<{ id: string }> }> }> } | undefined,
) => version?.directions.flatMap(({ goals }) => goals.flatMap(({ text }) => text.map(({ id }) => id)))

/** Hidden and plain fields of the last form of a page that saves an element. */
function fieldsIn(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('id="merged"'))
  return Object.fromEntries(
    [...form.matchAll(/<input[^>]*>/g)]
      .map(([tag]) => [/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? ''] as const)
      .filter(([name]) => name === 'base' || name === 'parent'),
  )
}

function areaOf(html: string, id: string): string {
  return new RegExp(`<textarea[^>]*id="${id}"[^>]*>([^<]*)</textarea>`).exec(html)?.[1] ?? ''
}
