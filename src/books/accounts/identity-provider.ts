import type { MultilingualText } from '../text.ts'

/** A sign-in service that a city trusts for its own people: what the file of providers says. */
export interface IdentityProvider {
  /** Short and lasting, part of addresses: `almaty-1`. */
  id: string
  /** Slug of the city. What the provider says counts in this city and nowhere else. */
  city: string
  issuer: string
  clientId: string
  clientSecret: string
  name: MultilingualText
  /** Values of `acr` and `amr` with which the provider says that a second factor was asked for. */
  acr: readonly string[]
  amr: readonly string[]
}

/** What a provider has proven: its own name, whom it knows under which subject, and how she signed in there. */
export interface ProvenIdentity {
  issuer: string
  subject: string
  acr: string | null
  amr: readonly string[]
}

/** What is kept between leaving for a provider and coming back; good once. */
export interface ProviderStep {
  provider: string
  state: string
  nonce: string
  verifier: string
}

/** Whether the provider vouches for a second factor, in words that the city has agreed on with it. Without such words it does not. */
export const vouchesForSecondFactor = (
  provider: Pick<IdentityProvider, 'acr' | 'amr'>,
  proven: Pick<ProvenIdentity, 'acr' | 'amr'>,
): boolean => (proven.acr !== null && provider.acr.includes(proven.acr)) || proven.amr.some((one) => provider.amr.includes(one))
