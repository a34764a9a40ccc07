/** What a rule for groups of tourists asks. null or false: it asks nothing. */
export interface Scheme {
  least: number | null
  most: number | null
  /** Days of the trip, those of entry and exit counted. */
  maxDays: number | null
  /** States whose citizens it is for, all of one group alike; empty: every state. */
  nationalities: readonly string[]
  sameNationality: boolean
  sameDocumentType: boolean
  sameEntryAndExit: boolean
  leaderRequired: boolean
  /** Hours before entry by which the list is handed in. */
  noticeHours: number | null
  /** The passport is valid for so many months after the entry or the exit; 0: until then. */
  validity: { months: number; after: 'entry' | 'exit' }
  blankPages: number | null
}

export interface ReadyScheme extends Scheme {
  id: 'russia_china' | 'india_landing' | 'own'
  /** Where it is published, and the day it was read there or dated. null: the user fills it in. */
  source: { title: string; url: string; on: string } | null
}

const asksNothing: Scheme = {
  ...{ least: null, most: null, maxDays: null, nationalities: [], sameNationality: false, sameDocumentType: false },
  ...{ sameEntryAndExit: false, leaderRequired: false, noticeHours: null, validity: { months: 0, after: 'exit' }, blankPages: null },
}

/**
 * Rules as they were published; whoever uses one checks it first. What a source does not say, a rule does not ask.
 *
 * Russia and China: 5 to 50 persons, 15 days, with somebody of the tour operator, in and out as one group. A change to three persons and 21
 * days was being negotiated in 2023, and is not in force as far as the source knows.
 */
export const readySchemes: readonly ReadyScheme[] = [
  {
    ...asksNothing,
    ...{ id: 'russia_china', least: 5, most: 50, maxDays: 15, nationalities: ['RUS', 'CHN'], sameNationality: true },
    ...{ sameEntryAndExit: true, leaderRequired: true },
    source: {
      title: 'Interfax: Russia, China resume agreement on visa-free group trips (agreement of 29 February 2000)',
      ...{ url: 'https://interfax.com/newsroom/top-stories/88102/', on: '2023-02-20' },
    },
  },
  {
    ...asksNothing,
    ...{ id: 'india_landing', least: 4, maxDays: 60, sameEntryAndExit: true, noticeHours: 72 },
    source: {
      title: 'Bureau of Immigration, India: Temporary Landing Permit',
      ...{ url: 'https://boi.gov.in/content/temporary-landing-permit', on: '2026-11-23' },
    },
  },
  { ...asksNothing, id: 'own', source: null },
]
