import { bytesInMemory } from '../../src/formats/byte-source.ts'
import type { DataMessage, DataSeries, Structures } from '../../src/formats/sdmx/model.ts'
import { readDataMessage, readStructures } from '../../src/formats/sdmx/read-message.ts'
import { expect, expectStatus, Outcomes, type Ask, type Outcome } from './outcome.ts'
import { readTold, type ToldArtefact } from './told.ts'

const specific = 'application/vnd.sdmx.structurespecificdata+xml;version=2.1'
const bytesOf = (text: string) => bytesInMemory('answer', new TextEncoder().encode(text))

/** What the tests of data are about: a flow for which a provider has agreed to give data, as the kit chooses it. */
interface Subject {
  agency: string
  id: string
  version: string
  provider: { agency: string; id: string }
  structures: Structures
  dimensions: readonly string[]
}

/** Every request for data and availability, all of them in the Basic profile. */
export async function testData(ask: Ask, agency: string | null): Promise<Outcome[]> {
  const outcomes = new Outcomes('data')
  const subject = await chooseSubject(ask, agency)
  const flow = `${subject.agency},${subject.id},${subject.version}`
  const read = async (path: string): Promise<DataMessage> => {
    const answer = await ask(`data/${path}`, { accept: specific })
    expectStatus(answer, 200)
    return readDataMessage(bytesOf(answer.text), subject.structures)
  }
  const whole = await read(`${flow}/all`)
  await testIdentification(subject, flow, { ask, read }, outcomes)
  await testKeys(whole, flow, read, outcomes)
  await testDescriptions(subject, whole, flow, { ask, read }, outcomes)
  await testFormats(flow, ask, outcomes)
  await testAvailability(subject, whole, flow, ask, outcomes)
  return outcomes.list
}

type Read = (path: string) => Promise<DataMessage>
interface Asking {
  ask: Ask
  read: Read
}

async function chooseSubject(ask: Ask, agency: string | null): Promise<Subject> {
  const agreements = readTold((await ask(`provisionagreement/${agency ?? 'all'}/all/all`)).text)
  const refs = agreements[0]?.references ?? []
  const [flow, provider] = ['Dataflow', 'DataProviderScheme'].map((name) => refs.find(({ className }) => className === name))
  if (flow === undefined || provider === undefined)
    throw new Error('No provision agreement names a flow and a provider: no data can be tested.')
  const around = await ask(`dataflow/${flow.agency}/${flow.id}/${flow.version}?references=descendants`)
  const structures = readStructures(bytesOf(around.text))
  return {
    ...{
      agency: flow.agency,
      id: flow.id,
      version: flow.version,
      provider: { agency: provider.agency, id: provider.item ?? '' },
      structures,
    },
    dimensions: structures.dataStructures[0]?.dimensions.map(({ id }) => id) ?? [],
  }
}

const seriesOf = ({ dataSets }: DataMessage): DataSeries[] => dataSets.flatMap(({ series }) => [...series])
const observationsOf = (message: DataMessage) => seriesOf(message).flatMap(({ observations }) => [...observations])
const keyOf = ({ key }: DataSeries): string[] => Object.values(key)

async function testIdentification(subject: Subject, flow: string, { ask, read }: Asking, outcomes: Outcomes): Promise<void> {
  const { agency, id, provider } = subject
  for (const path of [flow, `${agency},${id}`, id])
    await outcomes.test(true, `data/${path}/all?detail=serieskeysonly`, async () => {
      const { dataSets } = await read(`${path}/all?detail=serieskeysonly`)
      expect(dataSets.length > 0 && dataSets.every(({ structure }) => structure.id === id), 'data of another flow came')
    })
  for (const name of [`${provider.agency},${provider.id}`, provider.id, `${provider.id}+${provider.id}`])
    await outcomes.test(true, `data/${flow}/all/${name}?detail=serieskeysonly`, async () => {
      const answer = await ask(`data/${flow}/all/${name}?detail=serieskeysonly`, { accept: specific })
      expectStatus(answer, 200)
      const wanted = /<common:ProvisionAgrement><Ref[^>]* id="([^"]+)"/.exec(answer.text)?.[1]
      if (wanted === undefined) throw new Error('the header names no provision agreement')
      const [agreement] = readTold((await ask(`provisionagreement/${agency}/${wanted}/latest`)).text)
      expect(agreement?.references.some(({ item }) => item === provider.id) === true, 'the agreement is with somebody else')
    })
}

