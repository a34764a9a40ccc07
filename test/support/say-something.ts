import { randomUUID } from 'node:crypto'
import type { Consultation } from '../../src/books/discussion/consultation.ts'
import type { ContributionState } from '../../src/books/discussion/contribution.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { TestSite } from './server.ts'

interface Said {
  /** null: on paper, without an account. */
  personId: string | null
  text?: string
  wording?: string | null
  state?: ContributionState
  findings?: readonly string[]
  language?: 'kk' | 'ru' | 'en'
  sentence?: string | null
  /** What a reply answers. */
  parent?: number
  at?: Date
}

/** Somebody takes part and says something. Returns her number, and that of what she said. */
export async function say(
  { record }: TestSite,
  city: City,
  consultation: Consultation,
  { personId, text = 'Here more trees are needed.', wording = null, ...said }: Said,
): Promise<{ participant: number; number: number }> {
  const at = said.at ?? new Date()
  const receipt = randomUUID()
  const keys = personId === null ? [`receipt:${receipt}`] : []
  const level = personId === null ? 'paper' : consultation.level
  const channel = personId === null ? 'paper' : 'web'
  const participant = await record.joinConsultation(city, consultation, { personId, keys, level, channel, at })
  if (participant === null) throw new Error('Her keys belong to somebody else.')
  const number = await record.addContribution(city, consultation, {
    kind: said.parent !== undefined ? 'reply' : wording === null ? 'comment' : 'suggestion',
    parent: said.parent ?? null,
    participant,
    organisationId: null,
    language: said.language ?? 'en',
    section: null,
    sentence: said.sentence ?? null,
    anchor: null,
    text: { id: randomUUID(), text },
    wording: wording === null ? null : { id: randomUUID(), text: wording },
    personId,
    channel,
    receipt: personId === null ? receipt : null,
    writtenAt: at,
    state: said.state ?? 'shown',
    findings: said.findings ?? [],
  })
  return { participant, number }
}
