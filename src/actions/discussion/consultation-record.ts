import type { Consultation, ConsultationEvent, ParticipationLevel } from '../../books/discussion/consultation.ts'
import type { Channel } from '../../books/discussion/contribution.ts'
import type { Participant } from '../../books/discussion/participant.ts'

type CityId = { id: string }

/** Consultations and who takes part in them, as the actions need them; `store/consultations.ts` and `store/people/participants.ts`. */
export interface ConsultationRecord {
  listConsultations(city: CityId): Promise<Consultation[]>
  findConsultation(city: CityId, number: number): Promise<Consultation | null>
  addConsultation(
    city: CityId,
    consultation: Pick<Consultation, 'id' | 'programme' | 'version' | 'content' | 'level' | 'opensOn' | 'closesOn'>,
  ): Promise<number>
  keepConsultation(
    city: CityId,
    id: string,
    fields: Pick<Consultation, 'content' | 'level' | 'opensOn' | 'closesOn' | 'publishedAt'>,
  ): Promise<void>
  addConsultationEvent(city: CityId, id: string, event: ConsultationEvent, by: string | null): Promise<void>
  touchConsultation(city: CityId, id: string): Promise<void>
  findParticipant(city: CityId, consultation: { id: string }, personId: string): Promise<Participant | null>
  joinConsultation(
    city: CityId,
    consultation: { id: string },
    who: { personId: string | null; keys: readonly string[]; level: ParticipationLevel | 'paper'; channel: Channel; at: Date },
  ): Promise<number | null>
  cityThatVouched(sessionId: string): Promise<string | null>
}
