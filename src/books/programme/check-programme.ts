import { languages, type Language, type MultilingualText } from '../text.ts'
import { problem, type Path, type Problem } from './problem.ts'
import { sectionsOf } from './sections.ts'
import { sdgTargets } from './sdg-targets.ts'
import type { Goal, Measure, ProgrammeVersion, TargetIndicator } from './programme.ts'

/**
 * Every rule about what a programme must hold. An error keeps it from being published; a warning is doubtful; an `info`
 * says what is not known, as a reader of the programme will see it.
 */
export function checkProgramme(version: ProgrammeVersion): Problem[] {
  const goals = version.directions.flatMap((direction, d) =>
    direction.goals.map((goal, g) => ({ goal, path: ['directions', d, 'goals', g] as Path })),
  )
  return [
    ...checkPeriod(version),
    ...checkIds(version),
    ...goals.flatMap(({ goal, path }) => [
      ...checkSdgTargets(goal.sdgTargets, path),
      ...goal.indicators.flatMap((indicator, i) => checkIndicator(indicator, [...path, 'indicators', i], version)),
      ...goal.measures.flatMap((measure, m) => checkMeasure(measure, [...path, 'measures', m], version)),
    ]),
    ...checkSources(version, goals),
    ...checkLanguages(version, goals),
  ]
}

function checkPeriod({ period }: ProgrammeVersion): Problem[] {
  return period.from > period.to
    ? [problem('error', 'period_reversed', ['period'], { from: String(period.from), to: String(period.to) })]
    : []
}

/** Ids are addresses: no two things of a kind may share one. */
function checkIds(version: ProgrammeVersion): Problem[] {
  const things: Array<{ id: string; path: Path }> = [
    ...sectionsOf(version).flatMap((section) => [
      { id: section.id, path: section.path.slice(0, -1) },
      ...section.sentences.map((sentence, s) => ({ id: sentence.id, path: [...section.path, s] })),
    ]),
    ...version.directions.flatMap((direction, d) =>
      direction.goals.flatMap((goal, g) => [
        ...goal.indicators.map(({ id }, i) => ({ id, path: ['directions', d, 'goals', g, 'indicators', i] })),
        ...goal.measures.map(({ id }, m) => ({ id, path: ['directions', d, 'goals', g, 'measures', m] })),
      ]),
    ),
  ]
  const numbers = version.directions.flatMap((direction, d) =>
    direction.goals.map((goal, g) => ({ id: goal.number, path: ['directions', d, 'goals', g, 'number'] })),
  )
  const sources = version.sources.map(({ id }, at) => ({ id, path: ['sources', at] }))
  return [...repeated(things, 'duplicate_id'), ...repeated(sources, 'duplicate_id'), ...repeated(numbers, 'duplicate_number')]
}

function repeated(things: ReadonlyArray<{ id: string; path: Path }>, code: string): Problem[] {
  const seen = new Set<string>()
  return things.flatMap(({ id, path }) => {
    if (seen.has(id)) return [problem('error', code, path, { id })]
    seen.add(id)
    return []
  })
}

function checkIndicator(indicator: TargetIndicator, path: Path, { period }: ProgrammeVersion): Problem[] {
  const { baseline, targets, desired } = indicator
  const last = targets.at(-1)
  const against = desired === 'increase' ? -1 : 1
  const outside = targets.filter(({ year }) => year < period.from || year > period.to)
  const repeatedYears = targets.filter(({ year }, at) => targets.findIndex((other) => other.year === year) < at)
  return [
    ...outside.map(({ year }) => problem('error', 'target_outside_period', [...path, 'targets', String(year)], { year: String(year) })),
    ...repeatedYears.map(({ year }) => problem('error', 'target_year_twice', [...path, 'targets'], { year: String(year) })),
    ...(targets.length === 0 ? [problem('info', 'targets_missing', path)] : []),
    ...(desired === null ? [problem('info', 'desired_missing', path)] : []),
    ...(baseline === null && targets.length > 0 ? [problem('warning', 'baseline_missing', path)] : []),
    ...(baseline && targets.some(({ year }) => year <= baseline.year)
      ? [problem('warning', 'baseline_not_before_targets', [...path, 'baseline'], { year: String(baseline.year) })]
      : []),
    ...(baseline && last && desired !== null && against * (Number(last.value) - Number(baseline.value)) > 0
      ? [problem('warning', 'target_against_direction', [...path, 'targets'], { baseline: baseline.value, target: last.value })]
      : []),
    ...(indicator.actual === null ? [problem('info', 'actual_missing', path)] : []),
  ]
}

