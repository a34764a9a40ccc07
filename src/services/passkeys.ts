import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { challengeMinutes, type PasskeyKey, type RelyingParty } from '../books/accounts/passkey.ts'

/** What a browser is asked, as JSON for `@simplewebauthn/browser`, and the challenge that its answer must carry. */
export interface PasskeyQuestion {
  options: unknown
  challenge: string
}

const timeout = challengeMinutes * 60_000

/** Asks for a new passkey: one that the device keeps under the person's name and gives away only to whoever unlocks it. */
export async function askForNewPasskey(input: {
  party: RelyingParty
  person: { id: string; name: string; email: string }
  existing: readonly string[]
}): Promise<PasskeyQuestion> {
  const options = await generateRegistrationOptions({
    rpName: 'Bagdar',
    rpID: input.party.id,
    userID: new Uint8Array(Buffer.from(input.person.id.replaceAll('-', ''), 'hex')),
    userName: input.person.email,
    userDisplayName: input.person.name,
    timeout,
    attestationType: 'none',
    excludeCredentials: input.existing.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { options, challenge: options.challenge }
}

/** What the browser made, checked; null: it does not answer this question, or it is not for this site. */
export async function checkNewPasskey(input: {
  party: RelyingParty
  challenge: string
  answer: unknown
}): Promise<Pick<PasskeyKey, 'id' | 'publicKey' | 'counter' | 'transports'> | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: input.answer as RegistrationResponseJSON,
      expectedChallenge: input.challenge,
      expectedOrigin: input.party.origin,
      expectedRPID: input.party.id,
      requireUserVerification: true,
    })
    if (!verified) return null
    const { id, publicKey, counter, transports } = registrationInfo.credential
    return { id, publicKey, counter, transports: transports ?? [] }
  } catch {
    return null // the library throws for whatever does not fit: origin, challenge, format, verification
  }
}

/** Asks for a passkey: any that this site knows, or one of those named. */
export async function askForPasskey(input: { party: RelyingParty; allowed: readonly string[] }): Promise<PasskeyQuestion> {
  const options = await generateAuthenticationOptions({
    rpID: input.party.id,
    timeout,
    userVerification: 'required',
    ...(input.allowed.length === 0 ? {} : { allowCredentials: input.allowed.map((id) => ({ id })) }),
  })
  return { options, challenge: options.challenge }
}

/** The new counter of a passkey that has proven itself and its owner; null: it has not. */
export async function checkPasskey(input: {
  party: RelyingParty
  challenge: string
  answer: unknown
  key: PasskeyKey
}): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: input.answer as AuthenticationResponseJSON,
      expectedChallenge: input.challenge,
      expectedOrigin: input.party.origin,
      expectedRPID: input.party.id,
      requireUserVerification: true,
      credential: { id: input.key.id, publicKey: new Uint8Array(input.key.publicKey), counter: input.key.counter },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}
