import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messages } from '../src/formats/sdmx/sdmx-fixture.ts'
import { structureMessage } from '../src/formats/sdmx/structure-fixture.ts'
import { run } from '../src/cli/run.ts'
import { readConfiguration } from '../src/configuration.ts'
import type { ReadAnswer } from '../src/formats/read-request.ts'
import { openRooms, programFile } from '../src/open-rooms.ts'
import { fetchOutside } from '../src/services/fetch-outside.ts'
import { readInChild } from '../src/services/reader-process.ts'
import { answerOf, type Ended } from './support/command-line.ts'

// The Kyrgyz messages lie beside the checkout.
const shared = process.env['BAGDAR_SHARED'] ?? fileURLToPath(programFile('../shared'))
const kyrgyzstan = path.join(shared, 'data/sdmx-kyrgyzstan')

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-sdmx-'))
const data = path.join(work, 'data')
const write = (name: string, content: string): string => {
  const file = path.join(work, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, content)
  return file
}
const ml = messages['SDMX-ML 2.1, structure-specific data'] ?? ''
const message = write('messages/11.2.1.xml', ml)
const structure = write('structure.json', structureMessage)

/** Stands for a registry inside the network of the installation. */
const registry = http.createServer((request, response) => response.end(request.url === '/data' ? ml : structureMessage))
let address = ''
let allowedHosts: string[] = []
let rooms: Awaited<ReturnType<typeof openRooms>>

/** Runs a command in this process, which holds the record; files are read in a process of their own, as always. */
async function bagdar(...args: string[]): Promise<Ended> {
  const said = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) })
  const notHere = () => Promise.reject(new Error('Not here.'))
  const code = await run(
    args,
    { out: stream('out'), err: stream('err') },
    {
      ...{
        serve: notHere,
        work: notHere,
        drawShares: notHere,
        typeset: notHere,
        writeDocx: notHere,
        withBackups: notHere,
        restore: notHere,
      },
      ...{ publicAddress: 'http://127.0.0.1:8080', newSecret: () => 'secret', clock: () => performance.now() },
      withScratchFile: notHere,
      fetchOutside: (from) => fetchOutside(from, { allowedHosts }),
      read: (request) => readInChild<ReadAnswer>(fileURLToPath(programFile('dist/reader-child.js')), request),
      withRecord: (use) => use(rooms.record, rooms.inOneTransaction),
    },
  )
  return { code, ...said }
}

interface Answer {
  rows: number
  observations: number
  series: number
  added: number
  changed: number
  entries: number
  notices: Record<string, number>
  release: number | null
  found: { file: string; format: string; observations: number }[]
}
const take = async (...args: string[]): Promise<Answer> => {
  const ended = await bagdar('import', 'sdmx', ...args, '--json')
  expect(ended.code, ended.err).toBe(0)
  return answerOf<Answer>(ended)
}

/** Imports go to a city that was made for them, from a folder that says no more than who it is. */
async function makeCity(slug: string, refArea: string): Promise<void> {
  write(`${slug}/city.yaml`, `slug: ${slug}\nname: { en: ${slug} }\nrefArea: ${refArea}\ntimeZone: Asia/Bishkek\ninvented: true\n`)
  write(`${slug}/areas.csv`, `code,kind,parent,valid_from,valid_to,name_kk,name_ru,name_en\n${refArea},city,,,,,,${slug}\n`)
  write(`${slug}/codes.csv`, 'codelist,code,name_kk,name_ru,name_en\n')
  for (const list of ['sources', 'indicators', 'releases']) write(`${slug}/${list}.yaml`, `${list}: []\n`)
  const ended = await bagdar('import', 'city', path.join(work, slug))
  expect(ended.code, ended.err).toBe(0)
}

beforeAll(async () => {
  await new Promise<void>((listening) => registry.listen(0, '127.0.0.1', listening))
  rooms = await openRooms(readConfiguration({ DATA_DIR: data }), true)
  address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`
  await makeCity('sdmx-town', 'UG')
})
afterAll(async () => {
  registry.close()
  await rooms.close()
  fs.rmSync(work, { recursive: true, force: true })
})

describe('bagdar import sdmx', { timeout: 120_000 }, () => {
  test('what cannot be done is told of before anything is read', async () => {
    const say = async (...args: string[]) => {
      const ended = await bagdar('import', 'sdmx', ...args)
      return `${ended.code} ${ended.err}`
    }
    expect(await say()).toMatch(/^2 .*Say which file, folder or address/s)
    expect(await say(path.join(work, 'nowhere.xml'))).toMatch(/^1 .*does not exist/s)
    expect(await say(message, '--city', 'atlantis')).toMatch(/^1 .*There is no city "atlantis". There is: sdmx-town/s)
    expect(await say(structure)).toMatch(/^1 .*no data, only structures/s)
    expect(await say(write('cut.xml', ml.slice(0, 900)))).toMatch(/^1 .*cut\.xml:\d+: The XML of the file is damaged/s)
    expect(await say(address)).toMatch(/^1 .*127\.0\.0\.1 is inside the network/s)
  })

  test('a message with its structure becomes a release; again it brings nothing', async () => {
    const args = [message, '--structure', structure, '--city', 'sdmx-town']
    const dry = await take(...args, '--dry-run')
    const answer = await take(...args)
    expect({ ...answer, release: null, milliseconds: {} }).toEqual({ ...dry, milliseconds: {} })
    expect(answer).toMatchObject({ rows: 3, observations: 2, series: 2, added: 2, changed: 0, notices: { value_missing: 1 }, release: 2 })
    expect(answer.found.map((one) => one.format)).toEqual(['SDMX-ML 2.1, structure-specific data', 'SDMX-JSON, structures'])
    expect(await take(...args)).toMatchObject({ added: 0, changed: 0, entries: 0, release: null })
    const { out } = await bagdar('export', 'observations', '--city', 'sdmx-town')
    expect(out).toContain('48.50')
  })

  test('the same from a registry that the installation allows brings nothing new either', async () => {
    allowedHosts = [new URL(address).host]
    const answer = await take(`${address}/data`, '--structure', `${address}/structure`, '--indicator', '11.2.1', '--city', 'sdmx-town')
    expect(answer).toMatchObject({ rows: 3, added: 0, changed: 0, release: null })
    expect(answer.found[0]?.file).toBe(`${address}/data`)
  })

  test('a folder is read with the structure that lies in it, and the answer says in words what was found', async () => {
    write('messages/structure.json', structureMessage)
    const ended = await bagdar('import', 'sdmx', path.join(work, 'messages'), '--city', 'sdmx-town', '--dry-run')
    expect(ended.out).toContain('SDMX-ML 2.1, structure-specific data: 1 file, 3 observations.')
    expect(ended.out).toContain('3 rows read, 2 values in 2 series, 1 notices.')
  })
})

describe.skipIf(!fs.existsSync(kyrgyzstan))('the 45 messages of Kyrgyzstan (skipped where they are absent)', { timeout: 240_000 }, () => {
  test('arrive complete in a city that was made for them, once', async () => {
    await makeCity('bishkek', 'KG11')
    const answer = await take(kyrgyzstan, '--city', 'bishkek')
    expect(answer).toMatchObject({ rows: 12_182, observations: 12_182, series: 972, added: 12_182 })
    expect(answer.notices).toMatchObject({ sdmx_structure_differs: 21, sdmx_indicator_differs: 5, sdmx_unit_multiplier: 4 })
    expect(await take(kyrgyzstan, '--city', 'bishkek')).toMatchObject({ added: 0, changed: 0, entries: 0, release: null })
  })
})
