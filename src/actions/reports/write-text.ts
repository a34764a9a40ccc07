import type { City } from '../../books/indicators/figure.ts'
import type { Refusal } from '../../books/outcome.ts'
import { mergeFields, type Fields, type Merge } from '../../books/programme/draft/merge-fields.ts'
import type { ReportKind } from '../../books/reports/report.ts'
import { longestText, type ReportText, type TextChange, type TextPart } from '../../books/reports/report-text.ts'
import { languages, type MultilingualText } from '../../books/text.ts'
import type { ReportRecord } from './report-record.ts'

/** Where the history says who wrote a part. */
export const subjectOfText = (kind: ReportKind, part: TextPart): string => `report-text/${kind}/${part}`

/** Nobody writes one part more often. */
const mostChanges = 500

export type WrittenText =
  | { kind: 'done' }
  | { kind: 'wrong'; problems: readonly Refusal[] }
  /** Somebody wrote it meanwhile: what was, what is there now and who wrote it, what this form says, and the two put together. */
  | { kind: 'conflict'; merge: Merge; revision: number; theirs: { by: string | null; at: string } | null }

interface Input {
  city: City
  kind: ReportKind
  part: TextPart
  /** The revision that the form began from. */
  revision: number
  text: Fields
  by: string
  at: Date
}

/**
 * Somebody saves a part of a report. Where it is no longer at the revision the form began from, nothing is written: both changes are put
 * together for her to look at. In a transaction.
 */
export async function writeText(
  { city, kind, part, revision, text, by, at }: Input,
  record: Pick<ReportRecord, 'listReportTexts' | 'keepReportText' | 'addChange' | 'listChanges'>,
): Promise<WrittenText> {
  const problems = languages.flatMap((language): Refusal[] => {
    const length = text[language]?.length ?? 0
    return length > longestText ? [{ code: 'text_too_long', field: `text-${language}`, details: { limit: longestText, length } }] : []
  })
  if (problems.length > 0) return { kind: 'wrong', problems }
  const stored = await findText(city, kind, part, record)
  const now = textOf(text)
  if (stored.revision === revision) {
    if (isSame(stored.text, now)) return { kind: 'done' }
    if (await record.keepReportText(city, kind, { part, text: now, revision })) {
      await record.addChange(city, {
        ...{ at: at.toISOString(), by, action: 'report_text.write', subject: subjectOfText(kind, part) },
        ...{ before: { text: stored.text, revision }, after: { text: now, revision: revision + 1 } },
      })
      return { kind: 'done' }
    }
  }
  const changes = await listTextChanges(city, kind, part, record)
  const began = changes.find((one) => one.after.revision === revision)?.after.text ?? {}
  const theirs = await findText(city, kind, part, record)
  const last = changes[0] ?? null
  return {
    kind: 'conflict',
    merge: mergeFields(fieldsOf(began), fieldsOf(theirs.text), text),
    revision: theirs.revision,
    theirs: last && { by: last.by, at: last.at },
  }
}

/** The part as it stands; nobody has written it: empty, at revision 0. */
export async function findText(
  city: City,
  kind: ReportKind,
  part: TextPart,
  record: Pick<ReportRecord, 'listReportTexts'>,
): Promise<ReportText> {
  return (await record.listReportTexts(city, kind)).find((one) => one.part === part) ?? { part, text: {}, revision: 0 }
}

/** Newest first. */
export async function listTextChanges(
  city: City,
  kind: ReportKind,
  part: TextPart,
  record: Pick<ReportRecord, 'listChanges'>,
): Promise<TextChange[]> {
  const changes = await record.listChanges(city, { subject: subjectOfText(kind, part), offset: 0, limit: mostChanges })
  // Only `writeText` writes them.
  return changes as unknown as TextChange[]
}

/** Languages without words are left out. */
const textOf = (fields: Fields): MultilingualText =>
  Object.fromEntries(languages.flatMap((language) => (fields[language]?.trim() ? [[language, fields[language].trim()]] : [])))

export const fieldsOf = (text: MultilingualText): Fields =>
  Object.fromEntries(languages.map((language) => [language, text[language] ?? '']))

const isSame = (a: MultilingualText, b: MultilingualText): boolean =>
  languages.every((language) => (a[language] ?? '') === (b[language] ?? ''))