async function testKeys(whole: DataMessage, flow: string, read: Read, outcomes: Outcomes): Promise<void> {
  const [first, second] = [seriesOf(whole)[0], seriesOf(whole).at(-1)]
  const key = first === undefined ? [] : keyOf(first)
  const other = second === undefined ? [] : keyOf(second)
  const differs = key.findIndex((code, at) => code !== other[at])
  const patterns: Record<string, string[]> = {
    full: key,
    partial: key.map((code, at) => (at === 2 ? '' : code)),
    many: key.map((code, at) => (at === differs ? `${code}+${other[at]}` : code)),
  }
  for (const [name, pattern] of Object.entries(patterns))
    await outcomes.test(true, `data/flow/KEY (${name})`, async () => {
      const found = seriesOf(await read(`${flow}/${pattern.join('.')}`))
      expect(found.length > 0, 'none came')
      const fits = (one: DataSeries) => keyOf(one).every((code, at) => pattern[at] === '' || pattern[at]?.split('+').includes(code))
      expect(found.every(fits), 'series that were not asked for')
    })
}

async function testDescriptions(
  subject: Subject,
  whole: DataMessage,
  flow: string,
  { ask, read }: Asking,
  outcomes: Outcomes,
): Promise<void> {
  const sample = seriesOf(whole).toSorted((a, b) => b.observations.length - a.observations.length)[0]
  const periods = sample?.observations.map(({ timePeriod }) => timePeriod) ?? []
  const [from, to] = [periods[1] ?? periods[0] ?? '', periods.at(-2) ?? periods[0] ?? '']
  const of = (message: DataMessage) =>
    seriesOf(message).find((one) => sample !== undefined && keyOf(one).join('.') === keyOf(sample).join('.'))
  const within = (message: DataMessage, isWithin: (period: string) => boolean): void => {
    expect(observationsOf(message).length > 0, 'none came')
    expect(
      observationsOf(message).every(({ timePeriod }) => isWithin(timePeriod)),
      'observations of other periods came',
    )
  }
  const test = (query: string, check: (message: DataMessage) => void) =>
    outcomes.test(true, `data/flow/all?${query}`, async () => check(await read(`${flow}/all?${query}`)))
  const year = (period: string): string => period.slice(0, 4)
  await test(`startPeriod=${from}`, (message) => within(message, (period) => year(period) >= year(from)))
  await test(`endPeriod=${to}`, (message) => within(message, (period) => year(period) <= year(to)))
  await test(`startPeriod=${from}&endPeriod=${to}`, (message) =>
    within(message, (period) => year(period) >= year(from) && year(period) <= year(to)))
  const same = (message: DataMessage, wanted: readonly string[]): void => {
    const found = of(message)?.observations.map(({ timePeriod }) => timePeriod)
    expect(found?.join() === wanted.join(), `${found?.join()} instead of ${wanted.join()}`)
  }
  await test(`lastNObservations=3&startPeriod=${from}&endPeriod=${to}`, (message) =>
    same(message, periods.filter((period) => period >= from && period <= to).slice(-3)))
  await test('firstNObservations=3', (message) => same(message, periods.slice(0, 3)))
  await test('lastNObservations=3', (message) => same(message, periods.slice(-3)))
  for (const query of ['updatedAfter=2000-01-01', 'includeHistory=true', 'detail=full'])
    await test(query, (message) => expect(observationsOf(message).length > 0, 'none came'))
  await test('detail=dataonly', (message) => {
    expect(observationsOf(message).length > 0, 'no observations came')
    expect(
      seriesOf(message).every(({ attributes }) => Object.keys(attributes).length === 0),
      'attributes came too',
    )
  })
  await test('detail=serieskeysonly', (message) => {
    expect(seriesOf(message).length > 0 && observationsOf(message).length === 0, 'observations came too')
    expect(
      seriesOf(message).every(({ attributes }) => Object.keys(attributes).length === 0),
      'attributes came too',
    )
  })
  await test('detail=nodata', (message) =>
    expect(seriesOf(message).length > 0 && observationsOf(message).length === 0, 'observations came too'))
  for (const dimension of ['TIME_PERIOD', 'AllDimensions', subject.dimensions[0] ?? ''])
    await outcomes.test(true, `data/flow/all?dimensionAtObservation=${dimension}`, async () => {
      const answer = await ask(`data/${flow}/all?dimensionAtObservation=${dimension}`, { accept: specific })
      expectStatus(answer, 200)
      expect(answer.text.includes(`dimensionAtObservation="${dimension}"`), 'the header says another dimension')
    })
}

