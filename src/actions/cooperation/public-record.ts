import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'

/** What a public page asks for: the city, the moment of which it speaks, and the day that this is there. */
export interface PublicInput {
  city: City
  asOf: Date
  /** ISO day in the city's time zone. */
  today: string
}

export type PublicReads = Pick<
  CooperationReads,
  'listCooperation' | 'findCooperation' | 'listEvidence' | 'listEvidenceIn' | 'listStatusEvents' | 'listDeadlines'
>

/**
 * The record as everybody may read it: what was published, and what was entered, by a moment. Every public page reads through it, so that
 * no page can forget it.
 */
export function publicRecord(asOf: Date, needs: PublicReads): PublicReads {
  const at = asOf.toISOString()
  return {
    listCooperation: async (city, kind, filter = {}) =>
      (await needs.listCooperation(city, kind, { ...filter, published: true })).filter(({ publishedAt }) => publishedAt! <= at),
    findCooperation: async (city, kind, number) => {
      const found = await needs.findCooperation(city, kind, number)
      return found?.publishedAt != null && found.publishedAt <= at ? found : null
    },
    listEvidence: async (city, kind, numbers) => {
      const evidence = await needs.listEvidence(city, kind, numbers)
      if (kind !== 'commitment' && kind !== 'assignment') return evidence
      // A place that an event of later rests on was marked with it.
      const events = await needs.listStatusEvents(city, kind, numbers)
      const later = new Set(events.flatMap((event) => (event.enteredAt > at && event.evidence !== null ? [event.evidence.number] : [])))
      return evidence.filter(({ number }) => !later.has(number))
    },
    listEvidenceIn: (city, source) => needs.listEvidenceIn(city, source),
    listStatusEvents: async (city, kind, numbers) =>
      (await needs.listStatusEvents(city, kind, numbers)).filter(({ enteredAt }) => enteredAt <= at),
    listDeadlines: async (city, kind, numbers) => (await needs.listDeadlines(city, kind, numbers)).filter(({ setAt }) => setAt <= at),
  }
}
