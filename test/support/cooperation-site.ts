import type { Hono } from 'hono'
import { recordKinds, type Contents, type RecordKind } from '../../src/books/cooperation/records.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import { seedCooperation } from '../../src/seed-cooperation.ts'
import { openTestSite, type TestSite } from './server.ts'

export interface ListItem extends Record<string, unknown> {
  number: number
}

export interface CooperationSite extends TestSite {
  web: Hono
  almaty: City
  ulgiqala: City
  get(path: string, headers?: Record<string, string>): Promise<Response>
  json<T>(path: string): Promise<T>
  /** All items of a list of the API, by following `next`. */
  all(path: string): Promise<ListItem[]>
}

/** A word that stands in drafts alone. */
export const canary = 'Құпиясөз'

/**
 * The two cities of the demonstration with their cooperation, a draft of each kind in each, and a public commitment of which an event rests
 * on a draft of a source.
 */
export async function openCooperationSite(): Promise<CooperationSite> {
  const site = await openTestSite('almaty', 'ulgiqala')
  const [almaty, ulgiqala] = [(await site.record.findCity('almaty'))!, (await site.record.findCity('ulgiqala'))!]
  await seedCooperation(site.record)
  for (const city of [almaty, ulgiqala]) for (const kind of recordKinds) await site.record.addCooperation(city, kind, drafts[kind])
  await leanOnDraft(site, almaty)
  const web = site.app()
  const get: CooperationSite['get'] = async (path, headers = {}) =>
    await web.request(path.startsWith('http') ? path : `http://localhost${path}`, { headers })
  const json = async <T>(path: string): Promise<T> => (await (await get(path)).json()) as T
  const all: CooperationSite['all'] = async (path) => {
    const items: ListItem[] = []
    for (let next: string | null = path; next !== null;) {
      const page: { items: ListItem[]; next: string | null } = await json(next)
      items.push(...page.items)
      next = page.next
    }
    return items
  }
  return { ...site, web, almaty, ulgiqala, get, json, all }
}

async function leanOnDraft({ record }: TestSite, city: City): Promise<void> {
  const [source] = await record.listCooperation(city, 'source', { drafts: true })
  const evidence = await record.addEvidence(city, {
    ...{ subject: { kind: 'commitment', number: 1 }, source: source!.number, start: 0, end: canary.length, exact: canary, marker: null },
  })
  await record.addStatusEvent(city, {
    ...{ subject: { kind: 'commitment', number: 1 }, kind: 'reported', on: '2026-11-01', evidence, note: { kk: 'Есеп' }, retracts: null },
    ...{ enteredAt: '2026-11-02T00:00:00.000Z', enteredBy: null },
  })
}

const words = { kk: canary, ru: canary, en: canary }

const drafts: { readonly [Kind in RecordKind]: Contents[Kind] } = {
  source: {
    ...{ title: words, kind: 'other', language: 'kk', publisher: canary, dated: '', isDateInferred: false, url: '', text: canary },
    notes: words,
  },
  partner: { kind: 'city', name: words, country: 'TH', lon: 1, lat: 2, note: words },
  person: { nameAsWritten: canary, names: words },
  membership: { person: 1, partner: 1, role: words, from: '2016', until: '' },
  event: {
    ...{
      kind: 'meeting',
      parent: null,
      title: words,
      place: words,
      country: 'TH',
      timeZone: 'Asia/Bangkok',
      dated: '',
      isDateInferred: false,
    },
    ...{ startsAt: '2026-11-23T10:00', endsAt: '', state: 'planned', brief: words, protocol: { state: 'none', points: [] } },
  },
  attendance: { event: 1, partner: 1, person: null, state: 'present', onBehalfOf: null, role: words, isDelegate: false },
  topic: { event: 1, title: words, goals: [], sdgTargets: [] },
  statement: { event: 1, form: 'reported', speakers: [1], text: canary, language: 'kk', translations: words, translatedBy: canary },
  commitment: {
    ...{ title: words, event: 1, statement: null, by: [1], to: [], strength: 'will_do', marker: canary, announcedBy: null },
    ...{ isForAbsentParty: false, jurisdiction: words, dependsOn: [], madeOn: '', owner: canary, formOfCompletion: words },
    ...{ resources: words, goals: [], indicators: [] },
  },
  assignment: {
    ...{ title: words, commitment: 1, event: 1, formOfCompletion: words, owner: canary, coOwners: canary, expectedCostKzt: 1 },
    fundingSource: words,
  },
  agreement: {
    ...{ kind: 'other', title: words, parties: [1], languages: ['kk'], signedOn: '', inForceFrom: '', until: '', renewsByYears: null },
    ...{ noticeDays: null, event: 1, note: words },
  },
  partnership: { partner: 1, title: words, agreement: null, stages: [], note: words },
  project: {
    ...{ title: words, description: words, stage: 'preparation', type: 'construction', sector: ['transport.urban'], parties: [1] },
    ...{ amount: 5, currency: 'KZT', amountOn: '', from: '2026', until: '', event: null },
  },
}
