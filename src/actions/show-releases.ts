import type { City, Release } from '../books/indicators/figure.ts'
import { makeLabels } from '../books/indicators/labelled-series.ts'
import {
  groupNotices,
  noticesPerPage,
  pagesOf,
  type ListedRelease,
  type NoticePage,
  type ReleaseView,
} from '../books/indicators/release-view.ts'
import { keptNoticesPerCode } from '../books/notice.ts'
import { done, refuse, type Outcome } from '../books/outcome.ts'
import type { CityRecord } from './record.ts'

export type Needs = Pick<CityRecord, 'listReleases' | 'listSources' | 'findRelease' | 'listNotices'>

/** Somebody looks through the releases: newest first, withdrawn ones too. */
export async function showReleases(
  { city, asOf }: { city: City; asOf: Date },
  needs: Pick<Needs, 'listReleases' | 'listSources'>,
): Promise<ListedRelease[]> {
  const [releases, sources] = await Promise.all([needs.listReleases(city, asOf), needs.listSources(city, asOf)])
  const labels = makeLabels([], [], sources)
  return releases.map((release) => ({ release, sourceName: release.source === null ? {} : labels.source(release.source) }))
}

export interface ReleaseInput {
  city: City
  number: number
  /** The notice code to open, and its page from 1. */
  code: string | null
  page: number
  /** Whether the reader may see a draft: it is no part of the record yet. */
  drafts: boolean
  asOf: Date
}

const examplesPerCode = 3

/** Somebody reads the report of one import. */
export async function showRelease({ city, number, code, page, drafts, asOf }: ReleaseInput, needs: Needs): Promise<Outcome<ReleaseView>> {
  const release = await needs.findRelease(city, number)
  if (release === null || (release.status === 'draft' && !drafts)) return refuse('release_not_found')
  if (code !== null && !Object.hasOwn(release.noticeCounts, code)) return refuse('notice_code_not_found')

  const codes = Object.keys(release.noticeCounts)
  const examples = await Promise.all(
    codes.map(async (one) => [one, await needs.listNotices(city, release.id, { code: one, offset: 0, limit: examplesPerCode })] as const),
  )
  const sources = await needs.listSources(city, asOf)
  return done({
    release,
    sourceName: release.source === null ? {} : makeLabels([], [], sources).source(release.source),
    groups: groupNotices(release.noticeCounts, new Map(examples)),
    opened: code === null ? null : await openCode(city, release, code, page, needs),
  })
}

async function openCode(city: City, release: Release, code: string, wanted: number, needs: Needs): Promise<NoticePage> {
  const count = release.noticeCounts[code] ?? 0
  const pages = pagesOf(count)
  const page = Math.min(Math.max(1, wanted), pages)
  const notices = await needs.listNotices(city, release.id, { code, offset: (page - 1) * noticesPerPage, limit: noticesPerPage })
  return { code, notices, page, pages, count, kept: Math.min(count, keptNoticesPerCode) }
}
