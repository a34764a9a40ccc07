import { dayIn } from '../../../books/as-of.ts'
import { phaseOf, type Consultation, type Phase } from '../../../books/discussion/consultation.ts'
import type { City } from '../../../books/indicators/figure.ts'
import type { CityRecord } from '../../record.ts'
import type { ConsultationRecord } from '../consultation-record.ts'
import type { StatementRecord } from '../statements/statement-record.ts'

/** What can be voted on now. */
export interface Ballot {
  city: City
  consultation: Consultation
  phase: Phase
  /** Numbers of the statements that are shown. */
  statements: ReadonlySet<number>
}

/** null: no such city or consultation, or one that is not published. */
export async function findBallot(
  { city: slug, number, now }: { city: string; number: number; now: Date },
  needs: Pick<CityRecord, 'findCity'> & Pick<ConsultationRecord, 'findConsultation'> & Pick<StatementRecord, 'listShownNumbers'>,
): Promise<Ballot | null> {
  const city = await needs.findCity(slug)
  const consultation = city === null ? null : await needs.findConsultation(city, number)
  if (city === null || consultation === null) return null
  const phase = phaseOf(consultation, dayIn(city.timeZone, now))
  if (phase === 'draft') return null
  return { city, consultation, phase, statements: new Set(await needs.listShownNumbers(city, consultation)) }
}
