import { directions, kindsInReferences, onlyIdentified, resourceOf, resourceOfClass, resources, type Resource } from './facts.ts'
import { expect, expectStatus, Outcomes, type Ask, type Outcome } from './outcome.ts'
import { keyOf, readTold, type ToldArtefact } from './told.ts'

/** Every request for structures, of each resource about one of its artefacts. */
export async function testStructures(ask: Ask, choose: <T>(list: readonly T[]) => T): Promise<Outcome[]> {
  const outcomes = new Outcomes('structure')
  for (const resource of resources) await testResource(resource, ask, choose, outcomes)
  return outcomes.list
}

async function testResource(resource: Resource, ask: Ask, choose: <T>(list: readonly T[]) => T, outcomes: Outcomes): Promise<void> {
  const { name, isBasic, classes } = resource
  const isMeant = ({ className }: ToldArtefact): boolean => name === 'structure' || classes.includes(className)
  const read = async (path: string): Promise<ToldArtefact[]> => {
    const answer = await ask(`${name}/${path}`)
    expectStatus(answer, 200)
    return readTold(answer.text)
  }
  const known = { all: [] as ToldArtefact[] }
  await outcomes.test(isBasic, `${name}/all/all/all?detail=allstubs`, async () => {
    known.all = (await read('all/all/all?detail=allstubs')).filter(isMeant)
    expect(known.all.length > 0, 'there is none')
  })
  const one = known.all.length === 0 ? null : choose(known.all)
  const { agency, id, version } = one ?? { agency: '-', id: '-', version: '1.0' }
  const own = `${agency}/${id}/${version}`

  for (const path of [own, `all/${id}/${version}`, `${agency}/all/${version}`, `${agency}/${id}/all`, `${agency}/${id}`, `${agency}/all`])
    await outcomes.test(isBasic, `${name}/${path}`, async () => {
      const found = (await read(path)).filter(isMeant)
      expect(found.length > 0, 'none came')
      if (path === own && name !== 'structure') expect(found.length === 1, `${found.length} came`)
      const agencies = path.startsWith('all/') ? null : agency
      expect(
        found.every((artefact) => agencies === null || artefact.agency === agencies),
        'others came too',
      )
    })
  if (name === 'codelist') await testSeveral(known.all, one, read, outcomes)
  if (resource.items !== null) await testItems(resource, own, read, outcomes)
  if (onlyIdentified.has(name)) return
  await testReferences(resource, own, read, outcomes)
  await testDetails(resource, own, { read, ask }, outcomes)
  if (name === 'codelist') await testRepresentations(own, ask, outcomes)
}

type Read = (path: string) => Promise<ToldArtefact[]>

async function testSeveral(all: readonly ToldArtefact[], one: ToldArtefact | null, read: Read, outcomes: Outcomes): Promise<void> {
  const other = all.find(({ agency }) => agency !== one?.agency)
  const sister = all.find(({ agency, id }) => agency === one?.agency && id !== one?.id)
  for (const [path, count] of [
    [`${one?.agency}+${other?.agency}/${one?.id}/${one?.version}`, 1],
    [`${one?.agency}/${one?.id}+${sister?.id}/${one?.version}`, 2],
    [`${one?.agency}/${one?.id}/${one?.version}+${one?.version}`, 1],
  ] as const)
    await outcomes.test(true, `codelist/${path}`, async () => {
      const found = await read(path)
      expect(found.length >= count, `${found.length} came`)
    })
}

