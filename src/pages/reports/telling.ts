import { dayIn } from '../../books/as-of.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Block, Line, Part, Report, ReportKind } from '../../books/reports/report.ts'
import type { Finding } from '../../books/reports/finding.ts'
import type { ReportedFigure } from '../../books/reports/reported-figure.ts'
import type { WrittenTexts } from '../../books/reports/written-texts.ts'
import { link } from '../frame.ts'
import { figurePath } from '../indicators/series-words.ts'
import { shownValue } from '../indicators/shown-value.ts'
import type { Words } from '../words.ts'

/** In which language and of which city and day a report tells. */
export interface Telling {
  words: Words
  city: City
  /** The day whose record is told (ISO). */
  day: string
  /** The day that its links open, on paper the same; null: a page of today leads to pages of today. */
  asOf: string | null
  /** What staff wrote for it; null: the report of figures alone, as everybody can have it at any time. */
  written: WrittenTexts | null
}

export const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text })
export const paragraph = (...text: Line): Block => ({ kind: 'paragraph', text })
export const note = (...text: Line): Block => ({ kind: 'note', text })
export const fine = (text: string): Part => ({ text, fine: true })
export const strong = (text: string): Part => ({ text, strong: true })

/** A list, or nothing where it has no items. */
export const listOf = (items: readonly Line[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }])

/** A report with what stands on all of them: title, city, day. */
export function reportOf(
  { words, city, day }: Telling,
  kind: ReportKind,
  { about, ...rest }: { about: string; hasContents?: boolean; blocks: readonly Block[]; findings: readonly Finding[] },
): Report {
  const title = words.t(`reports.kind_${kind}`)
  return {
    hasContents: false,
    ...rest,
    kind,
    language: words.language,
    title,
    subtitle: words.t('reports.subtitle', { city: words.pick(city.name), about }),
    asOf: day,
    foot: words.t('reports.foot', { title, city: words.pick(city.name), date: words.date(day) }),
  }
}

/** A figure that opens, with the day on which it came out; a gap and a dispute are said in words, and open too. */
export function figurePart(telling: Telling, figure: ReportedFigure): Part {
  const { words } = telling
  const text = figure.value !== null ? shownValue(words, figure.value) : words.t(figure.disputed ? 'indicators.disputed' : 'indicator.gap')
  return {
    text,
    href: link(telling, figurePath(figure.series, figure.timePeriod)),
    ...(figure.releasedAt === null ? {} : { released: shortDay(telling, figure.releasedAt) }),
  }
}

/** 26.02.2026 on the city's own calendar: a column is narrow. */
export function shortDay({ words, city }: Telling, moment: string): string {
  const day = dayIn(city.timeZone, new Date(moment))
  return words.language === 'en' ? englishDay.format(new Date(`${day}T00:00:00Z`)) : day.split('-').toReversed().join('.')
}
const englishDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A difference with its sign. */
export const signed = (words: Words, value: string): string => (/^-|^0*\.?0*$/.test(value) ? '' : '+') + words.decimal(value)

/** Where something is written: the site that says so where it is known. */
export const cited = (text: string, url: string | null): Part => (url === null ? { text } : { text, href: url })
