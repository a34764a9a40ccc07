import { challengeMinutes, namePasskey, type Passkey, type PasskeyKey, type RelyingParty } from '../../books/accounts/passkey.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { AccountRecord } from './account-needs.ts'

/** The record of passkeys and of the challenges that are out. */
export interface PasskeyRecord extends Pick<AccountRecord, 'newId' | 'findPerson' | 'addToken' | 'findToken' | 'useToken'> {
  listPasskeys(personId: string): Promise<Passkey[]>
  findPasskey(id: string): Promise<PasskeyKey | null>
  addPasskey(passkey: Omit<PasskeyKey, 'createdAt' | 'lastUsedAt'> & { createdAt: Date }): Promise<boolean>
  usePasskey(id: string, counter: number, at: Date): Promise<boolean>
  renamePasskey(personId: string, id: string, name: string): Promise<boolean>
  removePasskey(personId: string, id: string): Promise<boolean>
}

/** What is asked of browsers and how their answers are checked (`services/passkeys.ts`). */
export interface PasskeyChecks {
  newSecret(): string
  askForNewPasskey(input: {
    party: RelyingParty
    person: { id: string; name: string; email: string }
    existing: readonly string[]
  }): Promise<PasskeyQuestion>
  checkNewPasskey(input: {
    party: RelyingParty
    challenge: string
    answer: unknown
  }): Promise<Pick<PasskeyKey, 'id' | 'publicKey' | 'counter' | 'transports'> | null>
  askForPasskey(input: { party: RelyingParty; allowed: readonly string[] }): Promise<PasskeyQuestion>
  checkPasskey(input: { party: RelyingParty; challenge: string; answer: unknown; key: PasskeyKey }): Promise<number | null>
}

interface PasskeyQuestion {
  options: unknown
  challenge: string
}

export interface Needs {
  record: PasskeyRecord
  checks: PasskeyChecks
  now: Date
}

/** What goes to the browser: options for its passkey call, and a secret under which the challenge is kept here. */
export interface PasskeyStart {
  step: string
  options: unknown
}

/** Somebody who is signed in begins to add a passkey. */
export async function beginNewPasskey(personId: string, party: RelyingParty, needs: Needs): Promise<PasskeyStart | null> {
  const { record, checks } = needs
  const person = await record.findPerson(personId)
  if (person === null) return null
  const existing = (await record.listPasskeys(personId)).map(({ id }) => id)
  const { options, challenge } = await checks.askForNewPasskey({ party, person: { ...person, email: person.email ?? '' }, existing })
  return { options, step: await keepChallenge('register', challenge, personId, needs) }
}

/** The browser has made the passkey: it is checked and kept under the name that its owner gave it. */
export async function addNewPasskey(
  input: { personId: string; party: RelyingParty; step: string; answer: string; name: string },
  needs: Needs,
): Promise<Outcome<{ name: string }>> {
  const { record, checks, now } = needs
  const name = namePasskey(input.name)
  if (!name.ok) return name
  const challenge = await takeChallenge('register', input.step, input.personId, needs)
  if (challenge === null) return refuse('passkey_too_late')
  const made = await checks.checkNewPasskey({ party: input.party, challenge, answer: parsed(input.answer) })
  if (made === null) return refuse('passkey_not_made')
  const added = await record.addPasskey({ ...made, personId: input.personId, name: name.value, createdAt: now })
  return added ? done({ name: name.value }) : refuse('passkey_known')
}

/** Somebody wants to prove who she is with a passkey; `personId` where we know already who it should be. */
export async function beginPasskeySignIn(personId: string | null, party: RelyingParty, needs: Needs): Promise<PasskeyStart> {
  const allowed = personId === null ? [] : (await needs.record.listPasskeys(personId)).map(({ id }) => id)
  const { options, challenge } = await needs.checks.askForPasskey({ party, allowed })
  return { options, step: await keepChallenge('sign_in', challenge, personId, needs) }
}

/**
 * Who has proven herself with a passkey. It was unlocked by her finger, face or code, so it counts as both factors: what she has, and what
 * she is or knows. The challenge is used up whatever comes of it.
 */
export async function provePasskey(
  input: { personId: string | null; party: RelyingParty; step: string; answer: string },
  needs: Needs,
): Promise<Outcome<{ personId: string }>> {
  const { record, checks, now } = needs
  const challenge = await takeChallenge('sign_in', input.step, input.personId, needs)
  if (challenge === null) return refuse('passkey_too_late')
  const answer = parsed(input.answer)
  const key = await record.findPasskey(idOf(answer))
  if (key === null) return refuse('passkey_unknown')
  if (input.personId !== null && key.personId !== input.personId) return refuse('passkey_of_another')
  const counter = await checks.checkPasskey({ party: input.party, challenge, answer, key })
  if (counter === null || !(await record.usePasskey(key.id, counter, now))) return refuse('passkey_not_proven')
  const person = await record.findPerson(key.personId)
  if (person === null || person.email === null || person.disabledAt !== null) return refuse('passkey_not_proven')
  return done({ personId: key.personId })
}

async function keepChallenge(use: 'register' | 'sign_in', challenge: string, personId: string | null, { record, checks, now }: Needs) {
  const secret = checks.newSecret()
  await record.addToken({
    id: record.newId(),
    purpose: 'passkey',
    personId,
    secret,
    content: { use, challenge },
    createdAt: now,
    expiresAt: new Date(now.getTime() + challengeMinutes * 60_000),
  })
  return secret
}

/** The challenge behind a secret, used up by this; null: there is none, it is too old, was used, or was for something or somebody else. */
async function takeChallenge(use: string, step: string, personId: string | null, { record, now }: Needs): Promise<string | null> {
  const token = await record.findToken('passkey', step, now)
  if (token === null || !(await record.useToken(token.id, now))) return null
  return token.content['use'] === use && token.personId === personId ? String(token.content['challenge']) : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const idOf = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string' ? answer.id : ''
