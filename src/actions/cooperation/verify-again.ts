import { readSignatureAnswer, type Signature, type SignatureVerifier, type Verification } from '../../books/cooperation/agreement-file.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Refusal } from '../../books/outcome.ts'
import { verify } from './agreement-papers.ts'
import type { CooperationReads, CooperationWrites, Doing, PaperWrites } from './cooperation-record.ts'

/** Which signature of which file of which agreement. */
export interface MeantSignature {
  agreement: number
  file: number
  number: number
}

/** A signature of a file that stands or was taken back; null: there is none. */
export const findSignature = async (
  city: City,
  { agreement, file, number }: MeantSignature,
  record: Pick<CooperationReads, 'listSignatures'>,
): Promise<Signature | null> =>
  (await record.listSignatures(city, agreement)).find((one) => one.file === file && one.number === number) ?? null

/**
 * The verifier is asked once more about a signature that is kept: a certificate may have been revoked since, or none was set then. Nothing is
 * stored yet, and no transaction waits. null: no such signature of a file that stands.
 */
export async function askAgain(
  input: Pick<Doing, 'city' | 'at'> & MeantSignature & { verifier: SignatureVerifier | null },
  record: Pick<CooperationReads, 'listAgreementFiles' | 'readAgreementFile' | 'listSignatures'>,
): Promise<{ ok: true; verification: Verification } | { ok: false; problems: readonly Refusal[] } | null> {
  const { city, agreement, file, number, verifier } = input
  const signature = await findSignature(city, input, record)
  if (signature === null || !(await record.listAgreementFiles(city, agreement)).some((one) => one.number === file)) return null
  const field = `signature-${file}-${number}`
  if (verifier === null) return { ok: false, problems: [{ code: 'verifier_missing', field }] }
  const verified = await verify({ ...input, verifier }, signature, record)
  return verified.ok ? verified : { ok: false, problems: [{ ...verified.problem, field }] }
}

/** The answer is put after the ones before, which stay. What the certificate says of a person stays out of the history. Call it in a transaction. */
export async function keepAnswer(
  { city, at, by, agreement, file, number, verification }: Doing & MeantSignature & { verification: Verification },
  record: Pick<PaperWrites, 'addSignatureCheck'> & Pick<CooperationWrites, 'touchCooperation' | 'addChange'>,
): Promise<void> {
  await record.addSignatureCheck(city, agreement, { file, number }, verification)
  await record.touchCooperation(city)
  await record.addChange(city, {
    ...{ at: at.toISOString(), by, action: 'cooperation.signature_check', subject: `cooperation/agreement/${agreement}`, before: null },
    after: { file, number, verifier: verification.verifier, isValid: readSignatureAnswer(verification.answer)?.isValid ?? null },
  })
}
