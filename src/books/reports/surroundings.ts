import type { MultilingualText } from '../text.ts'
import type { Agreement } from '../cooperation/records.ts'

/** What a review says besides figures: who was asked, and with whom the city works. Only what is public. */
export interface Surroundings {
  consultations: ReadonlyArray<{
    number: number
    title: MultilingualText
    /** ISO days. */
    opensOn: string
    closesOn: string
    people: number
    contributions: number
    suggestions: number
    answered: number
  }>
  agreements: ReadonlyArray<{
    number: number
    title: MultilingualText
    kind: Agreement['kind']
    signedOn: string
    parties: readonly MultilingualText[]
  }>
}
