import type { FC } from 'hono/jsx'
import type { ElementKind } from '../../../books/programme/draft/draft.ts'
import type { Fields } from '../../../books/programme/draft/merge-fields.ts'
import { problemOf, RadioField, SelectField, TextField, type Choice, type Problem } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'
import { BudgetFields } from './budget-fields.tsx'
import { labelOf } from './desk-words.ts'
import { LanguageFields } from './language-fields.tsx'
import { RivalBaseline, type BaselineRival } from './rival-baseline.tsx'

export interface ElementFieldsProps {
  kind: ElementKind
  fields: Fields
  problems: readonly Problem[]
  /** Citations of the draft, to tick. */
  sources: readonly Choice[]
  /** Series of the city, for the actual of a target indicator. */
  series: readonly Choice[]
  /** Years of the programme's period: each may have a target. */
  years: readonly number[]
  rivals: readonly BaselineRival[]
  /** Somebody who may only say how far a measure is. */
  officer: boolean
  words: Words
}

/** The fields of one element, of whatever kind. */
export const ElementFields: FC<ElementFieldsProps> = (props) => {
  const { kind, officer } = props
  const row = (names: readonly string[]) => <PlainFields {...props} names={names} />
  const texts = (...given: Array<[string, number]>) => <LanguageFields {...props} texts={given.map(([name, rows]) => ({ name, rows }))} />
  if (kind === 'head') return <>{[texts(['title', 3]), row(['period.from', 'period.to', 'baselineYear'])]}</>
  if (kind === 'passport') return texts(['label', 2])
  if (kind === 'direction') return <>{[row(['number']), texts(['title', 3])]}</>
  if (kind === 'goal') return <>{[row(['number', 'sdgTargets']), texts(['title', 4])]}</>
  if (kind === 'sentence') return <>{[texts(['text', 8]), <Sources {...props} />]}</>
  if (kind === 'source') return <>{[texts(['title', 4]), row(['url'])]}</>
  if (kind === 'indicator')
    return <>{[texts(['name', 4], ['note', 4]), <Measured {...props} />, <Promised {...props} />, <Sources {...props} />]}</>
  return (
    <>
      {!officer && row(['number', 'sdgTargets'])}
      {officer ? texts(['form', 3]) : texts(['title', 4], ['owner', 2], ['form', 3])}
      {row(['deadline'])}
      <BudgetFields
        text={props.fields['budget'] ?? ''}
        problems={props.problems}
        years={[...before(props.years), ...props.years]}
        words={props.words}
      />
    </>
  )
}

/** The year before the period: programmes often count in its prices. */
const before = ([first]: readonly number[]): number[] => (first === undefined ? [] : [first - 1])

/** Short fields in one row, each with a hint where it has one. */
const PlainFields: FC<ElementFieldsProps & { names: readonly string[] }> = ({ names, fields, problems, words }) => (
  <div class="g3">
    {names.map((name) => (
      <TextField
        id={name}
        label={labelOf(name, words)}
        value={fields[name] ?? ''}
        problem={problemOf(problems, name)}
        {...(hints[name] === undefined ? {} : { hint: words.t(hints[name]) })}
        {...(/period|Year|year/.test(name) ? { inputmode: 'numeric' as const } : {})}
      />
    ))}
  </div>
)

const hints: Readonly<Record<string, 'desk.hint_sdg' | 'desk.hint_deadline' | 'desk.hint_number' | 'desk.hint_url'>> = {
  sdgTargets: 'desk.hint_sdg',
  deadline: 'desk.hint_deadline',
  number: 'desk.hint_number',
  url: 'desk.hint_url',
}

const Sources: FC<ElementFieldsProps> = ({ sources, fields, problems, words }) => {
  const chosen = new Set((fields['sources'] ?? '').split(', '))
  const problem = problemOf(problems, 'sources')
  return (
    <fieldset class={problem === undefined ? 'part' : 'part f bad'} id="sources">
      <legend>{words.t('programme.sources')}</legend>
      {problem !== undefined && <p class="err">{problem}</p>}
      {sources.length === 0 && <p class="quiet">{words.t('desk.no_sources')}</p>}
      <div class="ticks">
        {sources.map(({ value, label }) => (
          <label>
            <input type="checkbox" name="sources" value={value} checked={chosen.has(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What is measured, in which unit, and which way is better. */
const Measured: FC<ElementFieldsProps> = ({ series, fields, problems, words }) => (
  <fieldset class="part">
    <legend>{words.t('desk.what_is_measured')}</legend>
    <SelectField
      id="actual"
      label={labelOf('actual', words)}
      hint={words.t('desk.hint_actual')}
      value={fields['actual'] ?? ''}
      problem={problemOf(problems, 'actual')}
      choices={[{ value: '', label: words.t('desk.no_series') }, ...series]}
    />
    <div class="g3">
      <TextField
        id="unit"
        label={labelOf('unit', words)}
        hint={words.t('desk.hint_unit')}
        value={fields['unit'] ?? ''}
        problem={problemOf(problems, 'unit')}
      />
    </div>
    <RadioField
      id="desired"
      label={labelOf('desired', words)}
      hint={words.t('desk.hint_desired')}
      value={fields['desired'] ?? ''}
      problem={problemOf(problems, 'desired')}
      choices={(['increase', 'decrease', ''] as const).map((value) => ({ value, label: words.t(`desk.desired_${value || 'none'}`) }))}
    />
  </fieldset>
)

/** The baseline with what others say for the same year, and the targets year by year. */
const Promised: FC<ElementFieldsProps> = ({ fields, problems, years, rivals, words }) => {
  const field = (name: string) => ({
    id: name,
    label: labelOf(name, words),
    value: fields[name] ?? '',
    problem: problemOf(problems, name),
  })
  const told = Object.keys(fields).flatMap((name) => /^target\.(\d{4})$/.exec(name)?.[1] ?? [])
  const all = [...new Set([...years.map(String), ...told])].sort()
  return (
    <fieldset class="part">
      <legend>{words.t('desk.baseline_and_targets')}</legend>
      <div class="g4">
        <TextField {...field('baseline.year')} inputmode="numeric" maxlength={4} />
        <TextField {...field('baseline.value')} inputmode="decimal" maxlength={40} />
      </div>
      <RivalBaseline stated={fields['baseline.value'] ?? ''} year={fields['baseline.year'] ?? ''} rivals={rivals} words={words} />
      <div class="g4" id="targets">
        {all.map((year) => (
          <TextField {...field(`target.${year}`)} inputmode="decimal" maxlength={40} />
        ))}
      </div>
    </fieldset>
  )
}
