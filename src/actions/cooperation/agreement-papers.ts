import {
  paperMediaType,
  paperProblem,
  readSignatureAnswer,
  type NewSignature,
  type OpenPaper,
  type Signature,
  type SignatureVerifier,
  type Verification,
} from '../../books/cooperation/agreement-file.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { CooperationReads, CooperationWrites, Doing, PaperWrites } from './cooperation-record.ts'
import type { Written } from './write-record.ts'

type Record = Pick<CooperationReads, 'findCooperation' | 'listAgreementFiles'> &
  PaperWrites &
  Pick<CooperationWrites, 'touchCooperation' | 'addChange'>

export interface BroughtFile {
  name: string
  content: Uint8Array
}

const changeOf = ({ at, by }: Doing, action: string, agreement: number) => ({
  ...{ at: at.toISOString(), by, action, subject: `cooperation/agreement/${agreement}`, before: null },
})

/** The signed papers of an agreement as the desk shows them. */
export async function openPapers(
  city: City,
  agreement: number,
  record: Pick<CooperationReads, 'listAgreementFiles' | 'listWithdrawnFiles' | 'listSignatures'>,
): Promise<OpenPaper[]> {
  const files = (await record.listAgreementFiles(city, agreement)).map((file) => ({ ...file, withdrawn: null }))
  const taken = (await record.listWithdrawnFiles(city, agreement)).map(({ withdrawnAt, reason, ...file }) => ({
    ...file,
    withdrawn: { withdrawnAt, reason },
  }))
  const signatures = await record.listSignatures(city, agreement)
  return [...files, ...taken].map((file) => ({
    ...file,
    signatures: signatures
      .filter((one) => one.file === file.number)
      .map(({ signature, timeStamp, verification, earlier, ...one }) => ({
        ...one,
        size: signature.length,
        hasTimeStamp: timeStamp !== null,
        answers: [...earlier, ...(verification === null ? [] : [verification])].map((given) => ({
          ...given,
          answer: readSignatureAnswer(given.answer),
        })),
      })),
  }))
}

/** A signed paper is put to its agreement; the same one twice is refused. Call it in a transaction. null: no such agreement. */
export async function addPaper(input: Doing & { agreement: number; paper: BroughtFile | null }, record: Record): Promise<Written | null> {
  const { city, at, by, agreement, paper } = input
  if ((await record.findCooperation(city, 'agreement', agreement)) === null) return null
  const refuse = (problem: Refusal): Written => ({ ok: false, problems: [{ ...problem, field: 'paper' }] })
  if (paper === null) return refuse({ code: 'paper_missing' })
  const problem = paperProblem(paper.name, paper.content)
  if (problem !== null) return refuse(problem)
  const file = { name: [...paper.name].slice(-mostLetters).join(''), mediaType: paperMediaType(paper.name)! }
  const { number, isNew } = await record.addAgreementFile(city, agreement, { ...file, content: paper.content, at, by })
  const kept = (await record.listAgreementFiles(city, agreement)).find((one) => one.number === number)!
  if (!isNew) return refuse({ code: 'paper_is_there', details: { name: kept.name, sha256: kept.sha256 } })
  await record.touchCooperation(city)
  await record.addChange(city, { ...changeOf(input, 'cooperation.file', agreement), after: { ...file, number, sha256: kept.sha256 } })
  return { ok: true, number }
}

/** Of a name, by whole characters: its end says what it is. */
const mostLetters = 200
/** A signature with the certificates that it rests on; a time stamp has fewer. */
const mostBytesOfASignature = 1_000_000

export interface SignatureForm {
  /** Number of the file. */
  file: number
  /** Office of who signed. */
  signer: string
  signature: Uint8Array | null
  timeStamp: Uint8Array | null
}

type Ready = { ok: true; signature: NewSignature } | { ok: false; problems: readonly Refusal[] }

/**
 * A signature is looked at, and the verifier asked, before anything is stored: no transaction waits for a program. null: no such agreement.
 *
 * @param input.verifier  null: none is set, and the signature is kept as not verified
 */
export async function prepareSignature(
  input: Pick<Doing, 'city' | 'at'> & { agreement: number; form: SignatureForm; verifier: SignatureVerifier | null },
  record: Pick<CooperationReads, 'findCooperation' | 'listAgreementFiles' | 'readAgreementFile'>,
): Promise<Ready | null> {
  const { city, agreement, form } = input
  if ((await record.findCooperation(city, 'agreement', agreement)) === null) return null
  const file = (await record.listAgreementFiles(city, agreement)).find(({ number }) => number === form.file)
  const { signature, timeStamp } = form
  const signer = form.signer.trim()
  const problems = [
    ...(file === undefined ? [{ code: 'signed_file_missing', field: 'signed-file' }] : []),
    ...(signer === '' ? [{ code: 'field_empty', field: 'signer' }] : []),
    ...(signer.length > mostLetters ? [{ code: 'field_too_long', field: 'signer', details: { most: mostLetters } }] : []),
    ...(signature === null ? [{ code: 'signature_missing', field: 'signature' }] : []),
    ...tooLarge('signature', signature),
    ...tooLarge('time-stamp', timeStamp),
  ]
  if (problems.length > 0 || file === undefined || signature === null) return { ok: false, problems }
  const verified =
    input.verifier && (await verify({ ...input, file: file.number, verifier: input.verifier }, { signature, timeStamp }, record))
  if (verified?.ok === false) return { ok: false, problems: [verified.problem] }
  const verification = verified?.verification ?? null
  return { ok: true, signature: { file: file.number, signer, fileSha256: file.sha256, signature, timeStamp, verification } }
}

const tooLarge = (field: string, content: Uint8Array | null): Refusal[] =>
  content !== null && content.length > mostBytesOfASignature
    ? [{ code: 'paper_too_large', field, details: { most: mostBytesOfASignature / 1_000_000 } }]
    : []

/** The verifier is asked about a signature. Call it outside of a transaction: none waits for a program. */
export async function verify(
  { city, at, agreement, file, verifier }: { city: City; at: Date; agreement: number; file: number; verifier: SignatureVerifier },
  signature: Pick<Signature, 'signature' | 'timeStamp'>,
  record: Pick<CooperationReads, 'readAgreementFile'>,
): Promise<{ ok: true; verification: Verification } | { ok: false; problem: Refusal }> {
  const document = (await record.readAgreementFile(city, agreement, file))!
  const answered = await verifier.verify(document, signature)
  if (!answered.ok) return { ok: false, problem: answered.refusal }
  if (readSignatureAnswer(answered.value) === null) return { ok: false, problem: { code: 'verifier_answer_unknown', field: 'signature' } }
  return { ok: true, verification: { verifier: verifier.name, answer: answered.value, checkedAt: at.toISOString() } }
}

/** A signature that is ready is put to its file. What the certificate says of a person stays out of the history. Call it in a transaction. */
export async function keepSignature(input: Doing & { agreement: number; signature: NewSignature }, record: Record): Promise<number> {
  const { city, agreement, signature } = input
  const number = await record.addSignature(city, agreement, signature)
  const { file, signer, fileSha256, verification } = signature
  const answer = verification && readSignatureAnswer(verification.answer)
  await record.touchCooperation(city)
  await record.addChange(city, {
    ...changeOf(input, 'cooperation.signature', agreement),
    after: { file, number, signer, fileSha256, verifier: verification?.verifier ?? null, isValid: answer?.isValid ?? null },
  })
  return number
}
