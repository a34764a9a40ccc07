import { expect, test } from 'vitest'
import type { ProgrammeVersion, VersionStatus } from './programme.ts'
import { chooseVersion } from './shown-version.ts'

const goal = { id: 'g', number: '1', title: {}, text: [], sdgTargets: [], indicators: [], measures: [] }
const version = (programme: string, number: number, status: VersionStatus, hasGoals = true): ProgrammeVersion => ({
  programme,
  number,
  status,
  date: null,
  act: {},
  title: {},
  period: { from: 2024, to: 2030 },
  baselineYear: null,
  passport: [],
  directions: hasGoals ? [{ id: 'd', number: '1', title: {}, text: [], goals: [goal] }] : [],
  sources: [],
})
const shownOf = (published: readonly ProgrammeVersion[]) => {
  const choice = chooseVersion(published)
  return choice && [`${choice.shown.programme}/${choice.shown.number}`, choice.versions.length, choice.later?.number ?? null]
}

test.each([
  ['no programme', [], null],
  ['a draft is shown where there is nothing else', [version('a', 1, 'draft')], ['a/1', 1, null]],
  [
    'the next programme, a draft, leaves the one in force in its place',
    [version('a', 1, 'draft'), version('a', 2, 'adopted'), version('b', 1, 'draft')],
    ['a/2', 2, null],
  ],
  [
    'the next programme takes over once it is adopted',
    [version('a', 1, 'adopted'), version('b', 1, 'draft'), version('b', 2, 'adopted')],
    ['b/2', 2, null],
  ],
  ['of two that were adopted the later one', [version('a', 1, 'adopted'), version('b', 1, 'adopted')], ['b/1', 1, null]],
  ['of two drafts the later one', [version('a', 1, 'draft'), version('b', 1, 'draft')], ['b/1', 1, null]],
  ['a draft with goals before an adopted one without any', [version('a', 1, 'adopted', false), version('b', 1, 'draft')], ['b/1', 1, null]],
  [
    'a later version whose text is not known is said beside',
    [version('a', 1, 'adopted'), version('a', 2, 'amended', false)],
    ['a/1', 2, 2],
  ],
  [
    'an amendment that is being discussed is the last version of the programme in force',
    [version('a', 1, 'adopted'), version('a', 2, 'draft')],
    ['a/2', 2, null],
  ],
])('%s', (_, published, shown) => expect(shownOf(published)).toEqual(shown))
