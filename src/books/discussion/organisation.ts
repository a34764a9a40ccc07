import type { MultilingualText } from '../text.ts'

export const organisationKinds = ['association', 'assembly', 'public_council', 'party', 'business', 'other'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** Somebody whom the city has verified; what its members say for it counts as its own, apart from what persons say. */
export interface Organisation {
  id: string
  kind: OrganisationKind
  name: MultilingualText
  /** How it was verified: register and number of the entry. */
  evidence: string
  verifiedAt: string
  endedAt: string | null
}
