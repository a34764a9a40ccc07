import { listCensusTables } from './actions/discussion/voices/list-census-tables.ts'
import { makeVoiceBatchOf } from './actions/discussion/voices/make-voice-batches.ts'
import { demonstrationCity } from './books/accounts/demonstration.ts'
import { dayIn } from './books/as-of.ts'
import { phaseOf } from './books/discussion/consultation.ts'
import { voiceFields, type VoiceField } from './books/discussion/voices/fields.ts'
import { stream, type Random } from './kernel/random.ts'
import type { Record } from './open-rooms.ts'

/** How the invented participants are made up: younger than the city, more women, more from the two districts in the middle. */
const shares: { readonly [field in VoiceField]: { readonly [category: string]: number } } = {
  district: { 'ULGIQALA-1': 0.12, 'ULGIQALA-2': 0.35, 'ULGIQALA-3': 0.43, 'ULGIQALA-4': 0.1 },
  age: { Y16T24: 0.12, Y25T34: 0.31, Y35T44: 0.25, Y45T54: 0.16, Y55T64: 0.09, Y_GE65: 0.07 },
  sex: { F: 0.59, M: 0.41 },
  language: { kk: 0.5, ru: 0.38, ug: 0.05, uz: 0.04, OTHER: 0.03 },
  ethnicity: { KAZAKH: 0.56, RUSSIAN: 0.24, UYGHUR: 0.08, UZBEK: 0.05, KOREAN: 0.04, TATAR: 0.02, OTHER: 0.01 },
}
/** So many of a hundred answer a question. */
const answering: { readonly [field in VoiceField]: number } = { district: 94, age: 92, sex: 95, language: 90, ethnicity: 82 }

/**
 * What the invented participants of the open consultation say about themselves, the census they are held against, and the first tables. Call
 * it when everybody who takes part is there and has voted.
 */
export async function seedVoices(record: Record): Promise<void> {
  const now = record.now()
  const city = await record.findCity(demonstrationCity)
  const consultations = city === null ? [] : await record.listConsultations(city)
  const consultation = consultations.find((one) => phaseOf(one, dayIn(city!.timeZone, now)) === 'open')
  if (city === null || consultation === undefined) return
  const tables = await listCensusTables(city, now, record)
  const chosen = voiceFields.flatMap((field) => tables[field].slice(0, 1).map(({ choice }) => [field, choice] as const))
  await record.keepCensusChoices(city, consultation, Object.fromEntries(chosen))

  const { participants } = await record.listWriters(city, consultation)
  for (let participant = 1; participant <= participants; participant++) {
    const random = stream(5, participant)
    const said = voiceFields
      .filter((field) => random.uniform() * 100 < answering[field])
      .map((field) => [field, categoryOf(shares[field], random)] as const)
    await record.keepDeclaration(city, consultation, participant, Object.fromEntries(said), now)
  }
  await makeVoiceBatchOf(city, consultation, record)
}

function categoryOf(weights: { readonly [category: string]: number }, random: Random): string {
  let left = random.uniform()
  const [first] = Object.keys(weights)
  return Object.entries(weights).find(([, share]) => (left -= share) < 0)?.[0] ?? first!
}
