import type { AgreementRow, AgreementView } from '../../books/cooperation/public-views.ts'
import { readSignatureAnswer, type AgreementFile } from '../../books/cooperation/agreement-file.ts'
import { agreementTermOn } from '../../books/cooperation/agreement-term.ts'
import type { PartnerName } from '../../books/cooperation/commitment-view.ts'
import type { CooperationRecord } from '../../books/cooperation/records.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { namePartners } from './name-parties.ts'
import { publicRecord, type PublicInput, type PublicReads } from './public-record.ts'

/** All agreements, the newest first. */
export async function showAgreements({ city, asOf, today }: PublicInput, needs: PublicReads): Promise<AgreementRow[]> {
  const record = publicRecord(asOf, needs)
  const agreements = await record.listCooperation(city, 'agreement')
  const partners = await namePartners(
    city,
    agreements.flatMap(({ content }) => content.parties),
    record,
  )
  return agreements
    .sort((a, b) => b.content.signedOn.localeCompare(a.content.signedOn) || b.number - a.number)
    .map((agreement) => rowOf(agreement, partners, today))
}

type FileReads = Pick<CooperationReads, 'listAgreementFiles' | 'readAgreementFile' | 'listSignatures'>

/** Somebody opens an agreement; null: there is none. */
export async function showAgreement(
  { city, asOf, today, number }: PublicInput & { number: number },
  needs: PublicReads & FileReads,
): Promise<AgreementView | null> {
  const record = publicRecord(asOf, needs)
  const agreement = await record.findCooperation(city, 'agreement', number)
  if (agreement === null) return null
  const [partners, event, files, signatures, partnerships] = await Promise.all([
    namePartners(city, agreement.content.parties, record),
    agreement.content.event === null ? null : record.findCooperation(city, 'event', agreement.content.event),
    needs.listAgreementFiles(city, number),
    needs.listSignatures(city, number),
    record.listCooperation(city, 'partnership', { having: { agreement: number } }),
  ])
  return {
    ...rowOf(agreement, partners, today),
    event,
    files,
    signatures: signatures.map(({ file, verification }) => ({
      file,
      verification: verification && {
        ...{ verifier: verification.verifier, checkedAt: verification.checkedAt },
        isValid: readSignatureAnswer(verification.answer)?.isValid === true,
      },
    })),
    partnerships,
  }
}

/** The signed paper itself, of an agreement that is public; null: there is none. */
export async function readAgreementPaper(
  { city, asOf, number, file }: PublicInput & { number: number; file: number },
  needs: PublicReads & FileReads,
): Promise<{ about: AgreementFile; content: Uint8Array } | null> {
  if ((await publicRecord(asOf, needs).findCooperation(city, 'agreement', number)) === null) return null
  const about = (await needs.listAgreementFiles(city, number)).find((one) => one.number === file)
  const content = about === undefined ? null : await needs.readAgreementFile(city, number, file)
  return about === undefined || content === null ? null : { about, content }
}

const rowOf = (agreement: CooperationRecord<'agreement'>, partners: ReadonlyMap<number, PartnerName>, today: string): AgreementRow => ({
  agreement,
  parties: agreement.content.parties.flatMap((one) => partners.get(one) ?? []),
  term: agreementTermOn(agreement.content, today),
})
