/** What a one-time token is for. A token for one thing opens no other. */
export type TokenPurpose =
  | 'sign_in'
  | 'invite'
  | 'reset'
  | 'email_change'
  | 'passkey'
  | 'identity_provider'
  /** The password or the mail was right; the second factor is still asked for. */
  | 'second_factor'

/** A link, a code or a half-finished sign-in, as it is kept: without its secret. */
export interface OneTimeToken {
  id: string
  purpose: TokenPurpose
  /** null where nobody has an account yet. */
  personId: string | null
  codeHash: string | null
  /** What the next step needs to know. */
  content: Readonly<Record<string, unknown>>
  expiresAt: Date
}
