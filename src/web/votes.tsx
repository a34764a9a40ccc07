import { Hono, type Context } from 'hono'
import { castVote } from '../actions/discussion/votes/cast-vote.ts'
import { showNextStatement } from '../actions/discussion/votes/show-next-statement.ts'
import { showOwnVotes } from '../actions/discussion/votes/show-own-votes.ts'
import { subjectPlacesIn } from '../books/discussion/subject-place.ts'
import { isLanguage } from '../books/text.ts'
import { discussionPath } from '../pages/discussion/discussion-words.ts'
import { OwnVotesPage } from '../pages/discussion/statements/own-votes-page.tsx'
import { VoteIntroPage, VotePage } from '../pages/discussion/statements/vote-page.tsx'
import { link } from '../pages/frame.ts'
import { participantPost, participantRoute } from './participant-route.tsx'
import { note } from './request-log.ts'
import type { Site } from './site.ts'
import { readShortForm } from './short-form.ts'
import { sessionTokenOf } from './viewer.ts'
import type { Voter } from './voting-service.ts'
import type { Ballot } from '../actions/discussion/votes/ballot.ts'

const rowsPerPage = 50

/** Voting on statements, and one's own votes. */
export function votePages(site: Site): Hono {
  const app = new Hono({ strict: false })
  app.post('/:language/:city/discussion/:consultation/vote', async (c, next) => (await vote(c, site)) ?? (await next()))
  const { record, voting } = site

  participantRoute(app, site, '/vote', async ({ frame, city, consultation, phase, participant, asOf, query }) => {
    if (participant === null || phase !== 'open') {
      const count = (await record.listStatements(city, consultation, { state: 'shown' })).length
      return <VoteIntroPage frame={frame} consultation={consultation} phase={phase} count={count} formKey={record.newId()} />
    }
    const asked = query.get('statement')
    const input = { city, consultation, participant: participant.number, asked: asked === null ? null : Number(asked), at: site.now() }
    const [next, versions] = await Promise.all([
      showNextStatement(input, {
        listStatements: (...of) => record.listStatements(...of),
        listVotesOf: (...of) => record.listVotesOf(...of),
        ...voting,
      }),
      record.listProgrammeVersions(city, asOf),
    ])
    const version = versions.find((one) => one.programme === consultation.programme && one.number === consultation.version)
    const place = version === undefined ? null : subjectPlacesIn(version)(next.statement?.subject ?? null)
    return <VotePage frame={frame} consultation={consultation} {...next} place={place} isGone={query.get('gone') === '1'} />
  })

  participantPost(app, site, '/vote/begin', async ({ frame, consultation, phase, join }) => {
    if (phase === 'open') await join()
    return { location: link(frame, discussionPath(consultation, '/vote')) }
  })

  participantRoute(app, site, '/votes', async ({ frame, city, consultation, phase, participant, query }) => {
    const votes = participant === null ? [] : await showOwnVotes({ city, consultation, participant: participant.number }, record)
    const pages = Math.max(1, Math.ceil(votes.length / rowsPerPage))
    const page = Math.min(Math.max(1, Number(query.get('page')) || 1), pages)
    const shown = votes.slice((page - 1) * rowsPerPage, page * rowsPerPage)
    return (
      <OwnVotesPage frame={frame} consultation={consultation} phase={phase} votes={shown} count={votes.length} page={page} pages={pages} />
    )
  })
  return app
}

/** Whether this is a vote: it is read by `readShortForm`, which has a limit of its own. */
export const isVote = (c: Context): boolean => c.req.method === 'POST' && /^\/[a-z]{2}\/[^/]+\/discussion\/\d+\/vote$/.test(c.req.path)

/**
 * A vote goes the short way: nothing is asked of the database but to store it, together with everybody else's. Sent twice it is the same
 * vote, so it needs no form key. null: no such page.
 */
async function vote(c: Context, site: Site): Promise<Response | null> {
  const { voting } = site
  const language = c.req.param('language') ?? ''
  const number = c.req.param('consultation') ?? ''
  if (!isLanguage(language) || !/^\d{1,9}$/.test(number)) return null
  const ballot = await voting.findBallot(c.req.param('city') ?? '', Number(number))
  if (ballot === null) return null
  const { city, consultation } = ballot
  const page = `/${language}/${city.slug}${discussionPath(consultation, '/vote')}`
  c.header('cache-control', 'no-store')
  const token = sessionTokenOf(c, site)
  const voter = token === null || token === '' ? null : await voting.findVoter(token)
  note(c, { city: city.slug, ...(voter === null ? {} : { person: voter.personId }) })
  if (voter === null) return c.redirect(`/${language}/sign-in?to=${encodeURIComponent(page)}`, 303)
  const participant = await voting.findNumber(ballot, voter.personId)
  // Whoever has not begun, or has to prove more first, is told so by the page.
  if (participant === null || !(await mayVote(site, ballot, voter))) return c.redirect(page, 303)
  const form = await readShortForm(c)
  if (form === null) return c.text('This form is too long for a vote.\n', 413)
  const input = { ballot, participant, statement: form.get('statement') ?? '', choice: form.get('choice') ?? '', at: site.now() }
  const outcome = await castVote(input, voting)
  return c.redirect(outcome.ok || outcome.refusal.code !== 'statement_not_found' ? page : `${page}?gone=1`, 303)
}

/** A provider vouches for a session, and for each of them anew. */
const mayVote = async ({ record }: Site, { city, consultation }: Ballot, { sessionId }: Voter): Promise<boolean> =>
  consultation.level !== 'identity_provider' || (await record.cityThatVouched(sessionId)) === city.id
