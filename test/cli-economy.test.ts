import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../src/cli/run.ts'
import { answerReadRequest } from '../src/formats/read-request.ts'
import { answerOf, type Ended } from './support/command-line.ts'

/** Runs the command in this process, the reader too: it needs no record. */
async function bagdar(...args: string[]): Promise<Ended> {
  const said = { out: '', err: '' }
  const notHere = () => Promise.reject(new Error('Not here.'))
  const code = await run(
    ['economy', ...args],
    { out: { write: (text: string) => (said.out += text) }, err: { write: (text: string) => (said.err += text) } },
    {
      ...{
        serve: notHere,
        work: notHere,
        fetchOutside: () => Promise.reject(new Error('Not here.')),
        drawShares: notHere,
        withBackups: notHere,
        restore: notHere,
        withRecord: notHere,
        withScratchFile: notHere,
        typeset: notHere,
        writeDocx: notHere,
      },
      ...{ publicAddress: 'http://127.0.0.1:8080', newSecret: () => 'secret', clock: () => performance.now() },
      read: (request) => answerReadRequest(request, () => performance.now()),
    },
  )
  return { code, ...said }
}

const folder = mkdtempSync(path.join(tmpdir(), 'bagdar-cli-economy-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const fileOf = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text)
  return path.join(folder, name)
}
const header = 'from_region,from_sector,to_region,to_sector,value,unit,year\n'
const flows = `${header}KAZ,c1,KAZ,c1,4,million USD,2022\nKAZ,c1,THA,c1,2,million USD,2022\nTHA,c1,KAZ,c1,3,million USD,2022\nTHA,c1,THA,households,-1,million USD,2022\nKAZ,c1,KAZ,households,10,million USD,2022\n`

interface Answer {
  table: { n: number; regions: { code: string }[]; sums: Record<string, number> } | null
  notices: { code: string; line: number | null }[]
  noticeCounts: Record<string, number>
}

describe('bagdar economy check', () => {
  test('--json tells labels, sums and notices', async () => {
    const ended = await bagdar('check', fileOf('flows.csv', flows), '--json')
    const answer = answerOf<Answer>(ended)
    expect(ended.code).toBe(0)
    expect(answer.table).toMatchObject({
      ...{ year: 2022, unit: 'million USD', n: 2, finalDemand: ['households'] },
      sums: { intermediateSales: 9, finalDemand: 9, output: 18, valueAdded: 9 },
    })
    expect(answer.noticeCounts).toEqual({ io_output_missing: 1, io_column_above_one: 1, io_negative_final_demand: 1 })
  })

  test('in words: what it is, why it matters, what to do', async () => {
    const { code, out } = await bagdar('check', fileOf('flows.csv', flows))
    expect(code).toBe(0)
    expect(out).toContain('Sectors (1): c1')
    expect(out).toContain('info: Final demand has negative values')
    expect(out).toContain('Cells: 1; the largest is -1: THA c1 → THA households.')
  })

  test('--flows writes the table as a list that is read back, and overwrites nothing', async () => {
    const out = path.join(folder, 'out.csv')
    const [first, again] = [
      await bagdar('check', fileOf('flows.csv', flows), '--flows', out),
      await bagdar('check', fileOf('flows.csv', flows), '--flows', out),
    ]
    expect(first.code).toBe(0)
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('exists already') as string })
    const answer = answerOf<Answer>(await bagdar('check', out, '--json'))
    expect(answer.table).toMatchObject({ n: 2, sums: { intermediateSales: 9, finalDemand: 9, output: 18, valueAdded: 9 } })
  })

  test('data with errors end with code 1, and the line is named', async () => {
    const { code, out } = await bagdar('check', fileOf('mixed.csv', flows.replace('2,million USD', '2,million KZT')))
    expect(code).toBe(1)
    expect(out).toContain('error: The table has two currencies or units')
    expect(out).toContain('mixed.csv, row 3, column unit: million USD, million KZT')
  })

  test('what is no table, or not there, is refused in words', async () => {
    expect((await bagdar('check', path.join(folder, 'nothing.xlsx'))).err).toContain('was not found')
    const { code, err } = await bagdar('check', fileOf('broken.xlsx', 'PK and nothing more'))
    expect([code, err]).toEqual([1, expect.stringContaining('is not a zip archive')])
    expect((await bagdar('check', folder)).err).toContain('no table in a layout that is known')
  })

  test('a command line that is wrong says what is wanted', async () => {
    expect(await bagdar()).toMatchObject({ code: 2, err: expect.stringContaining('economy check') as string })
    expect(await bagdar('check', 'a.csv', '--year', 'soon')).toMatchObject({ code: 2, err: expect.stringContaining('"soon"') as string })
  })
})

const wiod = path.resolve(import.meta.dirname, '../../shared/data/economy/wiod2013')

test.skipIf(!existsSync(wiod))('WIOD 2011 (skipped where the shared data are absent)', async () => {
  const { code, out } = await bagdar('check', wiod)
  expect(code).toBe(0)
  expect(out).toContain('Rows and columns: 1435')
  expect(out).toContain('the largest difference is -108: NLD c23')
})
