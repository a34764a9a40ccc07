import type { Change } from '../../../books/accounts/change.ts'
import type { Viewer } from '../../../books/accounts/viewer.ts'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import { nameOfChoice, type CensusChoices } from '../../../books/discussion/voices/census.ts'
import { voiceFields, type VoiceField } from '../../../books/discussion/voices/fields.ts'
import type { City } from '../../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../../books/outcome.ts'
import { listCensusTables, type CensusNeeds } from './list-census-tables.ts'
import type { VoiceRecord } from './voice-record.ts'

interface Needs extends CensusNeeds, Pick<VoiceRecord, 'findCensusChoices' | 'keepCensusChoices'> {
  addChange(city: City, change: Change): Promise<void>
}

/**
 * Sets which tables of the record the voices are held against; '' leaves a field without one. Call it in a transaction.
 *
 * @param input.chosen  by field, as `nameOfChoice` writes it
 */
export async function chooseCensus(
  {
    city,
    consultation,
    viewer,
    at,
    chosen,
  }: { city: City; consultation: Consultation; viewer: Viewer; at: Date; chosen: Readonly<Record<VoiceField, string>> },
  needs: Needs,
): Promise<Outcome<CensusChoices>> {
  const tables = await listCensusTables(city, at, needs)
  const found = voiceFields
    .filter((field) => chosen[field] !== '')
    .map((field) => [field, tables[field].find(({ choice }) => nameOfChoice(choice) === chosen[field])?.choice] as const)
  const missing = found.find(([, choice]) => choice === undefined)
  if (missing !== undefined) return refuse('table_gone', missing[0])
  const choices = Object.fromEntries(found) as CensusChoices
  const before = await needs.findCensusChoices(city, consultation)
  await needs.keepCensusChoices(city, consultation, choices)
  await needs.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'consultation.census',
    subject: `consultation/${consultation.number}`,
    before,
    after: choices,
  })
  return done(choices)
}
