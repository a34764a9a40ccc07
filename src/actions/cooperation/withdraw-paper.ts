import type { CooperationReads, CooperationWrites, Doing, PaperWrites } from './cooperation-record.ts'
import type { Written } from './write-record.ts'

type Record = Pick<CooperationReads, 'findCooperation' | 'listAgreementFiles'> &
  Pick<PaperWrites, 'withdrawAgreementFile'> &
  Pick<CooperationWrites, 'touchCooperation' | 'addChange'>

/**
 * A file that was brought by mistake is taken back: readers no longer find it, staff see it with the reason, its signatures stay with it.
 * Call it in a transaction. null: no such agreement.
 */
export async function withdrawPaper(
  input: Doing & { agreement: number; file: number; reason: string },
  record: Record,
): Promise<Written | null> {
  const { city, at, by, agreement, file } = input
  if ((await record.findCooperation(city, 'agreement', agreement)) === null) return null
  const before = (await record.listAgreementFiles(city, agreement)).find(({ number }) => number === file)
  const reason = input.reason.trim()
  const notThere = { code: 'taken_back_missing', field: 'paper-which' }
  const problems = [
    ...(before === undefined ? [notThere] : []),
    ...(reason === '' ? [{ code: 'reason_empty', field: 'paper-reason' }] : []),
  ]
  if (before === undefined || problems.length > 0) return { ok: false, problems }
  if (!(await record.withdrawAgreementFile(city, agreement, file, { at, reason }))) return { ok: false, problems: [notThere] }
  await record.touchCooperation(city)
  await record.addChange(city, {
    ...{ at: at.toISOString(), by, action: 'cooperation.file_withdraw', subject: `cooperation/agreement/${agreement}` },
    ...{ before: { number: file, name: before.name, sha256: before.sha256 }, after: { reason } },
  })
  return { ok: true, number: file }
}
