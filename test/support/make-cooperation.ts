import type { Contents, RecordKind } from '../../src/books/cooperation/records.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { TestSite } from './server.ts'

const kinds = {
  cooperationSource: 'source',
  partner: 'partner',
  person: 'person',
  membership: 'membership',
  cooperationEvent: 'event',
  attendance: 'attendance',
  topic: 'topic',
  partnerStatement: 'statement',
  commitment: 'commitment',
  assignment: 'assignment',
  agreement: 'agreement',
  partnership: 'partnership',
  project: 'project',
} as const satisfies Readonly<Record<string, RecordKind>>

/**
 * A public record of each kind, and beside each one that nobody has published and that holds a secret. Returns their numbers by the names
 * of the route table; the drafts are called `draft` and that name. The event was held, and its protocol has a decided point.
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
  for (const agreement of [facts['draftAgreement'], facts['agreement']]) {
    const { number } = await record.addAgreementFile(
      city,
      Number(agreement),
      agreement === facts['agreement'] ? { ...file, name: 'a.pdf', content: new Uint8Array([37]) } : file,
    )
    facts['agreementFile'] = String(number)
    const blob = new TextEncoder().encode(agreement === facts['agreement'] ? 'blob' : secret)
    const signature = { file: number, signer: 'Әкім', fileSha256: 'a'.repeat(64), signature: blob, timeStamp: blob, verification: null }
    facts['signature'] = String(await record.addSignature(city, Number(agreement), signature))
  }
  return { ...facts, protocolPoint: '1' }
}

/** What a record of each kind says, with this text wherever there are words. */
export const contentOf = (text: string): Contents => {
  const words = { kk: text, ru: text, en: text }
  return {
    source: {
      ...{ title: words, kind: 'other', language: 'kk', publisher: text, dated: '', isDateInferred: false, url: '', text, notes: words },
    },
    partner: { kind: 'company', name: words, country: 'TH', lon: 100, lat: 13, note: words },
    person: { nameAsWritten: text, names: words },
    membership: { person: 1, partner: 1, role: words, from: '2016', until: '' },
    event: {
      ...{ kind: 'meeting', parent: null, title: words, place: words, country: 'TH', timeZone: 'Asia/Bangkok', dated: '2016-04' },
      ...{ isDateInferred: true, startsAt: '', endsAt: '', state: 'held', brief: words },
      protocol: { state: 'draft', points: [{ kind: 'decided', text: words, speaker: null, assignment: null }] },
    },
    attendance: { event: 1, partner: 1, person: 1, state: 'present', onBehalfOf: null, role: words, isDelegate: true },
    topic: { event: 1, title: words, goals: ['1.1'], sdgTargets: ['11.2'] },
    statement: {
      ...{ event: 1, form: 'direct_quote', speakers: [1], text, language: 'kk', translations: words, translatedBy: text },
    },
    commitment: {
      ...{ title: words, event: null, statement: null, by: [1], to: [], strength: 'will_do', marker: text, announcedBy: null },
      ...{ isForAbsentParty: false, jurisdiction: words, dependsOn: [], madeOn: '2016', owner: text, formOfCompletion: words },
      ...{ resources: words, goals: [], indicators: [] },
    },
    assignment: {
      ...{ title: words, commitment: 1, event: 1, formOfCompletion: words, owner: text, coOwners: text, expectedCostKzt: 1 },
      fundingSource: words,
    },
    agreement: {
      ...{ kind: 'memorandum', title: words, parties: [1], languages: ['kk'], signedOn: '2019', inForceFrom: '', until: '' },
      ...{ renewsByYears: null, noticeDays: null, event: null, note: words },
    },
    partnership: { partner: 1, title: words, agreement: 1, stages: [{ stage: 'signed', on: '2019', source: 1 }], note: words },
    project: {
      ...{ title: words, description: words, stage: 'preparation', type: 'construction', sector: [], parties: [1], amount: 1 },
      ...{ currency: 'KZT', amountOn: '', from: '', until: '', event: null },
    },
  }
}
