import type { City, Release } from '../books/indicators/figure.ts'
import type { ListedRelease } from '../books/indicators/release-view.ts'
import { writeAtom, type FeedEntry } from '../formats/atom.ts'
import { link, type Frame } from '../pages/frame.ts'
import { broughtWords, noticeWords } from '../pages/releases/release-list-page.tsx'
import { showReleases, type Needs } from './show-releases.ts'

/** As many as a feed reader needs to catch up. */
const newest = 50

/** Somebody follows the city's record: the newest releases as an Atom feed in the reader's language. */
export async function writeChangesFeed(
  { frame, city, asOf }: { frame: Frame; city: City; asOf: Date },
  needs: Pick<Needs, 'listReleases' | 'listSources'>,
): Promise<string> {
  const { words, publicUrl } = frame
  const releases = await showReleases({ city, asOf }, needs)
  const self = publicUrl + link(frame, '/feed.atom')
  return writeAtom({
    id: self,
    title: words.t('releases.feedTitle', { city: words.pick(city.name) }),
    language: words.language,
    self,
    page: publicUrl + link(frame, '/releases'),
    author: words.t('common.brand'),
    entries: releases.slice(0, newest).map((listed) => entryOf(frame, listed)),
  })
}

function entryOf(frame: Frame, { release, sourceName }: ListedRelease): FeedEntry {
  const { words, publicUrl } = frame
  const page = publicUrl + link(frame, `/releases/${release.number}`)
  const published = release.publishedAt ?? release.recordedAt
  return {
    id: page,
    title: titleOf(frame, release),
    page,
    published,
    updated: release.withdrawnAt ?? published,
    summary: words.t('releases.feedSummary', {
      source: words.pick(sourceName) || release.source || words.t('releases.several'),
      observations: broughtWords(release, words),
      notices: noticeWords(release, words),
    }),
  }
}

function titleOf({ words }: Frame, release: Release): string {
  const title = words.pick(release.title) || words.t('releases.releaseTitle', { number: String(release.number) })
  return release.withdrawnAt === null ? title : words.t('releases.feedWithdrawn', { title })
}
