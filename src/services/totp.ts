import { Secret, TOTP } from 'otpauth'

const period = 30

const totpOf = (secret: string, label = ''): TOTP => new TOTP({ issuer: 'Bagdar', label, secret: Secret.fromBase32(secret), period })

/** A new secret for an app: 160 bits in Base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code says, for the app. */
export const totpAddress = (secret: string, person: string): string => totpOf(secret, person).toString()

/**
 * The step of time that a code is of: the present one, the one before or the one after, for clocks that differ by half a minute. null:
 * the code is wrong. That a step counts once is for the caller (`useTotpStep`).
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const totp = totpOf(secret)
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : totp.counter({ timestamp: now.getTime() }) + delta
}
