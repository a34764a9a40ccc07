/**
 * A file that cannot be read as what it claims to be. `code` has words in every language (`notices`), with `details`; the message is
 * the same in English, for those who use a reader on its own: which file, where in it, what is wrong.
 */
export class FormatError extends Error {
  readonly code: string
  /** Offset in bytes (binary files) or line (text files); null when it is about the whole file. */
  readonly position: number | null
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: string, message: string, position: number | null = null, details: FormatError['details'] = {}) {
    super(message)
    this.name = 'FormatError'
    this.code = code
    this.position = position
    this.details = details
  }
}
