import type { ReportText, TextPart } from '../../../books/reports/report-text.ts'
import type { ReportKind } from '../../../books/reports/report.ts'
import { languages, type Language } from '../../../books/text.ts'
import type { BrokenPlaceholder } from '../../../books/reports/written-texts.ts'
import { link, type Frame } from '../../frame.ts'
import type { Crumb } from '../../parts/crumbs.tsx'
import type { Words } from '../../words.ts'

export const reportPath = (kind: ReportKind, rest = ''): string => `/desk/reports/${kind}${rest}`
export const textPath = (kind: ReportKind, part: TextPart, rest = ''): string => reportPath(kind, `/texts/${part}${rest}`)

/** The way up from a page about a report at the desk. */
export const reportCrumbs = (frame: Frame, kind: ReportKind | null, ...further: Crumb[]): Crumb[] => [
  { label: frame.words.t('common.desk'), href: link(frame, '/desk') },
  { label: frame.words.t('reports.title'), href: link(frame, '/desk/reports') },
  ...(kind === null ? [] : [{ label: frame.words.t(`reports.kind_${kind}`), href: link(frame, reportPath(kind)) }]),
  ...further,
]

/** Languages in which nobody has written the part. */
export const missingIn = (texts: readonly ReportText[], part: TextPart): Language[] => {
  const text = texts.find((one) => one.part === part)?.text ?? {}
  return languages.filter((language) => !text[language])
}

/** Where a placeholder cannot be filled: part, language, as it was written, and why. */
export const brokenWords = ({ part, language, written, why }: BrokenPlaceholder, words: Words): string =>
  words.t('deskReports.broken', {
    part: words.t(`reportTexts.part_${part}`),
    language: words.t(`desk.language_${language}`),
    written,
    why: words.t(`deskReports.broken_${why}`),
  })
