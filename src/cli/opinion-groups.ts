import fs from 'node:fs'
import path from 'node:path'
import {
  adjustedRandIndex,
  holdOut,
  opinionGroups,
  type Direction,
  type OpinionGroupMode,
  type OpinionGroups,
} from '../books/discussion/opinion-groups/index.ts'
import { FormatError } from '../formats/format-error.ts'
import { polisFiles, readPolis, type PolisConversation } from '../formats/polis/read-polis.ts'
import { readArguments, type Options } from './arguments.ts'
import type { Command } from './command.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'
import { requireKind } from './files.ts'
import { rounded } from './import-words.ts'
import { Stages } from './stages.ts'
import { tellOpinionGroups } from './tell-opinion-groups.ts'

const options: Options = { mode: { type: 'string' }, draws: { type: 'string' } }

/** Statements that are told of each list; all are counted. */
const mostTold = 10

/** What the command answers. */
export type OpinionGroupsAnswer = ReturnType<typeof answerOf>

/** `bagdar opinion-groups <folder> [--mode bagdar|polis] [--draws N]`. */
export const opinionGroupsCommand: Command = async (args, terminal, needs) => {
  const given = readArguments(args, options, 1)
  const [folder] = given.words
  if (folder === undefined) throw new UsageError('Say which folder: it holds the CSV files of a Polis export')
  const mode = given.text('mode') ?? 'bagdar'
  if (mode !== 'bagdar' && mode !== 'polis') throw new UsageError(`--mode is bagdar or polis, not "${mode}"`)
  const draws = drawsOf(given.text('draws'))

  const timer = new Stages(terminal, needs.clock, ['read', 'opinion groups', 'stability', 'hold-out'])
  timer.begin('read')
  const conversation = readPolisFolder(folder)
  timer.begin('opinion groups')
  const quick = opinionGroups(conversation.votes, { mode, draws: 0 })
  timer.begin('stability')
  const result = draws === 0 ? quick : opinionGroups(conversation.votes, { mode, draws })
  timer.begin('hold-out')
  const guessed = holdOut(conversation.votes, mode)
  timer.end()
  const answer = answerOf(folder, conversation, result, guessed, rounded(timer.milliseconds))
  terminal.answer(answer)
  tellOpinionGroups(answer, terminal)
  return exitCodes.done
}

const mostDraws = 1000

function drawsOf(text: string | null): number {
  if (text === null) return 20
  const draws = Number(text)
  if (!/^\d+$/.test(text) || draws > mostDraws) throw new UsageError(`--draws is a whole number from 0 to ${mostDraws}, not "${text}"`)
  return draws
}

/** A Polis export, or what is wrong with it. */
export function readPolisFolder(folder: string): PolisConversation {
  requireKind(folder, 'folder')
  const files = new Map<string, Uint8Array>()
  for (const name of polisFiles) {
    const file = path.join(folder, name)
    if (fs.existsSync(file)) files.set(name, fs.readFileSync(file))
  }
  try {
    return readPolis(files)
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    throw new RefusedError(
      `${folder}: ${error.message}`,
      { code: error.code, position: error.position, ...error.details },
      { cause: error },
    )
  }
}

function answerOf(
  folder: string,
  { topic, participants, statements, votes, publishedGroupOf }: PolisConversation,
  result: OpinionGroups,
  guessed: ReturnType<typeof holdOut>,
  milliseconds: Record<string, number>,
) {
  const mode: OpinionGroupMode = result.mode
  const named = <T extends { statement: number; direction: Direction }>({ statement, ...rest }: T) => ({
    statement: statements[statement]?.id ?? String(statement),
    text: statements[statement]?.text ?? '',
    ...rest,
  })
  return {
    ...{ folder, topic, mode },
    participants: participants.length,
    participantsCounted: result.participantsCounted,
    statements: votes.statements,
    statementsRemoved: votes.removed.size,
    votes: votes.choice.length,
    opinionGroups: result.k,
    candidates: result.candidates,
    groups: result.groups.map(({ size, stability, representative }) => ({
      ...{ size, stability },
      representativeStatements: representative.length,
      representative: representative.slice(0, mostTold).map(named),
    })),
    consensusStatements: result.consensus.length,
    consensus: result.consensus
      .slice(0, mostTold)
      .map((one) => ({ ...named(one), commonGround: result.statements[one.statement]!.commonGround })),
    holdOut: guessed,
    adjustedRandIndex: publishedGroupOf === null || result.k === 0 ? null : adjustedRandIndex(publishedGroupOf, result.groupOf),
    milliseconds,
  }
}
