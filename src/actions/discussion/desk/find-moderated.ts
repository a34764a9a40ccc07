import type { Moderated } from '../../../books/discussion/rules/decide-moderation.ts'
import type { Statement, StatementState } from '../../../books/discussion/statement.ts'
import type { MultilingualText } from '../../../books/text.ts'
import type { ContributionRecord } from '../contribution-record.ts'

type CityId = { id: string }

export interface ModeratedRecord extends Pick<ContributionRecord, 'listContributions' | 'findContribution'> {
  listStatements(city: CityId, consultation: CityId, filter: { state?: StatementState }): Promise<Statement[]>
  findStatement(city: CityId, consultation: CityId, number: number): Promise<Statement | null>
}

/** null: there is no such thing. */
export async function findModerated(
  city: CityId,
  consultation: CityId,
  { kind, number }: { kind: string; number: number },
  record: ModeratedRecord,
): Promise<Moderated | null> {
  if (kind === 'contribution') {
    const found = await record.findContribution(city, consultation, number, { everyWord: true })
    return found && ofContribution(found)
  }
  if (kind !== 'statement') return null
  const found = await record.findStatement(city, consultation, number)
  return found && ofStatement(found)
}

/** What waits for a moderator, oldest first. */
export async function listHeld(city: CityId, consultation: CityId, limit: number, record: ModeratedRecord): Promise<Moderated[]> {
  const held = await record.listContributions(city, consultation, { state: 'held', everyWord: true, offset: 0, limit })
  const statements = await record.listStatements(city, consultation, { state: 'held' })
  return [...held.map(ofContribution), ...statements.map(ofStatement)].sort((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1)).slice(0, limit)
}

type FoundContribution = NonNullable<Awaited<ReturnType<ModeratedRecord['findContribution']>>>

const ofContribution = (one: FoundContribution): Moderated => ({
  subject: { kind: 'contribution', number: one.number },
  state: { kind: 'contribution', state: one.state },
  participant: one.participant,
  language: one.language,
  text: one.text === null ? null : { ...translationsOf(one, 'text'), [one.language]: one.text },
  wording: one.wording === null ? null : { ...translationsOf(one, 'wording'), [one.language]: one.wording },
  quote: one.anchor?.exact ?? null,
  findings: one.findings,
  writtenAt: one.writtenAt,
})

const translationsOf = ({ translations }: FoundContribution, of: 'text' | 'wording'): MultilingualText =>
  Object.fromEntries(Object.entries(translations).flatMap(([language, words]) => (words?.[of] ? [[language, words[of]]] : [])))

const ofStatement = (one: Statement): Moderated => ({
  subject: { kind: 'statement', number: one.number },
  state: { kind: 'statement', state: one.state },
  participant: one.participant,
  language: one.language,
  text: one.text,
  wording: null,
  quote: null,
  findings: [],
  writtenAt: one.writtenAt,
})
