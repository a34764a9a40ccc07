/** What the shell is told. Documented in `bagdar --help`. */
export const exitCodes = {
  done: 0,
  /** The request was understood and refused, or the data has errors. */
  refused: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** Bagdar or something below it broke. */
  fault: 70,
} as const

/** The command line is wrong: which word, and what to write. */
export class UsageError extends Error {}

/** The request cannot be done as asked; the message says what to do. */
export class RefusedError extends Error {
  /** What a program needs to know besides, for `--json`. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(message: string, details: RefusedError['details'] = {}, options?: ErrorOptions) {
    super(message, options)
    this.details = details
  }
}
