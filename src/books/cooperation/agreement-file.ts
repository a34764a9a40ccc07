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
  /** null: nobody has verified it. */
  verification: Verification | null
}

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
  verify(document: Uint8Array, signature: Pick<Signature, 'signature' | 'timeStamp'>): Promise<unknown>
}
