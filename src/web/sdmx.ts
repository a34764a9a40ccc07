import { Hono, type Context } from 'hono'
import { rootAgency } from '../books/indicators/sdmx/agency.ts'
import type { DataQuery, SdmxProblem } from '../actions/sdmx/data-query.ts'
import { serveData, type DataNeeds } from '../actions/sdmx/serve-data.ts'
import { showAvailability } from '../actions/sdmx/show-availability.ts'
import { showStructures, type FoundStructures } from '../actions/sdmx/show-structures.ts'
import type { Artefact } from '../formats/sdmx/artefact.ts'
import { kindIn } from '../formats/sdmx/kind-in.ts'
import type { WritableData } from '../formats/sdmx/writable.ts'
import { writeCsv } from '../formats/sdmx/csv/write-csv.ts'
import { writeJsonData, type JsonDataVersion } from '../formats/sdmx/json/write-json-data.ts'
import { writeJsonStructure, type JsonStructureVersion } from '../formats/sdmx/json/write-json-structure.ts'
import { writeMlData, type MlDataKind } from '../formats/sdmx/ml/write-ml-data.ts'
import { writeMlStructure, type MlStructureVersion } from '../formats/sdmx/ml/write-ml-structure.ts'
import { publicUrlOf } from './frame-of.ts'
import { sdmxAnswer, sdmxError } from './sdmx-answer.ts'
import { chooseFormat, languagesOf, offered, type SdmxApi, type SdmxFormat, type SdmxKind } from './sdmx-format.ts'
import { readAddress, readData1, readData2, type SdmxAddress } from './sdmx-query.ts'
import { isStructurePath, readAvailability, readStructure } from './sdmx-structure-query.ts'
import type { Site } from './site.ts'

/** No address that means something is longer. */
const longestAddress = 8000

/** SDMX REST: version 2.2.2 at `/sdmx/2` and 1.5 at `/sdmx/1`, from the same record. */
export function sdmx(site: Site): Hono {
  const app = new Hono()
  app.get('/sdmx/2/*', async (c) => await answer(c, site, 2))
  app.get('/sdmx/1/*', async (c) => await answer(c, site, 1))
  return app
}

/** One request, taken apart. */
interface Asked {
  c: Context
  site: Site
  api: SdmxApi
  address: SdmxAddress
  format: SdmxFormat
  languages: ReturnType<typeof languagesOf>
}

async function answer(c: Context, site: Site, api: SdmxApi): Promise<Response> {
  const refuse = (problem: SdmxProblem): Response => sdmxError(c, api, problem)
  if (c.req.url.length > longestAddress)
    return refuse({ kind: 'too_large', says: `An address may have ${longestAddress} characters. Ask in several parts.` })
  const address = readAddress(c.req.url, 2)
  if (address === null) return refuse({ kind: 'syntax', says: 'The address holds a percent sign that stands for nothing.' })
  if (address.repeated !== null)
    return refuse({
      kind: 'syntax',
      says: `"${address.repeated}" stands twice in the address. Put several values into one: "," is or, "+" is and.`,
    })
  const [what = '', ...rest] = address.parts
  const service = serviceOf(api, what)
  if (typeof service !== 'string') return refuse(service)
  const kind: SdmxKind = service === 'data' ? 'data' : 'structure'
  const format = chooseFormat(kind, api, address.parameters.get('format') ?? null, c.req.header('accept'))
  if (format === null) return refuse({ kind: 'not_acceptable', says: `Here can be sent ${offered(kind, api)}.` })
  const parts = service === 'structure' && api === 1 ? address.parts : rest
  const asked: Asked = { c, site, api, format, address: { ...address, parts }, languages: languagesOf(c.req.header('accept-language')) }
  return await { data, availability, structure }[service](asked)
}

/** Which of the three services a path means, or why none. */
function serviceOf(api: SdmxApi, what: string): 'data' | 'availability' | 'structure' | SdmxProblem {
  if (what === 'data') return 'data'
  if (what === (api === 2 ? 'availability' : 'availableconstraint')) return 'availability'
  if (api === 2 ? what === 'structure' : isStructurePath(what)) return 'structure'
  if (['schema', 'metadata', 'registration'].includes(what))
    return { kind: 'not_implemented', says: `"${what}" is not served here. There are data, availability and structures.` }
  return { kind: 'not_found', says: `There is nothing at /sdmx/${api}/${what}. Begin with /sdmx/2/structure/dataflow or /sdmx/1/dataflow.` }
}

