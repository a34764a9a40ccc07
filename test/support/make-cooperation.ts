import type { Contents, RecordKind } from '../../src/books/cooperation/records.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { TestSite } from './server.ts'

const kinds = {
  cooperationSource: 'source',
  partner: 'partner',
  cooperationEvent: 'event',
  commitment: 'commitment',
  agreement: 'agreement',
  project: 'project',
} as const

/**
 * A public record of each kind that has a page, and beside each one that nobody has published and that holds a secret. Returns their
 * numbers by the names of the route table; the drafts are called `draft` and that name.
 */
export async function makeCooperation({ record }: TestSite, city: City, secret: string): Promise<Record<string, string>> {
  const at = new Date()
  const add = async <Kind extends RecordKind>(kind: Kind, content: Contents[Kind], isPublic: boolean): Promise<string> => {
    const number = await record.addCooperation(city, kind, content)
    if (isPublic) await record.keepCooperation(city, { kind, number, content, publishedAt: at.toISOString(), revision: 1 })
    return String(number)
  }
  const facts: Record<string, string> = {}
  for (const [name, kind] of Object.entries(kinds)) {
    facts[name] = await add(kind, contentOf('Жария')[kind], true)
    facts[`draft${name[0]!.toUpperCase()}${name.slice(1)}`] = await add(kind, contentOf(secret)[kind], false)
  }
  const file = { name: `${secret}.pdf`, mediaType: 'application/pdf', content: new TextEncoder().encode(secret), at, by: record.newId() }
  for (const agreement of [facts['draftAgreement'], facts['agreement']])
    facts['agreementFile'] = String(
      await record.addAgreementFile(
        city,
        Number(agreement),
        agreement === facts['agreement'] ? { ...file, name: 'a.pdf', content: new Uint8Array([37]) } : file,
      ),
    )
  return { ...facts, protocolPoint: '1' }
}

/** What a record of each kind says, with this text wherever there are words. */
export const contentOf = (text: string): Pick<Contents, (typeof kinds)[keyof typeof kinds]> => {
  const words = { kk: text, ru: text, en: text }
  return {
    source: {
      ...{ title: words, kind: 'other', language: 'kk', publisher: text, dated: '', isDateInferred: false, url: '', text, notes: words },
    },
    partner: { kind: 'company', name: words, country: 'TH', lon: 100, lat: 13, note: words },
    event: {
      ...{ kind: 'meeting', parent: null, title: words, place: words, country: 'TH', timeZone: 'Asia/Bangkok', dated: '2016-04' },
      ...{ isDateInferred: true, startsAt: '', endsAt: '', state: 'held', brief: words },
      protocol: { state: 'draft', points: [{ kind: 'decided', text: words, speaker: null, assignment: null }] },
    },
    commitment: {
      ...{ title: words, event: null, statement: null, by: [1], to: [], strength: 'will_do', marker: text, announcedBy: null },
      ...{ isForAbsentParty: false, jurisdiction: words, dependsOn: [], madeOn: '2016', owner: text, formOfCompletion: words },
      ...{ resources: words, goals: [], indicators: [] },
    },
    agreement: {
      ...{ kind: 'memorandum', title: words, parties: [1], languages: ['kk'], signedOn: '2019', inForceFrom: '', until: '' },
      ...{ renewsByYears: null, noticeDays: null, event: null, note: words },
    },
    project: {
      ...{ title: words, description: words, stage: 'preparation', type: 'construction', sector: [], parties: [1], amount: 1 },
      ...{ currency: 'KZT', amountOn: '', from: '', until: '', event: null },
    },
  }
}
