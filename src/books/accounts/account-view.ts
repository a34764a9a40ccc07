import type { MistakeReport } from '../indicators/mistake-report.ts'
import type { Language, MultilingualText } from '../text.ts'
import type { Factors } from './person.ts'
import type { Role } from './role.ts'

/** What somebody sees on the page of her own account. */
export interface AccountView {
  name: string
  email: string
  language: Language
  factors: Factors
  /** Cities in which she has a role. */
  desks: ReadonlyArray<{ slug: string; name: MultilingualText; roles: readonly Role[] }>
  /** Providers that know her, and those that she could link: of her own cities. */
  providers: ReadonlyArray<{ id: string; name: MultilingualText; linkedAt: string | null }>
  reports: ReadonlyArray<MistakeReport & { city: { slug: string; name: MultilingualText } }>
}
