import type { Consultation, Phase } from '../../../books/discussion/consultation.ts'
import type { Participant } from '../../../books/discussion/participant.ts'
import { readDeclaration, type Declaration } from '../../../books/discussion/voices/declaration.ts'
import type { City } from '../../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../../books/outcome.ts'
import type { CityRecord } from '../../record.ts'
import { listVoiceChoices } from './list-census-tables.ts'
import type { VoiceRecord } from './voice-record.ts'

export interface DeclareInput {
  city: City
  consultation: Consultation
  phase: Phase
  /** null: she has not taken part yet; saying something makes her a participant. */
  participant: Participant | null
  /** By field, as a form has it. */
  given: Readonly<Record<string, string>>
  at: Date
  join(): Promise<number>
}

/** A participant says something about herself, changes it, or takes it back. Call it in a transaction. */
export async function declare(
  { city, consultation, phase, participant, given, at, join }: DeclareInput,
  needs: Pick<VoiceRecord, 'keepDeclaration'> & Pick<CityRecord, 'listAreas'>,
): Promise<Outcome<Declaration>> {
  const said = readDeclaration(given, await listVoiceChoices(city, at, needs))
  if (!said.ok) return said
  if (participant === null && Object.keys(said.value).length === 0) return said
  // What somebody said she may change at any time; nobody joins a discussion that is not open.
  if (participant === null && phase !== 'open') return refuse('not_open')
  await needs.keepDeclaration(city, consultation, participant?.number ?? (await join()), said.value, at)
  return done(said.value)
}
