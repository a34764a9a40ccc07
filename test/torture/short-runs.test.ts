import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, test, vi } from 'vitest'

// The short form of each torture; the long ones are in docs/decisions/0017-embedded-durability.md.

vi.setConfig({ testTimeout: 600_000 })

interface Totals {
  cases: number
  lost: number
  corrupt: number
  control?: { cases: number; lost: number; corrupt: number }
  readOnly?: number
  reports?: number
  edits?: number
  migrations?: number
  fullDisk?: string
}

/** Runs `npm run torture -- <kind> --short --json`; the last line of its output is the result, all of it stands beside a failure. */
function torture(kind: string): Promise<{ code: number | null; totals: Totals; said: string }> {
  const root = path.resolve(import.meta.dirname, '../..')
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/torture.ts', kind, '--short', '--json'], { cwd: root })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  return new Promise((resolve, reject) =>
    child.on('close', (code) => {
      const last = said.out.trim().split('\n').at(-1) ?? ''
      if (last.startsWith('{')) resolve({ code, totals: JSON.parse(last) as Totals, said: said.err + said.out })
      else reject(new Error(said.err))
    }),
  )
}

test('power: no crash state loses what was acknowledged, and with a layer that syncs nothing states do', async () => {
  const { code, totals, said } = await torture('power')
  expect(totals, said).toMatchObject({ lost: 0, corrupt: 0 })
  expect(totals.cases).toBeGreaterThanOrEqual(20)
  expect(totals.control!.lost + totals.control!.corrupt).toBeGreaterThan(0)
  expect(code).toBe(0)
})

test('io: no failed operation loses what was acknowledged', async () => {
  const { code, totals, said } = await torture('io')
  expect(totals, said).toMatchObject({ lost: 0, corrupt: 0 })
  expect(totals.cases).toBeGreaterThan(0)
  expect(totals.fullDisk).toMatch(/^(clean|not run: .+)$/)
  expect(code).toBe(0)
})

test('kill: no killed server loses what it acknowledged', async () => {
  const { code, totals, said } = await torture('kill')
  expect(totals, said).toMatchObject({ lost: 0, corrupt: 0 })
  expect(totals.reports! + totals.edits!).toBeGreaterThan(0)
  expect(totals.migrations).toBeGreaterThan(0)
  expect(code).toBe(0)
})
