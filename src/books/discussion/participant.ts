import type { Channel } from './contribution.ts'
import type { ParticipationLevel } from './consultation.ts'

/** Somebody in one consultation: a number, and never more than that outside `store/people.ts`. */
export interface Participant {
  number: number
  level: ParticipationLevel | 'paper'
  channel: Channel
  joinedAt: string
}
