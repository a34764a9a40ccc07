import { phaseOf, type Consultation, type Phase } from '../../books/discussion/consultation.ts'
import type { Participation } from '../../books/discussion/participation.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, type Outcome } from '../../books/outcome.ts'
import type { ConsultationRecord } from './consultation-record.ts'
import type { ContributionRecord } from './contribution-record.ts'
import { openConsultation, type DiscussionInput, type OpenedConsultation, type OpeningNeeds } from './open-consultation.ts'

type Counting = Pick<ContributionRecord, 'countParticipation'>

/** A consultation as it stands in the list. */
export interface DiscussionRow {
  consultation: Consultation
  phase: Exclude<Phase, 'draft'>
  participation: Participation
}

export interface DiscussionView extends OpenedConsultation {
  participation: Participation
}

/** All consultations of a city that are published: first those where one can take part now. */
export async function showDiscussions(
  city: City,
  today: string,
  needs: Pick<ConsultationRecord, 'listConsultations'> & Counting,
): Promise<DiscussionRow[]> {
  const rows: DiscussionRow[] = []
  for (const consultation of await needs.listConsultations(city)) {
    const phase = phaseOf(consultation, today)
    if (phase !== 'draft') rows.push({ consultation, phase, participation: await needs.countParticipation(city, consultation) })
  }
  const order = ['open', 'announced', 'closed', 'answered']
  return rows.sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase))
}

/** Those in which one can take part today, newest first. */
export const listOpenDiscussions = async (
  city: City,
  today: string,
  needs: Pick<ConsultationRecord, 'listConsultations'>,
): Promise<Consultation[]> => (await needs.listConsultations(city)).filter((consultation) => phaseOf(consultation, today) === 'open')

/** Somebody opens a consultation. */
export async function showDiscussion(input: DiscussionInput, needs: OpeningNeeds & Counting): Promise<Outcome<DiscussionView>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { consultation } = opened.value
  return done({
    ...opened.value,
    participation: await needs.countParticipation(input.city, consultation),
  })
}
