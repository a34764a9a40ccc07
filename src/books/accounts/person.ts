import type { Language } from '../text.ts'

/** Somebody with an account. Only `store/people.ts` reads and writes it, and only the person herself and whoever manages people see it. */
export interface Person {
  id: string
  /** null after erasure. */
  email: string | null
  name: string
  language: Language
  createdAt: Date
  /** May not sign in any more. */
  disabledAt: Date | null
}

/** What a person can prove with who she is. */
export interface Factors {
  password: boolean
  totp: boolean
  passkeys: number
  /** Recovery codes that were not used yet. */
  recoveryCodes: number
}

/** A code of an app, or a passkey: what is asked after the password or the mail. */
export const hasSecondFactor = (factors: Pick<Factors, 'totp' | 'passkeys'>): boolean => factors.totp || factors.passkeys > 0
