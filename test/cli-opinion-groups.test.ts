import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../src/cli/run.ts'
import { answerOf, type Ended } from './support/command-line.ts'
import { conversationFolder, hasConversations } from './support/polis-conversations.ts'

/** Runs the command in this process: it needs no record. */
async function bagdar(...args: string[]): Promise<Ended> {
  const said = { out: '', err: '' }
  const notHere = () => Promise.reject(new Error('Not here.'))
  const code = await run(
    ['opinion-groups', ...args],
    { out: { write: (text: string) => (said.out += text) }, err: { write: (text: string) => (said.err += text) } },
    {
      ...{
        serve: notHere,
        work: notHere,
        drawShares: notHere,
        withScratchFile: notHere,
        fetchOutside: notHere,
        read: notHere,
        withBackups: notHere,
        restore: notHere,
        withRecord: notHere,
      },
      typeset: () => Promise.reject(new Error('Not here.')),
      writeDocx: () => Promise.reject(new Error('Not here.')),
      ...{ publicAddress: 'http://127.0.0.1:8080', newSecret: () => 'secret', clock: () => performance.now() },
    },
  )
  return { code, ...said }
}

interface Answer {
  mode: string
  opinionGroups: number
  participantsCounted: number
  candidates: { k: number; stability: number; chosen: boolean }[]
  groups: { size: number; stability: number; representative: { statement: string; text: string; q: number | null }[] }[]
  consensus: { text: string; share: number }[]
  holdOut: { accuracy: number; accuracyOfMeans: number }
  adjustedRandIndex: number
  milliseconds: Record<string, number>
}

describe.skipIf(!hasConversations)('bagdar opinion-groups, where the shared data are', () => {
  const folder = conversationFolder('vtaiwan.uberx')

  test('--json tells groups, what represents and unites them, stability, hold-out accuracy, time and likeness to the published', async () => {
    const ended = await bagdar(folder, '--json', '--draws', '3')
    const answer = answerOf<Answer>(ended)
    expect(ended.code).toBe(0)
    expect(answer).toMatchObject({ mode: 'bagdar', opinionGroups: 2, participantsCounted: 1218 })
    expect(answer.candidates.map((one) => one.k)).toEqual([2, 3, 4, 5])
    expect(answer.groups.map((one) => one.representative.length)).toEqual([10, 10])
    expect(answer.groups[0]!.representative[0]!.q).toBeLessThan(0.05)
    expect(answer.groups[0]!.representative[0]!.text).not.toBe('')
    expect(answer.consensus[0]!.share).toBeGreaterThan(0.8)
    expect(answer.holdOut.accuracy).toBeGreaterThan(answer.holdOut.accuracyOfMeans)
    expect(Object.keys(answer.milliseconds)).toEqual(['read', 'opinion groups', 'stability', 'hold-out'])
  })

  test('--mode polis is near to what Polis published, and without --json it says so in words', async () => {
    const { code, out } = await bagdar(folder, '--mode', 'polis', '--draws', '0')
    expect(code).toBe(0)
    expect(out).toContain('2 opinion groups (method: polis).')
    expect(out).toContain('Group A: 893 people, stability not assessed')
    expect(out).toContain('Adjusted Rand index with the published groups: 0.929.')
  })
})

describe('what cannot be done is said', () => {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-opinions-'))

  test.each([
    { args: [], code: 2, says: 'Say which folder' },
    { args: [work, '--mode', 'median'], code: 2, says: '--mode is bagdar or polis, not "median"' },
    { args: [work, '--draws', 'many'], code: 2, says: '--draws is a whole number from 0 to 1000, not "many"' },
    { args: [path.join(work, 'nothing')], code: 1, says: 'does not exist' },
    { args: [work], code: 1, says: 'comments.csv is not there' },
  ])('$says', async ({ args, code, says }) => {
    const ended = await bagdar(...args)
    expect(ended.code).toBe(code)
    expect(ended.err).toContain(says)
  })

  test('with the file, the row and the cell', async () => {
    fs.writeFileSync(path.join(work, 'comments.csv'), 'comment-id,moderated,comment-body\n0,1,Trees\n')
    fs.writeFileSync(path.join(work, 'participants-votes.csv'), 'participant,0\n5,yes\n')
    const ended = await bagdar(work, '--json')
    expect(ended.code).toBe(1)
    expect(answerOf(ended)).toMatchObject({ code: 'polis_cell_wrong', name: 'participants-votes.csv', line: 2, column: '0', value: 'yes' })
    expect(ended.err).toContain('participants-votes.csv, line 2, column "0": "yes" is not a vote')
  })
})
