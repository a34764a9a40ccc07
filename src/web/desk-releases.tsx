import type { Hono } from 'hono'
import { discardDraftRelease, findHandled, publishDraft, showDeskReleases, withdraw } from '../actions/desk-data/handle-releases.ts'
import type { Refusal } from '../books/outcome.ts'
import { link } from '../pages/frame.ts'
import { problemOfRefusal } from '../pages/desk/problem-words.ts'
import { DeskReleasesPage } from '../pages/desk/releases/releases-page.tsx'
import { ReleaseDeskPage } from '../pages/desk/releases/release-desk-page.tsx'
import { mayDo } from '../books/accounts/viewer.ts'
import { deskPost, deskRoute, type DeskPost, type DeskRequest, type PostAnswer } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

const shownNotices = 200

/** Drafts are published or thrown away; published releases are withdrawn with a reason. */
export function deskReleases(app: Hono, site: Site): void {
  const newKey = () => site.record.newId()
  const numberOf = ({ parameter }: DeskRequest): number => Number(/^\d{1,9}$/.exec(parameter('number'))?.[0] ?? 0)

  deskRoute(app, site, '/releases', 'drafts.read', async ({ frame, city }) => (
    <DeskReleasesPage frame={frame} {...await showDeskReleases({ city, now: site.now() }, site.record)} />
  ))
  deskRoute(app, site, '/releases/:number', 'drafts.read', async (request) => await releasePage(request, site.record))

  async function releasePage(request: DeskRequest, record: WebRecord, refusal?: Refusal, reason?: string) {
    const { frame, city, viewer } = request
    const release = await record.findRelease(city, numberOf(request))
    if (release === null) return null
    const [notices, handled] = await Promise.all([
      record.listNotices(city, release.id, { offset: 0, limit: shownNotices }),
      findHandled({ city, viewer, number: release.number }, record),
    ])
    return (
      <ReleaseDeskPage
        frame={frame}
        release={release}
        notices={notices}
        mayHandle={handled.ok && mayDo(viewer, city, 'readings.publish')}
        newKey={newKey}
        problems={refusal === undefined ? [] : [problemOfRefusal(refusal, frame.words)]}
        {...(reason === undefined ? {} : { reason })}
      />
    )
  }

  const refused = async (post: DeskPost, refusal: Refusal, reason?: string): Promise<PostAnswer | null> => {
    const page = await releasePage(post, post.record, refusal, reason)
    const isClash = refusal.code === 'draft_overtaken' || refusal.code === 'draft_gone'
    return page && { page, status: refusal.code === 'indicator_not_yours' ? 403 : isClash ? 409 : 422 }
  }

  deskPost(
    app,
    site,
    '/releases/:number/publish',
    'readings.publish',
    async (post) => {
      const outcome = await publishDraft({ city: post.city, viewer: post.viewer, number: numberOf(post), now: site.now() }, post.record)
      return outcome.ok ? { location: link(post.frame, `/desk/releases/${outcome.value.number}`) } : await refused(post, outcome.refusal)
    },
    { fresh: true },
  )
  deskPost(app, site, '/releases/:number/discard', 'readings.publish', async (post) => {
    const outcome = await discardDraftRelease(
      { city: post.city, viewer: post.viewer, number: numberOf(post), now: site.now() },
      post.record,
    )
    return outcome.ok ? { location: link(post.frame, '/desk/releases') } : await refused(post, outcome.refusal)
  })
  deskPost(
    app,
    site,
    '/releases/:number/withdraw',
    'readings.publish',
    async (post) => {
      const reason = post.field('reason')
      const input = { city: post.city, viewer: post.viewer, number: numberOf(post), now: site.now(), reason }
      const outcome = await withdraw(input, post.record)
      return outcome.ok
        ? { location: link(post.frame, `/desk/releases/${outcome.value.number}`) }
        : await refused(post, outcome.refusal, reason)
    },
    { fresh: true },
  )
}
