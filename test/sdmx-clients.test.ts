import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestSite, type TestSite } from './support/server.ts'

/** The parts of the two clients that are used here; neither has types. */
interface SdmxRest {
  getService(service: { url: string; api: string }): object
  getDataQuery(query: Readonly<Record<string, unknown>>): object
  getDataQuery2(query: Readonly<Record<string, unknown>>): object
  getMetadataQuery(query: Readonly<Record<string, unknown>>): object
  getUrl(query: object, service: object): string
}
interface Parser {
  getDatasets(url: string, options: { headers: Record<string, string> }): Promise<unknown>
  getData(): Array<Readonly<Record<string, unknown>>>
}

const installed = async <Client>(name: string): Promise<Client | null> =>
  await import(name).then(
    (module: Client & { default?: Client }) => module.default ?? module,
    () => null,
  )
const rest = await installed<SdmxRest>('sdmx-rest')
const json = await installed<{ SDMXParser: new () => Parser }>('sdmx-json-parser')

describe.skipIf(rest === null || json === null)('clients that others wrote (skipped where they are not installed)', () => {
  let site: TestSite
  let address: string
  beforeAll(async () => {
    site = await openTestSite('almaty', 'ulgiqala')
    address = await site.listen()
  })
  afterAll(() => site.close())

  const urlOf = (api: 'v1.5.0' | 'v2.0.0', query: object): string =>
    rest!.getUrl(query, rest!.getService({ url: `${address}/sdmx/${api[1]}`, api }))

  test.each(['v1.5.0', 'v2.0.0'] as const)('addresses that sdmx-rest makes by %s are understood', async (api) => {
    const query =
      api === 'v1.5.0'
        ? rest!.getDataQuery({ flow: 'BAGDAR.ALMATY,SDG,1.0.0', key: 'A.._L_KZ_110602_1B.KZALA...........', start: '2020' })
        : rest!.getDataQuery2({
            context: 'dataflow=BAGDAR.ALMATY:SDG(1.0.0)',
            key: 'A.*._L_KZ_110602_1B.KZALA',
            filters: ['TIME_PERIOD=ge:2020'],
          })
    const accept = { headers: { accept: 'application/vnd.sdmx.data+csv' } }
    const rows = (await (await fetch(urlOf(api, query), accept)).text()).trim().split('\r\n')
    expect(rows.length).toBe(5)
    const structure = rest!.getMetadataQuery({ resource: 'dataflow', agency: 'BAGDAR.ALMATY', id: 'SDG', references: 'children' })
    const answer = await fetch(urlOf(api, structure), { headers: { accept: 'application/vnd.sdmx.structure+json' } })
    expect(Object.keys(((await answer.json()) as { data: object }).data).sort()).toEqual(['dataStructures', 'dataflows'])
  })

  test.each(['TIME_PERIOD', 'AllDimensions'])('sdmx-json-parser reads the data, by %s', async (at) => {
    const parser = new json!.SDMXParser()
    await parser.getDatasets(
      `${address}/sdmx/2/data/dataflow/BAGDAR.ALMATY/SDG/1.0.0/A.*._L_KZ_110602_1B.KZALA?dimensionAtObservation=${at}`,
      {
        headers: {},
      },
    )
    const data = parser.getData()
    expect(data.map(({ TIME_PERIOD, value }) => [TIME_PERIOD, value])).toContainEqual(['2023', 0.02])
    expect(data.length).toBe(8)
    expect(data[0]).toMatchObject({ REF_AREA: 'Almaty city', OBS_STATUS: 'Normal' })
  })
})
