import * as client from 'openid-client'
import type { IdentityProvider, ProvenIdentity, ProviderStep } from '../books/accounts/identity-provider.ts'

/** Seconds that a provider may take for one answer; then the reader is told, and shown the other ways. */
const timeoutSeconds = 5
/** Discovery is read again after this long, so that new keys and addresses of a provider arrive without a restart. */
const discoveryMinutes = 60

export type ProviderAnswer = { kind: 'proven'; identity: ProvenIdentity } | { kind: 'refused' } | { kind: 'down' }

export interface IdentityProviderClient {
  /** Where to send the reader, and what to keep until she is back; null: the provider does not answer. */
  begin(provider: IdentityProvider, returnTo: string): Promise<{ address: string; step: ProviderStep } | null>
  /** What the provider proves to whoever came back to `address`. */
  finish(provider: IdentityProvider, address: URL, step: ProviderStep): Promise<ProviderAnswer>
}

/**
 * OpenID Connect by authorization code with PKCE. The library checks state, nonce, issuer, audience, expiry and, by the provider's published
 * keys, the signature. It follows no redirects and asks only the addresses that the provider's own discovery names.
 */
export function identityProviderClient(): IdentityProviderClient {
  const found = new Map<string, { configuration: client.Configuration; until: number }>()

  async function discover(provider: IdentityProvider): Promise<client.Configuration> {
    const kept = found.get(provider.id)
    if (kept !== undefined && kept.until > performance.now()) return kept.configuration
    const issuer = new URL(provider.issuer)
    const configuration = await client.discovery(issuer, provider.clientId, provider.clientSecret, undefined, {
      timeout: timeoutSeconds,
      execute: [
        // Without this a token that came over TLS would be believed unsigned.
        client.enableNonRepudiationChecks,
        ...(isThisMachine(issuer) ? [client.allowInsecureRequests] : []),
      ],
    })
    found.set(provider.id, { configuration, until: performance.now() + discoveryMinutes * 60_000 })
    return configuration
  }

  return {
    async begin(provider, returnTo) {
      try {
        const configuration = await discover(provider)
        const step = {
          provider: provider.id,
          state: client.randomState(),
          nonce: client.randomNonce(),
          verifier: client.randomPKCECodeVerifier(),
        }
        const address = client.buildAuthorizationUrl(configuration, {
          redirect_uri: returnTo,
          scope: 'openid',
          state: step.state,
          nonce: step.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(step.verifier),
          code_challenge_method: 'S256',
          // Whoever proves herself again does so there too, instead of being waved through by an old session.
          prompt: 'login',
          ...(provider.acr.length > 0 ? { acr_values: provider.acr.join(' ') } : {}),
        })
        return { address: address.href, step }
      } catch {
        return null
      }
    },

    async finish(provider, address, { state, nonce, verifier }) {
      try {
        const configuration = await discover(provider)
        const tokens = await client.authorizationCodeGrant(configuration, address, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) return { kind: 'refused' }
        return {
          kind: 'proven',
          identity: { issuer: claims.iss, subject: claims.sub, acr: textOf(claims['acr']), amr: textsOf(claims['amr']) },
        }
      } catch (error) {
        return { kind: isSilence(error) ? 'down' : 'refused' }
      }
    },
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])

/** A provider in clear is good for trying out on one machine, nowhere else. */
const isThisMachine = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && (hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname))

/** No answer, a late one, or one that is no OpenID Connect: not the reader's doing. */
function isSilence(error: unknown): boolean {
  if (error instanceof client.ClientError) return error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
  return error instanceof TypeError
}
