import { stringify } from 'yaml'
import { formatName } from './read-programme.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { Goal, Measure, ProgrammeVersion, Sentence, TargetIndicator } from '../../books/programme/programme.ts'

/**
 * A version as a file that `readProgramme` reads back without loss. All ids are written out, so that a sentence keeps
 * its id when its words are changed in a text editor.
 */
export function writeProgramme(version: ProgrammeVersion): string {
  const file = compact({
    format: formatName,
    programme: version.programme,
    version: version.number,
    status: version.status,
    date: version.date,
    act: version.act,
    title: version.title,
    period: version.period,
    baselineYear: version.baselineYear,
    sources: version.sources.map(({ id, title, url }) => compact({ id, title, url })),
    passport: version.passport.map(({ label, text }) => compact({ label, text: text.map(sentenceEntry) })),
    directions: version.directions.map(({ id, number, title, text, goals }) =>
      compact({ id, number, title, text: text.map(sentenceEntry), goals: goals.map(goalEntry) }),
    ),
  })
  return stringify(file, { lineWidth: 110, defaultStringType: 'PLAIN' })
}

const sentenceEntry = ({ id, text, sources }: Sentence) => compact({ id, ...inOrder(text), sources })

const goalEntry = ({ id, number, title, text, sdgTargets, indicators, measures }: Goal) =>
  compact({
    id,
    number,
    title,
    text: text.map(sentenceEntry),
    sdgTargets,
    indicators: indicators.map(indicatorEntry),
    measures: measures.map(measureEntry),
  })

const indicatorEntry = (indicator: TargetIndicator) =>
  compact({
    ...indicator,
    targets: new Map(indicator.targets.map(({ year, value }) => [year, value])),
    actual: indicator.actual && compact({ ...indicator.actual }),
  })

const measureEntry = (measure: Measure) => compact({ ...measure, budget: measure.budget.map((line) => ({ ...line })) })

const inOrder = ({ kk, ru, en }: MultilingualText) => compact({ kk, ru, en })

/** Without what is empty: an absent key says the same. */
const compact = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  if (value instanceof Map) return value.size === 0
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}
