import { phaseOf, type Consultation, type Phase } from '../../books/discussion/consultation.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { ProgrammeVersion } from '../../books/programme/programme.ts'
import type { CityRecord } from '../record.ts'
import type { ConsultationRecord } from './consultation-record.ts'

export type OpeningNeeds = Pick<ConsultationRecord, 'findConsultation'> & Pick<CityRecord, 'listProgrammeVersions'>

export interface DiscussionInput {
  city: City
  /** Number of the consultation. */
  number: number
  /** Day of the city (ISO). */
  today: string
  asOf: Date
}

/** A consultation that the public may see, and the version that it is about. */
export interface OpenedConsultation {
  consultation: Consultation
  phase: Exclude<Phase, 'draft'>
  version: ProgrammeVersion
  /** Versions of the same programme that came after. */
  later: readonly ProgrammeVersion[]
}

/** Finds a consultation for a public page: one that is not published yet is not there. */
export async function openConsultation(
  { city, number, today, asOf }: DiscussionInput,
  needs: OpeningNeeds,
): Promise<Outcome<OpenedConsultation>> {
  const consultation = await needs.findConsultation(city, number)
  const phase = consultation === null ? 'draft' : phaseOf(consultation, today)
  if (consultation === null || phase === 'draft') return refuse('consultation_not_found')
  const published = await needs.listProgrammeVersions(city, asOf)
  const versions = published.filter(({ programme }) => programme === consultation.programme)
  const version = versions.find((one) => one.number === consultation.version)
  if (version === undefined) return refuse('version_not_found')
  return done({ consultation, phase, version, later: versions.filter((one) => one.number > version.number) })
}
