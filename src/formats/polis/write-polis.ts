import type { OpinionGroups } from '../../books/discussion/opinion-groups/result.ts'
import { writeRow } from '../city-folder/table.ts'
import type { PolisStatement } from './read-comments.ts'

/** What is published of a conversation; authors and single votes are not in it. */
export interface PublishedConversation {
  topic: string
  description: string
  url: string
  /** In the order of the statements of `result`. */
  statements: readonly Omit<PolisStatement, 'author'>[]
  result: OpinionGroups
  /** Everybody who voted, with a place on the map or without. */
  voters: number
  /** People who wrote statements. */
  commenters: number
}

/**
 * A conversation in three files as Polis exports them: `summary.csv`, `comments.csv`, and `comment-groups.csv`, votes by statement and opinion
 * group. Vote rows of single people are never written; `author-id` stays empty.
 */
export function writePolis(conversation: PublishedConversation): Map<string, string> {
  return new Map([
    ['summary.csv', table(summaryRows(conversation))],
    ['comments.csv', table(commentRows(conversation))],
    ['comment-groups.csv', table(groupRows(conversation))],
  ])
}

const table = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${writeRow([...row])}\r\n`).join('')

const summaryRows = ({ topic, description, url, statements, result, voters, commenters }: PublishedConversation): string[][] => [
  ['topic', topic],
  ['url', url],
  ['voters', String(voters)],
  ['voters-in-conv', String(result.participantsCounted)],
  ['commenters', String(commenters)],
  ['comments', String(statements.length)],
  ['groups', String(result.k)],
  ['conversation-description', description],
]

function commentRows({ statements, result }: PublishedConversation): string[][] {
  const header = [
    'timestamp',
    'datetime',
    'comment-id',
    'author-id',
    'agrees',
    'disagrees',
    'moderated',
    'comment-body',
    'is-meta',
    'is-seed',
  ]
  const rows = statements.map(({ id, text, writtenAt, moderated, isMeta, isSeed }, at) => {
    const { agree, disagree } = result.statements[at] ?? { agree: 0, disagree: 0 }
    const timestamp = writtenAt === null ? '' : String(Date.parse(writtenAt))
    return [timestamp, writtenAt ?? '', id, '', String(agree), String(disagree), String(moderated), text, String(isMeta), String(isSeed)]
  })
  return [header, ...rows]
}

function groupRows({ statements, result }: PublishedConversation): string[][] {
  const parts = ['votes', 'agrees', 'disagrees', 'passes']
  const letters = result.groups.map((_, opinionGroup) => String.fromCharCode(97 + opinionGroup))
  const header = [
    'comment-id',
    'comment',
    ...parts.map((part) => `total-${part}`),
    ...letters.flatMap((letter) => parts.map((part) => `group-${letter}-${part}`)),
  ]
  const counts = ({ agree, disagree, pass }: { agree: number; disagree: number; pass: number }): string[] =>
    [agree + disagree + pass, agree, disagree, pass].map(String)
  const rows = result.statements.map((statement, at) => [
    statements[at]?.id ?? String(at),
    statements[at]?.text ?? '',
    ...counts(statement),
    ...statement.perGroup.flatMap(counts),
  ])
  return [header, ...rows]
}
