import type { PartialDate } from './partial-date.ts'

/** What the tests and flags ask of a commitment. */
export interface TestedCommitment {
  /** Who promised: a group without a name ("business people of both countries") cannot be held to it. */
  by: ReadonlyArray<{ kind: string }>
  due: PartialDate
  owner: string
  /** By what one will see that it is done: a report with its page, a signed paper, a number. */
  formOfCompletion: boolean
  isForAbsentParty: boolean
  isJurisdictionUnclear: boolean
  /** What it costs or who pays. */
  hasResources: boolean
}

export const commitmentFlags = ['for_absent_party', 'jurisdiction_unclear', 'no_date', 'no_owner'] as const
export type CommitmentFlag = (typeof commitmentFlags)[number]

/** What a reader should know before she counts on it. */
export const flagsOf = ({
  isForAbsentParty,
  isJurisdictionUnclear,
  due,
  owner,
}: Pick<TestedCommitment, 'isForAbsentParty' | 'isJurisdictionUnclear' | 'due' | 'owner'>): CommitmentFlag[] => [
  ...(isForAbsentParty ? (['for_absent_party'] as const) : []),
  ...(isJurisdictionUnclear ? (['jurisdiction_unclear'] as const) : []),
  ...(due === '' ? (['no_date'] as const) : []),
  ...(owner.trim() === '' ? (['no_owner'] as const) : []),
]

export const smartTests = ['specific', 'measurable', 'achievable', 'resource_based', 'time_based'] as const
export type SmartTest = (typeof smartTests)[number]

/**
 * The five tests of a voluntary commitment, each answered from what is written down, none by opinion.
 *
 * - specific: everybody who promised has a name
 * - measurable: it is said by what one will see that it is done
 * - achievable: who promised was there, and may decide it
 * - resource-based: it is said what it costs or who pays
 * - time-based: there is a date
 *
 * Source  UN DESA, SDG Actions Platform, SMART criteria.
 */
export function smartTestsOf(commitment: TestedCommitment): Record<SmartTest, boolean> {
  return {
    specific: commitment.by.length > 0 && commitment.by.every(({ kind }) => kind !== 'group'),
    measurable: commitment.formOfCompletion,
    achievable: !commitment.isForAbsentParty && !commitment.isJurisdictionUnclear,
    resource_based: commitment.hasResources,
    time_based: commitment.due !== '',
  }
}