async function testFormats(flow: string, ask: Ask, outcomes: Outcomes): Promise<void> {
  const path = `data/${flow}/all?detail=serieskeysonly`
  const formats = ['genericdata+xml;version=2.1', 'structurespecificdata+xml;version=2.1', 'generictimeseriesdata+xml;version=2.1']
  const others = ['structurespecifictimeseriesdata+xml;version=2.1', 'data+json;version=1.0.0', 'data+csv;version=1.0.0']
  for (const format of [...formats, ...others])
    await outcomes.test(true, `data/flow/all (${format})`, async () => {
      const answer = await ask(path, { accept: `application/vnd.sdmx.${format}` })
      expectStatus(answer, 200)
      const type = (answer.headers.get('content-type') ?? '').replaceAll(' ', '')
      expect(type.startsWith(`application/vnd.sdmx.${format}`), type)
    })
  await outcomes.test(true, 'data/flow/all (compression)', async () => {
    const answer = await ask(path, { accept: specific, 'accept-encoding': 'gzip' })
    expectStatus(answer, 200)
    // Whoever asks by fetch gets the text unpacked; that it was packed, `Vary` says.
    expect(/accept-encoding/i.test(answer.headers.get('vary') ?? ''), 'Vary does not name Accept-Encoding')
  })
  await outcomes.test(true, 'data/flow/all (language)', async () => {
    const answer = await ask(path, { accept: specific, 'accept-language': 'en' })
    expect((answer.headers.get('content-language') ?? '').startsWith('en'), 'not in English')
  })
  await outcomes.test(true, 'data/flow/all (caching)', async () => {
    expectStatus(await ask(path, { accept: specific, 'if-modified-since': new Date().toUTCString() }), 304)
  })
}

async function testAvailability(subject: Subject, whole: DataMessage, flow: string, ask: Ask, outcomes: Outcomes): Promise<void> {
  const list = seriesOf(whole)
  const [key, other] = [list[0], list.at(-1)].map((one) => (one === undefined ? [] : keyOf(one)))
  const differs = key?.findIndex((code, at) => code !== other?.[at]) ?? 0
  const many = key?.map((code, at) => (at === differs ? `${code}+${other?.[at]}` : code)) ?? []
  const constraint = async (path: string): Promise<{ told: ToldArtefact; text: string }> => {
    const answer = await ask(`availableconstraint/${flow}/${path}`)
    expectStatus(answer, 200)
    const told = readTold(answer.text).find(({ className }) => className === 'ContentConstraint')
    if (told === undefined) throw new Error('no constraint came')
    return { told, text: answer.text }
  }
  const valuesOf = (text: string, dimension: string): string[] =>
    [
      ...(new RegExp(`<common:KeyValue id="${dimension}">(.*?)</common:KeyValue>`, 's').exec(text)?.[1] ?? '').matchAll(
        /<common:Value>([^<]*)</g,
      ),
    ].map(([, code = '']) => code)
  await outcomes.test(true, 'availableconstraint/flow', async () =>
    expect(/<structure:CubeRegion/.test((await constraint('all')).text), 'no region'),
  )
  for (const pattern of [key ?? [], many])
    for (const mode of ['exact', 'available'])
      await outcomes.test(true, `availableconstraint/flow/KEY?mode=${mode}${pattern === many ? ' (many)' : ''}`, async () => {
        const { text } = await constraint(`${pattern.join('.')}?mode=${mode}`)
        const fits = subject.dimensions.every((one, at) => valuesOf(text, one).every((code) => pattern[at]?.split('+').includes(code)))
        expect(mode === 'available' || fits, 'codes that were not asked for')
      })
  for (const query of ['startPeriod=2010-01', 'endPeriod=2020-01', 'startPeriod=2010-01&endPeriod=2020-01'])
    await outcomes.test(true, `availableconstraint/flow/all?${query}`, async () => void (await constraint(`all?${query}`)))
  await outcomes.test(true, 'availableconstraint/flow/all (metrics)', async () => {
    const { text } = await constraint('all')
    for (const id of ['series_count', 'obs_count'])
      expect(new RegExp(`<common:Annotation id="${id}"><common:AnnotationTitle>[1-9]\\d*<`).test(text), `no ${id}`)
  })
  await outcomes.test(true, 'availableconstraint/flow/all/all/DIMENSION', async () => {
    const { text } = await constraint(`all/all/${subject.dimensions[0]}`)
    expect(
      valuesOf(text, subject.dimensions[0] ?? '').length > 0 && valuesOf(text, subject.dimensions[1] ?? '').length === 0,
      'other dimensions too',
    )
  })
}
