import type { Contribution, ContributionState } from '../../books/discussion/contribution.ts'
import type { ContributionFilter, ContributionPage, NewContribution } from '../../books/discussion/contribution-filter.ts'
import type { ContributionChange, OfficialAnswer } from '../../books/discussion/official-answer.ts'
import type { Organisation } from '../../books/discussion/organisation.ts'
import type { Participation } from '../../books/discussion/participation.ts'
import type { Anchor } from '../../books/discussion/text/anchor.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

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
