import type { Notice } from '../notice.ts'
import { keptNoticesPerCode } from '../notice.ts'
import type { MultilingualText } from '../text.ts'
import type { Release } from './figure.ts'

/** A release with the name of its source. */
export interface ListedRelease {
  release: Release
  sourceName: MultilingualText
}

/** The report of one import: what came in, and everything that was not as it should be. */
export interface ReleaseView extends ListedRelease {
  /** Notices by code: errors first, then the most frequent. */
  groups: readonly NoticeGroup[]
  /** One code opened, page by page; null on the report's first page. */
  opened: NoticePage | null
}

export interface NoticeGroup {
  code: string
  severity: Notice['severity']
  count: number
  /** The first few, as examples. */
  examples: readonly Notice[]
}

export interface NoticePage {
  code: string
  notices: readonly Notice[]
  page: number
  pages: number
  /** All that were counted, and how many of them are kept. */
  count: number
  kept: number
}

export const noticesPerPage = 50
const weight: Readonly<Record<Notice['severity'], number>> = { error: 0, warning: 1, info: 2 }

/** Notices grouped by code, the grave and frequent first. */
export function groupNotices(counts: Readonly<Record<string, number>>, examples: ReadonlyMap<string, readonly Notice[]>): NoticeGroup[] {
  return Object.entries(counts)
    .map(([code, count]): NoticeGroup => {
      const first = examples.get(code) ?? []
      return { code, count, severity: first[0]?.severity ?? 'info', examples: first }
    })
    .sort((a, b) => weight[a.severity] - weight[b.severity] || b.count - a.count || (a.code < b.code ? -1 : 1))
}

/**
 * How many pages the kept notices of one code fill; at least one.
 *
 * @example
 * pagesOf(176) // => 4
 */
export const pagesOf = (count: number): number => Math.max(1, Math.ceil(Math.min(count, keptNoticesPerCode) / noticesPerPage))
