import type { Contribution, ContributionKind, ContributionState } from '../../books/discussion/contribution.ts'
import type { ContributionChange, Decision, OfficialAnswer } from '../../books/discussion/official-answer.ts'
import type { Organisation } from '../../books/discussion/organisation.ts'
import type { Participation } from '../../books/discussion/participation.ts'
import type { Anchor } from '../../books/discussion/text/anchor.ts'
import type { Language } from '../../books/text.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** Which contributions; what is left out does not matter. */
export interface ContributionFilter {
  state?: ContributionState
  states?: readonly ContributionState[]
  kind?: ContributionKind
  section?: string
  sentence?: string
  participant?: number
  parent?: number
  /** Replies to any of these. */
  parents?: readonly number[]
  /** Without replies. */
  topLevel?: boolean
  hasAnswer?: boolean
  decision?: Decision
  organisation?: boolean
  numbers?: readonly number[]
}

export interface ContributionPage extends ContributionFilter {
  offset: number
  limit: number
  newestFirst?: boolean
  /** Words that are hidden or held too: for moderators and for their author. */
  everyWord?: boolean
}

export interface NewContribution {
  kind: ContributionKind
  parent: number | null
  participant: number
  organisationId: string | null
  language: Language
  section: string | null
  sentence: string | null
  anchor: Anchor | null
  text: { id: string; text: string }
  wording: { id: string; text: string } | null
  personId: string | null
  channel: Contribution['channel']
  receipt: string | null
  writtenAt: Date
  state: ContributionState
  findings: readonly string[]
}

/** What is said, as the actions need it; `store/people/contributions.ts` and `store/people/participation.ts`. */
export interface ContributionRecord {
  listContributions(city: CityId, consultation: ConsultationId, page: ContributionPage): Promise<Contribution[]>
  countContributions(city: CityId, consultation: ConsultationId, filter?: ContributionFilter): Promise<number>
  countBySentence(
    city: CityId,
    consultation: ConsultationId,
  ): Promise<Array<{ section: string | null; sentence: string | null; count: number; suggestions: number }>>
  findContribution(
    city: CityId,
    consultation: ConsultationId,
    number: number,
    options?: { everyWord?: boolean },
  ): Promise<Contribution | null>
  listAnchors(city: CityId, consultation: ConsultationId): Promise<Array<{ number: number; anchor: Anchor }>>
  listOrganisationsOf(city: CityId, personId: string): Promise<Organisation[]>
  addContribution(city: CityId, consultation: ConsultationId, one: NewContribution): Promise<number>
  keepContributionState(city: CityId, consultation: ConsultationId, number: number, state: ContributionState): Promise<void>
  withdrawContribution(city: CityId, consultation: ConsultationId, number: number, participant: number): Promise<boolean>
  keepContributionAnswer(city: CityId, consultation: ConsultationId, numbers: readonly number[], answer: number | null): Promise<void>
  countParticipation(city: CityId, consultation: ConsultationId): Promise<Participation>
}

/** Who hears by mail how it goes on; `store/people/subscriptions.ts`. */
export interface SubscriptionRecord {
  findSubscription(city: CityId, consultation: ConsultationId, personId: string): Promise<string | null>
  addSubscription(city: CityId, consultation: ConsultationId, personId: string, since: Date): Promise<void>
  endSubscription(city: CityId, consultation: ConsultationId, token: string): Promise<boolean>
}

/** Official answers as public pages show them; `store/official-answers.ts`. */
export interface AnswersRecord {
  listAnswers(city: CityId, consultation: ConsultationId): Promise<OfficialAnswer[]>
  listChangesOfContributions(city: CityId, consultation: ConsultationId): Promise<ContributionChange[]>
}
