import {
  vouchesForSecondFactor,
  type IdentityProvider,
  type ProvenIdentity,
  type ProviderStep,
} from '../../books/accounts/identity-provider.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { Language } from '../../books/text.ts'
import { findInvitation, giveRole } from './accept-invitation.ts'
import type { AccountNeeds, AccountRecord } from './account-needs.ts'
import { beginSession, passFirstFactor, type Browser, type SignInStep } from './begin-session.ts'

/** Minutes that somebody may take at the provider. */
const minutesAtProvider = 15

export interface ProviderRecord extends AccountRecord {
  findCity(slug: string): Promise<City | null>
  findPersonByIdentity(identity: { issuer: string; subject: string }): Promise<string | null>
  addIdentity(personId: string, identity: { issuer: string; subject: string }, at: Date): Promise<boolean>
}

/** The provider's side (`services/identity-provider.ts`). */
export interface ProviderClient {
  begin(provider: IdentityProvider, returnTo: string): Promise<{ address: string; step: ProviderStep } | null>
  finish(
    provider: IdentityProvider,
    address: URL,
    step: ProviderStep,
  ): Promise<{ kind: 'proven'; identity: ProvenIdentity } | { kind: 'refused' } | { kind: 'down' }>
}

export interface ProviderNeeds extends AccountNeeds {
  record: ProviderRecord
}

/** Why somebody goes to a provider, and where she wants to be afterwards. */
export interface Errand {
  /** Links the identity to this person, who is signed in; null: signs in. */
  linkTo: string | null
  /** Secret of the invitation that is taken up by signing in. */
  invitation: string | null
  to: string
  language: Language
}

/**
 * Sends somebody to a provider. What must be known when she comes back is kept here, under a secret for a cookie of her browser: an answer
 * that was fished out of another browser opens nothing.
 */
export async function beginAtProvider(
  provider: IdentityProvider,
  returnTo: string,
  errand: Errand,
  client: ProviderClient,
  { record, services, now }: ProviderNeeds,
): Promise<Outcome<{ address: string; secret: string }>> {
  const begun = await client.begin(provider, returnTo)
  if (begun === null) return refuse('provider_down')
  const secret = services.newSecret()
  await record.addToken({
    id: record.newId(),
    purpose: 'identity_provider',
    personId: errand.linkTo,
    secret,
    content: { ...begun.step, ...errand },
    createdAt: now,
    expiresAt: new Date(now.getTime() + minutesAtProvider * 60_000),
  })
  return done({ address: begun.address, secret })
}

/** Somebody has come back: what was kept for her, used up whatever comes of it. null: too late, used, or for another provider. */
export async function takeErrand(
  provider: IdentityProvider,
  secret: string,
  { record, now }: Omit<ProviderNeeds, 'services'>,
): Promise<{ errand: Errand; step: ProviderStep } | null> {
  const token = await record.findToken('identity_provider', secret, now)
  if (token === null || !(await record.useToken(token.id, now))) return null
  const content = token.content as unknown as Errand & ProviderStep
  return content.provider === provider.id ? { errand: content, step: content } : null
}

/**
 * Signs in whom the provider has proven. An identity that nobody has linked opens nothing, whatever address it claims; from the page of an
 * invitation it makes a new account. The session reaches the provider's city and no other. Call it in a transaction.
 */
export async function signInWithIdentity(
  { provider, identity, errand }: { provider: IdentityProvider; identity: ProvenIdentity; errand: Errand },
  browser: Browser,
  needs: ProviderNeeds,
): Promise<Outcome<SignInStep>> {
  const { record } = needs
  const city = await record.findCity(provider.city)
  if (city === null) return refuse('provider_without_city')
  const known = await record.findPersonByIdentity(identity)
  const joined = known === null ? await joinByInvitation({ city, identity, errand }, needs) : done(known)
  if (!joined.ok) return joined
  const person = await record.findPerson(joined.value)
  if (person === null || person.email === null || person.disabledAt !== null) return refuse('account_disabled')
  if (!vouchesForSecondFactor(provider, identity))
    return await passFirstFactor({ person, method: 'identity_provider', to: errand.to, cityId: city.id }, browser, needs)
  const token = await beginSession({ person, method: 'identity_provider', secondFactor: true, cityId: city.id }, browser, needs)
  return done({ step: 'signed_in', token, person })
}

async function joinByInvitation(
  { city, identity, errand }: { city: City; identity: ProvenIdentity; errand: Errand },
  needs: ProviderNeeds,
): Promise<Outcome<string>> {
  const { record, now } = needs
  if (errand.invitation === null) return refuse('provider_unknown_person')
  const invitation = await findInvitation(errand.invitation, needs)
  // A provider introduces people to its own city only.
  if (invitation === null || invitation.city.id !== city.id) return refuse('provider_invitation_over')
  if (invitation.person !== null) return refuse('provider_account_exists')
  if (!(await record.useToken(invitation.tokenId, now))) return refuse('provider_invitation_over')
  const id = record.newId()
  const { email, name } = invitation
  const person = await record.addPerson({ id, email, name, language: errand.language, createdAt: now })
  if (person.id !== id) return refuse('provider_account_exists')
  if (!(await record.addIdentity(id, identity, now))) return refuse('provider_known')
  await giveRole(invitation, id, needs)
  return done(id)
}

/** Links an identity to whoever is signed in. Another person may have it already, and keeps it. */
export async function linkIdentity(
  { personId, identity }: { personId: string; identity: ProvenIdentity },
  { record, now }: Pick<ProviderNeeds, 'record' | 'now'>,
): Promise<Outcome<null>> {
  const owner = await record.findPersonByIdentity(identity)
  if (owner === personId) return done(null)
  if (owner !== null || !(await record.addIdentity(personId, identity, now))) return refuse('provider_known')
  return done(null)
}
