import { randomInt } from 'node:crypto'
import { findBallot } from './actions/discussion/votes/ballot.ts'
import type { Consultation } from './books/discussion/consultation.ts'
import type { Viewer } from './books/accounts/viewer.ts'
import type { City } from './books/indicators/figure.ts'
import { computeOpinionsApart } from './compute-opinions-apart.ts'
import type { Record as SiteRecord, Rooms } from './open-rooms.ts'
import { saltedHash } from './services/salted-hash.ts'
import { groupCommit } from './store/group-commit.ts'
import { isWriteStopped } from './store/write-stopped.ts'
import { keptFor } from './web/kept-for.ts'
import type { Voter, VotingService } from './web/voting-service.ts'

interface Needs extends Pick<Rooms, 'record' | 'inOneTransaction'> {
  findViewer(token: string): Promise<Viewer | null>
}

/** By these a session ends, wherever in the program. */
const endings = ['endSession', 'endSessionOfToken', 'endSessions', 'endAllSessions', 'setDisabled', 'erasePerson'] as const

/**
 * The short way of votes, and the record through which everything else has to go, so that whoever signs out is not known here any more.
 */
export function openVoting({ record, inOneTransaction, findViewer }: Needs): {
  voting: VotingService
  record: SiteRecord
  inOneTransaction: Rooms['inOneTransaction']
} {
  const clock = (): number => performance.now()
  const together = { isUncertain: isWriteStopped }
  const voters = keptFor<string, Voter | null>({
    milliseconds: 2000,
    most: 20_000,
    nameOf: (token) => token,
    ask: async (token) => {
      const viewer = await findViewer(token)
      return viewer && { personId: viewer.personId, sessionId: viewer.sessionId }
    },
    clock,
  })
  const ballots = keptFor({
    milliseconds: 1000,
    most: 1000,
    nameOf: ({ city, number }: { city: string; number: number }) => `${city} ${number}`,
    ask: async (of) => await findBallot({ ...of, now: record.now() }, record),
    clock,
    isKept: (ballot) => ballot !== null,
  })
  const numbers = keptFor({
    milliseconds: 10_000,
    most: 20_000,
    nameOf: ({ consultation, personId }: { city: City; consultation: Consultation; personId: string }) => `${consultation.id} ${personId}`,
    ask: async ({ city, consultation, personId }) => (await record.findParticipant(city, consultation, personId))?.number ?? null,
    clock,
    isKept: (number) => number !== null,
  })
  const ofConsultation = { milliseconds: 5000, most: 200, clock, nameOf: ({ consultation }: Of): string => consultation.id }
  const tallies = keptFor({ ...ofConsultation, ask: async ({ city, consultation }: Of) => await record.tallies(city, consultation) })
  const extremities = keptFor({
    ...ofConsultation,
    ask: async ({ city, consultation }: Of) => (await record.findNewestBatch(city, consultation))?.result.extremities ?? [],
  })

  return {
    voting: {
      findVoter: voters.get,
      findBallot: async (city, number) => await ballots.get({ city, number }),
      findNumber: async ({ city, consultation }, personId) => await numbers.get({ city, consultation, personId }),
      cast: groupCommit(record.castVotes, together),
      addShown: groupCommit(async (rows) => {
        await record.addShown(rows)
        return rows.map(() => undefined)
      }, together),
      findTallies: async (city, consultation) => await tallies.get({ city, consultation }),
      findRouting: async (city, consultation) => {
        const [counts, lengths] = await Promise.all([tallies.get({ city, consultation }), extremities.get({ city, consultation })])
        return counts.map((tally) => ({ ...tally, extremity: lengths[tally.statement - 1] ?? 0 }))
      },
      draw: () => randomInt(2 ** 32) / 2 ** 32,
      compute: computeOpinionsApart,
      saltedHash,
    },
    record: tellingOfEndings(record, voters.forget),
    inOneTransaction: async (use) => {
      let isOver = false
      try {
        return await inOneTransaction(async (whole) => await use(tellingOfEndings(whole, () => (isOver = true))))
      } finally {
        // Forgotten any sooner, it could be read once more before the end is there for all to see.
        if (isOver) voters.forget()
      }
    },
  }
}

type Of = { city: City; consultation: Consultation }

function tellingOfEndings(record: SiteRecord, tell: () => void): SiteRecord {
  const telling = endings.map((name) => {
    const work = record[name] as (...args: unknown[]) => Promise<unknown>
    const told = async (...args: unknown[]): Promise<unknown> => await work(...args).finally(tell)
    return [name, told]
  })
  return { ...record, ...(Object.fromEntries(telling) as Partial<SiteRecord>) }
}
