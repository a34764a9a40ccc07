import type { ProviderClient } from '../actions/accounts/sign-in-at-provider.ts'
import type { PasskeyChecks } from '../actions/accounts/use-passkeys.ts'
import type { IdentityProvider } from '../books/accounts/identity-provider.ts'

/** What signing in by passkey or at a provider, and being forgotten, need from the world outside. */
export interface Proofs {
  passkeys: Omit<PasskeyChecks, 'newSecret'>
  /** Providers of all cities (IDENTITY_PROVIDERS_FILE). */
  providers: readonly IdentityProvider[]
  providerClient: ProviderClient
  /** Writes down, outside the database, that somebody is to stay forgotten. */
  keepErasure(personId: string, at: Date): Promise<void>
}