function checkMeasure(measure: Measure, path: Path, { period }: ProgrammeVersion): Problem[] {
  const year = measure.deadline === null ? null : Number(measure.deadline.slice(0, 4))
  const outside = (one: number) => one < period.from || one > period.to
  return [
    ...checkSdgTargets(measure.sdgTargets, path),
    ...(isEmpty(measure.owner) ? [problem('warning', 'owner_missing', path)] : []),
    ...(measure.deadline === null ? [problem('warning', 'deadline_missing', path)] : []),
    ...(year !== null && outside(year)
      ? [problem('warning', 'deadline_outside_period', [...path, 'deadline'], { deadline: measure.deadline ?? '' })]
      : []),
    ...measure.budget.flatMap((line, at) =>
      outside(line.year) ? [problem('warning', 'budget_outside_period', [...path, 'budget', at], { year: String(line.year) })] : [],
    ),
  ]
}

const checkSdgTargets = (targets: readonly string[], path: Path): Problem[] =>
  targets.flatMap((target, at) =>
    sdgTargets.has(target) ? [] : [problem('error', 'unknown_sdg_target', [...path, 'sdgTargets', at], { target })],
  )

/** Citations must exist. */
function checkSources(version: ProgrammeVersion, goals: ReadonlyArray<{ goal: Goal; path: Path }>): Problem[] {
  const known = new Set(version.sources.map(({ id }) => id))
  const citing = [
    ...sectionsOf(version).flatMap((section) =>
      section.sentences.map(({ sources }, s) => ({ sources, path: [...section.path, s, 'sources'] })),
    ),
    ...goals.flatMap(({ goal, path }) =>
      goal.indicators.map(({ sources }, i) => ({ sources, path: [...path, 'indicators', i, 'sources'] })),
    ),
  ]
  return citing.flatMap(({ sources, path }) =>
    sources.filter((id) => !known.has(id)).map((id) => problem('error', 'unknown_source', path, { id })),
  )
}

/** The languages a programme speaks are those of its title; a text that lacks one of them is named. */
function checkLanguages(version: ProgrammeVersion, goals: ReadonlyArray<{ goal: Goal; path: Path }>): Problem[] {
  const spoken = languages.filter((language) => version.title[language])
  const texts: Array<{ text: MultilingualText; path: Path }> = [
    { text: version.act, path: ['act'] },
    ...sectionsOf(version).flatMap((section) => [
      { text: section.title, path: [...section.path.slice(0, -1), section.kind === 'passport' ? 'label' : 'title'] },
      ...section.sentences.map(({ text }, s) => ({ text, path: [...section.path, s] })),
    ]),
    ...goals.flatMap(({ goal, path }) => [
      ...goal.indicators.map(({ name }, i) => ({ text: name, path: [...path, 'indicators', i, 'name'] })),
      ...goal.measures.flatMap(({ title, owner, formOfCompletion }, m) => [
        { text: title, path: [...path, 'measures', m, 'title'] },
        { text: owner, path: [...path, 'measures', m, 'owner'] },
        { text: formOfCompletion, path: [...path, 'measures', m, 'formOfCompletion'] },
      ]),
    ]),
  ]
  return texts.flatMap(({ text, path }) => {
    const missing = spoken.filter((language: Language) => !text[language])
    return isEmpty(text) || missing.length === 0 ? [] : [problem('warning', 'language_missing', path, { languages: missing.join(', ') })]
  })
}

const isEmpty = (text: MultilingualText): boolean => languages.every((language) => !text[language])
