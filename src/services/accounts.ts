import { randomBytes, randomInt } from 'node:crypto'
import { checkPassword, hashPassword } from './passwords.ts'
import { newSecret, readSecret, secretKeyOf, type SecretKey } from './secret-key.ts'
import { newTotpSecret, stepOfCode, totpAddress } from './totp.ts'

export interface AccountServices extends SecretKey {
  /** 256 random bits: session tokens, links, and whatever stands in a cookie. */
  newSecret(): string
  /** Six random digits. */
  newCode(): string
  /** Sixteen characters without those that look alike: 80 bits. */
  newRecoveryCode(): string
  hashPassword(password: string): Promise<string>
  checkPassword(kept: string | null, password: string): Promise<{ right: boolean; outdated: boolean }>
  newTotpSecret(): string
  totpAddress(secret: string, person: string): string
  stepOfCode(secret: string, code: string, now: Date): number | null
}

/** What signing in needs from the world outside: dice, the key of the installation, slow hashes, codes of apps. */
export const accountServices = (configuration: { secretKey: string | null; dataDirectory: string }): AccountServices => ({
  ...secretKeyOf(readSecret(configuration)),
  newSecret,
  newCode: () => String(randomInt(1_000_000)).padStart(6, '0'),
  newRecoveryCode: () => [...randomBytes(16)].map((byte) => recoveryAlphabet[byte % 32]).join(''),
  hashPassword,
  checkPassword,
  newTotpSecret,
  totpAddress,
  stepOfCode,
})

/** 32 characters, so that a random byte chooses each equally often. */
const recoveryAlphabet = '23456789abcdefghijkmnpqrstuvwxyz'
