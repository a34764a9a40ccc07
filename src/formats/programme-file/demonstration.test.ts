import fs from 'node:fs'
import { expect, test } from 'vitest'
import { carryIds } from '../../books/programme/carry-ids.ts'
import { compareVersions } from '../../books/programme/compare-versions.ts'
import type { ProgrammeVersion } from '../../books/programme/programme.ts'
import { readProgramme } from './read-programme.ts'

const files = ['almaty', 'ulgiqala'].flatMap((city) =>
  fs
    .readdirSync(new URL(`../../../demo/${city}/programme/`, import.meta.url))
    .sort()
    .map((name) => ({ city, name, text: fs.readFileSync(new URL(`../../../demo/${city}/programme/${name}`, import.meta.url), 'utf8') })),
)

test.each(files)('$name has no error', ({ name, text }) => {
  expect(readProgramme(text, name).problems.filter(({ severity }) => severity === 'error')).toEqual([])
})

test('the invented city is complete: three languages, owners, deadlines', () => {
  const codes = files.filter(({ city }) => city === 'ulgiqala').flatMap(({ name, text }) => readProgramme(text, name).problems)
  expect(codes.filter(({ severity }) => severity !== 'info')).toEqual([])
})

test('every statement about Almaty that a source makes names the source, with an address', () => {
  const { version } = readProgramme(files.find(({ name }) => name === 'almaty-2020-2.yaml')?.text ?? '', 'almaty-2020-2.yaml')
  const targets = version?.directions
    .flatMap((direction) => direction.goals)
    .flatMap((goal) => goal.indicators.filter((one) => one.targets.length > 0))
  expect(targets?.map(({ id, sources }) => [id, sources.length > 0])).toEqual([
    ['good-roads', true],
    ['traffic-speed', true],
  ])
  expect(version?.sources.filter(({ url }) => url === null)).toEqual([])
})

test('the amendment keeps the ids of the sentences that it changes', () => {
  const versions: ProgrammeVersion[] = []
  for (const { name, text } of files.filter(({ city }) => city === 'ulgiqala')) {
    const { version } = readProgramme(text, name)
    const before = versions.at(-1)
    if (version) versions.push(before ? carryIds(before, version) : version)
  }
  const [draft, adopted, amended] = versions as [ProgrammeVersion, ProgrammeVersion, ProgrammeVersion]
  expect(compareVersions(draft, adopted).counts.sentences).toEqual({ added: 3, removed: 0, changed: 6, moved: 1 })
  expect(compareVersions(adopted, amended).counts.sentences).toEqual({ added: 1, removed: 0, changed: 2, moved: 0 })
})

test('the example in the documentation is complete', () => {
  const guide = fs.readFileSync(new URL('../../../docs/programme-file.md', import.meta.url), 'utf8')
  const example = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''
  expect(readProgramme(example, 'programme-file.md').problems).toEqual([])
  expect(readProgramme(example, 'programme-file.md').version?.directions[0]?.goals[0]?.measures).toHaveLength(1)
})