async function testItems({ name, isBasic, classes, content }: Resource, own: string, read: Read, outcomes: Outcomes): Promise<void> {
  const itemsOf = (found: readonly ToldArtefact[]): readonly string[] => {
    const scheme = found.find(({ className }) => classes.includes(className))
    return content.flatMap((tag) => scheme?.items.get(tag) ?? [])
  }
  await outcomes.test(isBasic, `${name}/agency/id/version/items`, async () => {
    const wanted = itemsOf(await read(own)).slice(0, 2)
    expect(wanted.length > 0, 'there are no items')
    const found = itemsOf(await read(`${own}/${wanted.join('+')}`))
    expect(found.join('+') === wanted.join('+'), `${found.join('+')} instead of ${wanted.join('+')}`)
  })
  if (name !== 'categoryscheme') return
  await outcomes.test(isBasic, 'categoryscheme/agency/id/version/item?references=parentsandsiblings', async () => {
    const [item = ''] = itemsOf(await read(own))
    const found = await read(`${own}/${item}?references=parentsandsiblings`)
    const categorised = found.filter(({ className }) => className === 'Categorisation')
    expect(categorised.length > 0, 'no categorisation came')
    expect(
      categorised.every(({ references }) => references.some((one) => one.item === item)),
      'others are categorised too',
    )
    checkReferences(found, own, 'parentsandsiblings', 'CategoryScheme')
  })
}

async function testReferences({ name, isBasic, classes, around }: Resource, own: string, read: Read, outcomes: Outcomes): Promise<void> {
  for (const references of [...directions, ...kindsInReferences.filter((kind) => around.includes(kind))])
    await outcomes.test(isBasic && isBasicValue(references, true), `${name}/agency/id/version?references=${references}`, async () =>
      checkReferences(await read(`${own}?references=${references}`), own, references, classes[0] ?? ''),
    )
}

/** In the Basic profile references to basic kinds only; directions where references are looked at for themselves. */
const isBasicValue = (references: string, withDirections: boolean): boolean =>
  (directions as readonly string[]).includes(references) ? withDirections : (resourceOf(references)?.isBasic ?? false)

/** That all comes that is referred to, and nothing else. */
function checkReferences(found: readonly ToldArtefact[], own: string, references: string, className: string): void {
  const artefact = found.find((one) => one.className === className && `${one.agency}/${one.id}/${one.version}` === own)
  if (artefact === undefined) throw new Error('it did not come itself')
  const byKey = new Map(found.map((one) => [keyOf(one), one]))
  const children = (one: ToldArtefact): string[] => one.references.map(keyOf)
  const parents = found.filter(
    (one) => one !== artefact && one.references.some((ref) => keyOf(ref) === keyOf(artefact) && isAboutItems(ref.item, artefact)),
  )
  const descendants = (one: ToldArtefact): string[] =>
    children(one).flatMap((key) => [key, ...(byKey.has(key) ? descendants(byKey.get(key)!) : [])])
  const above = parents.map(keyOf)
  const siblings = parents.flatMap(children)
  const kind = resourceOf(references)
  const isOfKind = (key: string): boolean => kind === undefined || kind.classes.includes(key.slice(0, key.indexOf('=')))
  const wanted = new Set(
    {
      none: [],
      parents: above,
      parentsandsiblings: [...above, ...siblings],
      children: children(artefact),
      descendants: descendants(artefact),
      all: [...above, ...siblings, ...descendants(artefact)],
    }[references] ?? [...above, ...children(artefact)].filter(isOfKind),
  )
  const missing = [...wanted].filter((key) => !byKey.has(key))
  expect(missing.length === 0, `missing: ${missing.join(' ')}`)
  const strange = found.map(keyOf).filter((key) => key !== keyOf(artefact) && !wanted.has(key))
  expect(strange.length === 0, `not referred to: ${strange.slice(0, 3).join(' ')} (${strange.length})`)
}

const isAboutItems = (item: string | null, { items, isPartial }: ToldArtefact): boolean =>
  item === null || !isPartial || [...items.values()].some((list) => list.includes(item))

