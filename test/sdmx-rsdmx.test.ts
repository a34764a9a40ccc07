import { execFile, execFileSync } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestSite, type TestSite } from './support/server.ts'

const hasRsdmx = (): boolean => {
  try {
    execFileSync('Rscript', ['-e', 'library(rsdmx)'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** One table of the script: a line with the number of rows, a line with the names of the columns, the rows. */
function tableOf(text: string): Array<Record<string, string>> {
  const [, header = '', ...rows] = text.trimEnd().split('\n')
  const names = header.split('\t')
  return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, at) => [names[at], cell])))
}

describe.skipIf(!hasRsdmx())('R reads the service with rsdmx (skipped where R with rsdmx is absent)', () => {
  let site: TestSite
  let address: string
  beforeAll(async () => {
    site = await openTestSite('almaty', 'ulgiqala')
    address = await site.listen()
  })
  afterAll(() => site.close())

  const read = async (url: string): Promise<Array<Record<string, string>>> => {
    const script = path.join(import.meta.dirname, 'support/read-sdmx.R')
    const { stdout } = await promisify(execFile)('Rscript', [script, `${address}/sdmx/1/${url}`], { maxBuffer: 2 ** 26 })
    return tableOf(stdout)
  }

  test.each(['genericdata', 'structurespecificdata'])('data as %s', { timeout: 60_000 }, async (format) => {
    const rows = await read(`data/BAGDAR.ALMATY,SDG/A.._L_KZ_110602_1B.KZALA...........?format=${format}`)
    const time = format === 'genericdata' ? 'obsTime' : 'TIME_PERIOD'
    const value = format === 'genericdata' ? 'obsValue' : 'OBS_VALUE'
    expect(rows).toHaveLength(8)
    expect(rows.map((row) => [row[time], Number(row[value])])).toContainEqual(['2023', 0.02])
    expect(rows[0]).toMatchObject({ REF_AREA: 'KZALA', SERIES: '_L_KZ_110602_1B', OBS_STATUS: 'A' })
  })

  test('flows and a code list', { timeout: 60_000 }, async () => {
    const flows = await read('dataflow/BAGDAR.ALMATY')
    expect(flows.map(({ id }) => id)).toContain('SDG')
    const codes = await read('codelist/BAGDAR.ALMATY/CL_SEX')
    expect(codes.map(({ id }) => id)).toContain('_T')
  })
})
