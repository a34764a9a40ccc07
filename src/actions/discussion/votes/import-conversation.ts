import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { VoteTable } from '../../../books/discussion/opinion-groups/vote-table.ts'
import type { Choice } from '../../../books/discussion/statement.ts'
import type { City } from '../../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../../books/outcome.ts'
import type { Language } from '../../../books/text.ts'
import type { PolisConversation } from '../../../formats/polis/read-polis.ts'
import type { ConsultationRecord } from '../consultation-record.ts'
import type { StatementRecord } from '../statements/statement-record.ts'
import type { NewVote } from '../../../books/discussion/vote.ts'
import type { VoteRecord } from './vote-record.ts'

export interface ImportConversationNeeds
  extends
    Pick<StatementRecord, 'listStatements' | 'addStatement'>,
    Pick<ConsultationRecord, 'joinConsultation'>,
    Pick<VoteRecord, 'castVotes'> {
  now(): Date
}

export interface ImportedConversation {
  statements: number
  participants: number
  votes: number
}

/** Votes that one statement stores. */
const votesPerWrite = 1000

/**
 * Takes a conversation of Polis into a consultation that has no statements yet. Its participants are numbers there and become numbers here;
 * whoever proposed a statement stays unknown. What moderation rejected there is rejected here too.
 *
 * Written in small steps, so that pages of a running site stay quick; stopped in between, it leaves what it has written.
 */
export async function importConversation(
  { city, consultation, language }: { city: City; consultation: Consultation; language: Language },
  conversation: PolisConversation,
  needs: ImportConversationNeeds,
): Promise<Outcome<ImportedConversation>> {
  if ((await needs.listStatements(city, consultation)).length > 0) return refuse('has_statements')
  const at = needs.now()
  const numbers: number[] = []
  for (const { id, text, moderated, isMeta } of conversation.statements) {
    const by = { kind: 'city' as const, text: { [language]: text.trim() || `Polis ${id}` } }
    const state = moderated === -1 || isMeta ? 'rejected' : 'shown'
    numbers.push(await needs.addStatement(city, consultation, { by, subject: null, state, at }))
  }
  const participants: number[] = []
  for (const id of conversation.participants) {
    const who = { personId: null, keys: [`polis:${id}`], level: 'mail' as const, channel: 'import' as const, at }
    const number = await needs.joinConsultation(city, consultation, who)
    if (number === null) throw new Error('A participant of the export is two.')
    participants.push(number)
  }
  let votes = 0
  let slice: NewVote[] = []
  const of = { cityId: city.id, consultationId: consultation.id, at, channel: 'import' as const }
  for (const { row, column, choice } of votesOf(conversation.votes)) {
    slice.push({ ...of, participant: participants[row]!, statement: numbers[column]!, choice })
    votes++
    if (slice.length < votesPerWrite) continue
    await needs.castVotes(slice)
    slice = []
  }
  if (slice.length > 0) await needs.castVotes(slice)
  return done({ statements: numbers.length, participants: participants.length, votes })
}

function* votesOf({ participants, rowStart, statementOf, choice }: VoteTable): Generator<{ row: number; column: number; choice: Choice }> {
  for (let row = 0; row < participants; row++)
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) yield { row, column: statementOf[at]!, choice: choice[at]! as Choice }
}
