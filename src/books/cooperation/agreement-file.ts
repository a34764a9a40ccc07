import type { Outcome, Refusal } from '../outcome.ts'

/** A signed paper as it was scanned. */
export interface AgreementFile {
  number: number
  name: string
  mediaType: string
  sha256: string
  size: number
  /** ISO moment. */
  addedAt: string
}

/** One that was brought by mistake: the desk alone shows it. */
export interface WithdrawnFile extends AgreementFile {
  /** ISO moment. */
  withdrawnAt: string
  reason: string
}

/** A scan of forty pages, well made. */
export const mostMegabytes = 10

/** What a signed paper may be, by the end of its name, and how such a file begins; text has no beginning of its own. */
const paperKinds: Readonly<Record<string, { mediaType: string; begins: string }>> = {
  pdf: { mediaType: 'application/pdf', begins: '%PDF-' },
  jpg: { mediaType: 'image/jpeg', begins: '\xff\xd8\xff' },
  jpeg: { mediaType: 'image/jpeg', begins: '\xff\xd8\xff' },
  png: { mediaType: 'image/png', begins: '\x89PNG' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', begins: 'PK' },
  txt: { mediaType: 'text/plain', begins: '' },
  xml: { mediaType: 'application/xml', begins: '' },
}

/** Ends of the names of such files: `.pdf`. */
export const paperEndings: readonly string[] = Object.keys(paperKinds).map((ending) => `.${ending}`)

const kindOfPaper = (name: string) => paperKinds[name.split('.').at(-1)?.toLowerCase() ?? '']

/**
 * What kind of file a signed paper is, by its name; null: none that is taken.
 *
 * @example
 * paperMediaType('Memorandum.PDF') // => 'application/pdf'
 * paperMediaType('setup.exe') // => null
 */
export const paperMediaType = (name: string): string | null => kindOfPaper(name)?.mediaType ?? null

/** What is wrong with a file that is brought as a signed paper; null: nothing. */
export function paperProblem(name: string, content: Uint8Array): Refusal | null {
  const kind = kindOfPaper(name)
  if (kind === undefined) return { code: 'paper_kind_unknown', details: { known: paperEndings.join(', ') } }
  if (content.length > mostMegabytes * 1_000_000) return { code: 'paper_too_large', details: { most: mostMegabytes } }
  const isWhatItSays = [...kind.begins].every((sign, at) => content[at] === sign.charCodeAt(0))
  return isWhatItSays ? null : { code: 'paper_is_other', details: { value: name } }
}

/**
 * An electronic signature of a file. Bagdar does not verify signatures: a verifier that the city trusts does, and its answer is kept with the
 * signature and the time stamp, because a certificate that is valid today has run out in a year.
 */
export interface Signature {
  /** Number of the file. */
  file: number
  number: number
  signer: string
  /** Of the file as it was signed. */
  fileSha256: string
  /** The signature itself, as the program that made it wrote it (CMS, XML). */
  signature: Uint8Array
  /** Token of a time stamping authority (RFC 3161); null: none. */
  timeStamp: Uint8Array | null
  /** The newest answer of a verifier; null: nobody has verified it. */
  verification: Verification | null
  /** The answers before it, oldest first. */
  earlier: readonly Verification[]
}

/** As it is brought: verified once or not at all. */
export type NewSignature = Omit<Signature, 'number' | 'earlier'>

export interface Verification {
  /** Which verifier, with its version. */
  verifier: string
  /** What it said, as it said it, certificate status included. */
  answer: unknown
  /** ISO moment. */
  checkedAt: string
}

/** A program that verifies signatures, for example of the national certification authority. None comes with Bagdar. */
export interface SignatureVerifier {
  name: string
  /** Refusals  verifier_took_too_long, verifier_failed */
  verify(document: Uint8Array, signature: Pick<Signature, 'signature' | 'timeStamp'>): Promise<Outcome<unknown>>
}

/** A signed paper with its signatures, as the desk shows it: the signatures themselves stay where they are kept. */
export interface OpenPaper extends AgreementFile {
  /** null: it stands. */
  withdrawn: Pick<WithdrawnFile, 'withdrawnAt' | 'reason'> | null
  signatures: ReadonlyArray<
    Pick<Signature, 'number' | 'signer' | 'fileSha256'> & {
      size: number
      hasTimeStamp: boolean
      /** What verifiers answered, oldest first; none: nobody has verified it. */
      answers: ReadonlyArray<{ verifier: string; checkedAt: string; answer: SignatureAnswer | null }>
    }
  >
}

/** What we read of a verifier's answer. */
export interface SignatureAnswer {
  isValid: boolean
  /** Whom the certificate names, and when it says that she signed; '' where it says nothing. */
  signer: string
  signedAt: string
  message: string
}

/**
 * Reads `{"valid": true, "signer": "…", "signedAt": "…", "message": "…"}`; it may say more.
 *
 * @returns null for what does not say whether the signature is valid
 * @example
 * readSignatureAnswer({ valid: false, message: 'revoked' }) // => { isValid: false, signer: '', signedAt: '', message: 'revoked' }
 * readSignatureAnswer({ signer: 'A. Akhmetov' }) // => null
 */
export function readSignatureAnswer(answer: unknown): SignatureAnswer | null {
  if (typeof answer !== 'object' || answer === null) return null
  const { valid, signer, signedAt, message } = answer as Readonly<Record<string, unknown>>
  if (typeof valid !== 'boolean') return null
  const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
  return { isValid: valid, signer: textOf(signer), signedAt: textOf(signedAt), message: textOf(message) }
}
