import { standings, type MayorStatus, type PartnerLine } from '../../books/cooperation/mayor-status.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Language } from '../../books/text.ts'
import { typesetStatus, type StatusSheet } from '../../formats/cooperation/mayor-status-pdf.ts'
import { claimPdfUa } from '../../formats/pdf-ua.ts'
import type { Typesetting } from '../../formats/typesetting.ts'
import { changeWords, nextWords } from '../../pages/desk/cooperation/mayor-status-page.tsx'
import { wordsOf, type Words } from '../../pages/words.ts'
import { showMayorStatus } from './mayor-show.ts'

type Needs = Parameters<typeof showMayorStatus>[1] & { typeset(document: Typesetting): Promise<Uint8Array> }

/** The status of cooperation on one page of A4, as PDF/UA. */
export async function exportMayorStatus(
  input: { city: City; today: string; since: string; language: Language },
  needs: Needs,
): Promise<Uint8Array> {
  const { city, today, since, language } = input
  const status = await showMayorStatus(input, needs)
  const sheet = sheetOf(status, { city: city.name, today, since }, wordsOf(language, city.timeZone))
  return claimPdfUa(await needs.typeset(typesetStatus(sheet)))
}

function sheetOf(
  status: MayorStatus,
  { city, today, since }: { city: City['name']; today: string; since: string },
  words: Words,
): StatusSheet {
  const counts = (line: PartnerLine | MayorStatus['total']): number[] => standings.map((standing) => line[standing])
  return {
    language: words.language,
    title: words.t('office.mayor_title'),
    subtitle: `${words.pick(city)}, ${words.date(today)}`,
    next: nextWords(status, words),
    partners: {
      heading: words.t('office.mayor_partners'),
      columns: [
        words.t('cooperation.kind_partner'),
        ...standings.map((standing) => words.t(`office.standing_${standing}`)),
        words.t('office.next_visit'),
      ],
      rows: status.partners.map((line) => ({
        name: words.pick(line.partner.name),
        counts: counts(line),
        next: line.next === null ? '' : shortDay(line.next.on, words),
      })),
      total: { name: words.t('office.total'), counts: counts(status.total) },
      none: words.t('office.mayor_none'),
      more: (count) => words.t('office.more_partners', { count }),
    },
    changes: {
      heading: words.t('office.changes_since', { date: words.date(since) }),
      lines: status.changes.map((change) => ({ on: words.date(change.on), what: changeWords(change, words) })),
      none: words.t('office.changes_none'),
      more: (count) => words.t('office.more_changes', { count }),
    },
    foot: words.t('office.mayor_foot'),
  }
}

/** 12.12.2026 where the day is known: a column of the page is narrow. */
const shortDay = (on: string, words: Words): string => (on.length === 10 ? on.split('-').toReversed().join('.') : words.period(on))