async function testDetails(resource: Resource, own: string, { read, ask }: { read: Read; ask: Ask }, outcomes: Outcomes): Promise<void> {
  const { name, isBasic, classes } = resource
  for (const references of [...directions, ...kindsInReferences])
    await outcomes.test(
      isBasic && isBasicValue(references, false),
      `${name}/agency/id/version?detail=full&references=${references}`,
      async () => {
        const found = await read(`${own}?detail=full&references=${references}`)
        checkDetail(found, 'full')
      },
    )
  const childrenOf = (found: readonly ToldArtefact[]): ToldArtefact[] => {
    const artefact = found.find((one) => classes.includes(one.className) && `${one.agency}/${one.id}/${one.version}` === own)
    if (artefact === undefined) throw new Error('it did not come itself')
    return artefact.references.map((ref) => {
      const child = found.find((one) => keyOf(one) === keyOf(ref))
      if (child === undefined) throw new Error(`${keyOf(ref)} did not come`)
      return child
    })
  }
  for (const [detail, wanted] of [
    ['allstubs', 'stub'],
    ['allcompletestubs', 'complete stub'],
    ['referencestubs', 'stub'],
    ['referencecompletestubs', 'complete stub'],
  ] as const)
    await outcomes.test(isBasic, `${name}/agency/id/version?detail=${detail}&references=children`, async () => {
      const found = await read(`${own}?detail=${detail}&references=children`)
      checkDetail(detail.startsWith('all') ? found : childrenOf(found), wanted)
    })
  if (name === 'datastructure' || name === 'metadatastructure')
    await outcomes.test(isBasic, `${name}/agency/id/version?detail=referencepartial&references=children`, async () => {
      const found = await read(`${own}?detail=referencepartial&references=children`)
      const artefact = found.find((one) => classes.includes(one.className))
      const used = new Set(artefact?.references.map(({ item }) => item))
      const schemes = childrenOf(found).filter(({ className }) => className === 'ConceptScheme')
      const more = schemes.flatMap(({ items }) => items.get('Concept') ?? []).filter((concept) => !used.has(concept))
      expect(schemes.length > 0 && more.length === 0, `concepts that it does not use: ${more.slice(0, 3).join(' ')}`)
    })
  if (name === 'contentconstraint')
    await outcomes.test(isBasic, 'codelist of an allowed constraint?detail=referencepartial', async () => {
      // The kit asks for the list by itself, and wants it cut by a constraint that the question does not name.
      const allowed = (await read('all/all/all')).find(({ type }) => type === 'Allowed')
      const flow = allowed?.references[0]
      if (flow === undefined) throw new Error('there is no constraint of the type Allowed')
      const around = await ask(`dataflow/${flow.agency}/${flow.id}/${flow.version}?references=descendants`)
      const list = readTold(around.text).find(({ className }) => className === 'Codelist')
      const [partial] = readTold((await ask(`codelist/${list?.agency}/${list?.id}/${list?.version}?detail=referencepartial`)).text)
      expect(partial?.isPartial === true, 'the list is whole')
    })
}

function checkDetail(found: readonly ToldArtefact[], wanted: 'full' | 'stub' | 'complete stub'): void {
  const wrong = found.filter((one) => detailOf(one) !== wanted)
  expect(wrong.length === 0, `no ${wanted}: ${wrong.slice(0, 3).map(keyOf).join(' ')}`)
}

/** As the kit sees it: whole by what it holds, a complete stub by a description or annotation. */
function detailOf({ className, inside }: ToldArtefact): 'full' | 'stub' | 'complete stub' {
  if (resourceOfClass(className)?.content.some((tag) => inside.has(tag)) === true) return 'full'
  return inside.has('Description') || inside.has('Annotations') ? 'complete stub' : 'stub'
}

async function testRepresentations(own: string, ask: Ask, outcomes: Outcomes): Promise<void> {
  const [xml, json] = ['application/vnd.sdmx.structure+xml;version=2.1', 'application/vnd.sdmx.structure+json;version=1.0.0']
  for (const [accept, wanted] of [
    ['', xml],
    [xml, xml],
    [json, json],
    ['invalid representation query', null],
    [`${xml}, ${json};q=0.9`, xml],
    [`${xml};q=0.9, ${json}`, json],
  ] as const)
    await outcomes.test(true, `codelist/agency/id/version (${accept})`, async () => {
      const answer = await ask(`codelist/${own}?detail=allstubs`, { accept })
      if (wanted === null) return expectStatus(answer, 406)
      expectStatus(answer, 200)
      const type = (answer.headers.get('content-type') ?? '').replaceAll(' ', '')
      expect(type.startsWith(wanted), `${type} instead of ${wanted}`)
    })
}