const needsOf = ({ c, site, languages }: Asked): DataNeeds => ({
  ...{ record: site.record, now: site.now() },
  addressOf: (city, series) =>
    `${publicUrlOf(c, site)}/${languages[0]}/${city}/indicators/${encodeURIComponent(series.indicator)}?series=${series.address}`,
})

async function data(asked: Asked): Promise<Response> {
  const { c, api, address, format, languages } = asked
  const parsed = api === 2 ? readData2(address, languages) : readData1(address, languages)
  if ('problem' in parsed) return sdmxError(c, api, parsed.problem)
  const served = await serveData(parsed.value, needsOf(asked))
  if ('problem' in served) return sdmxError(c, api, served.problem)
  const problem = oneStructureOnly(format, parsed.value, served.data) ?? seriesOnly(format, parsed.value)
  if (problem !== null) return sdmxError(c, api, problem)
  return sdmxAnswer(c, { format, languages, changedAt: served.changedAt, text: write(served.data, format) })
}

/** SDMX-JSON 1.0 has room for one structure. */
function oneStructureOnly({ id }: SdmxFormat, { context }: DataQuery, { sets }: WritableData): SdmxProblem | null {
  const names = new Set(sets.map(({ structure }) => `${structure.agency},${structure.id}`))
  if (id !== 'json-1.0' || names.size < 2) return null
  return { kind: 'semantic', says: `SDMX-JSON 1.0 tells of one ${context} at a time. Name one of ${[...names].join(' ')}.` }
}

/** Some formats have no room for observations that stand alone. */
function seriesOnly({ id, type }: SdmxFormat, { isFlat }: DataQuery): SdmxProblem | null {
  if (!isFlat || !/-series-/.test(id)) return null
  return { kind: 'semantic', says: `${type} holds time series. Leave dimensionAtObservation out, or ask for another format.` }
}

function write(message: WritableData, { id, csv }: SdmxFormat): AsyncIterable<string> {
  if (id.startsWith('csv-')) return writeCsv(message, csv)
  if (id.startsWith('json-')) return writeJsonData(message, id.slice('json-'.length) as JsonDataVersion)
  return writeMlData(message, id as MlDataKind)
}

async function structure(asked: Asked): Promise<Response> {
  const { c, api, site, address } = asked
  const parsed = readStructure(api, address)
  if ('problem' in parsed) return sdmxError(c, api, parsed.problem)
  const found = await showStructures(parsed.value, site.now(), site.record)
  if (found.artefacts.length > 0) return structuresAnswer(asked, found)
  return sdmxError(c, api, {
    kind: 'not_found',
    says: `There is no such structure. /sdmx/${api}/${api === 2 ? 'structure/*' : 'structure'}?detail=allstubs lists all.`,
  })
}

async function availability(asked: Asked): Promise<Response> {
  const { c, api, address, languages } = asked
  const parsed = readAvailability(api, address, languages)
  if ('problem' in parsed) return sdmxError(c, api, parsed.problem)
  const found = await showAvailability(parsed.value, needsOf(asked))
  return 'problem' in found ? sdmxError(c, api, found.problem) : structuresAnswer(asked, found)
}

function structuresAnswer({ c, site, api, format, languages }: Asked, { artefacts, changedAt }: FoundStructures): Response {
  const header = { id: 'BAGDAR', prepared: changedAt.toISOString(), sender: rootAgency, isTest: false }
  const addressOf = ({ kind, agency, id, version }: Artefact): string =>
    `${publicUrlOf(c, site)}/sdmx/${api}/${api === 2 ? 'structure/' : ''}${kindIn(api === 1 ? 'old' : 'new', kind)}/${agency}/${id}/${version}`
  const text = format.id.startsWith('json-')
    ? writeJsonStructure({ header, artefacts, languages }, format.id.slice('json-'.length) as JsonStructureVersion)
    : writeMlStructure({ header, artefacts, addressOf }, format.id.slice('ml-'.length) as MlStructureVersion)
  return sdmxAnswer(c, { format, languages, changedAt, text: onePiece(text) })
}

async function* onePiece(text: string): AsyncGenerator<string> {
  yield text
}
