import type { FC } from 'hono/jsx'
import type { Choices, NamedRecords } from '../../../books/cooperation/desk-view.ts'
import type { CooperationRecord, RecordKind } from '../../../books/cooperation/records.ts'
import { SelectField, TextField, type Choice } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'
import { recordTitle } from './record-words.ts'

interface ReferenceFieldProps {
  id: string
  label: string
  hint?: string
  problem?: string | undefined
  /** Number, or numbers separated by commas. */
  value: string
  to: RecordKind
  choices: Choices | undefined
  named: NamedRecords
  words: Words
}

/** "7. Governor of Bangkok": numbers stand before names, because two records may have one name. */
const labelled = (record: CooperationRecord, words: Words, named: NamedRecords): string =>
  `${record.number}. ${recordTitle(record, words, named)}`

/** By name in the order of the alphabet. */
export const choicesByName = (records: readonly CooperationRecord[], words: Words, named: NamedRecords): Choice[] =>
  records
    .map((one) => ({ value: String(one.number), label: labelled(one, words, named), name: recordTitle(one, words, named) }))
    .toSorted((a, b) => words.compare(a.name, b.name))
    .map(({ value, label }) => ({ value, label }))

/** One record of another kind: chosen from a list, or by its number where the list would be too long. */
export const ReferenceField: FC<ReferenceFieldProps> = ({ choices, named, words, to, ...own }) => {
  const records = choices?.records ?? []
  if (choices?.isLong) return <NumberField {...{ ...own, choices, named, words, to }} />
  return <SelectField {...own} choices={[{ value: '', label: words.t('deskCooperation.none') }, ...choicesByName(records, words, named)]} />
}

/** Any number of them: ticked, or written as numbers. */
export const ReferencesField: FC<ReferenceFieldProps> = ({ choices, named, words, to, ...own }) => {
  if (choices?.isLong) return <NumberField {...{ ...own, choices, named, words, to }} />
  const { id, label, hint, problem, value } = own
  const chosen = new Set(value.split(/[,\s]+/))
  const offered = choicesByName(choices?.records ?? [], words, named)
  return (
    <fieldset class={problem === undefined ? 'part' : 'part f bad'} id={id}>
      <legend>{label}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {problem !== undefined && <p class="err">{problem}</p>}
      {offered.length === 0 && <p class="quiet">{words.t('deskCooperation.no_choices', { kind: words.t(`cooperation.kinds_${to}`) })}</p>}
      <div class="ticks">
        {offered.map((one) => (
          <label>
            <input type="checkbox" name={id} value={one.value} checked={chosen.has(one.value)} />
            <span>{one.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A number with suggestions; what stands there now is named beneath it. */
const NumberField: FC<ReferenceFieldProps> = ({ id, label, hint, problem, value, to, choices, named, words }) => {
  const chosen = value.split(/[,\s]+/).flatMap((number) => named.get(`${to}/${number}`) ?? [])
  const about = words.t('deskCooperation.number_hint', { kind: words.t(`cooperation.kinds_${to}`) })
  return (
    <>
      <TextField
        {...{ id, label, problem, value }}
        hint={[hint, about, ...chosen.map((one) => labelled(one, words, named))].filter(Boolean).join(' ')}
        list={`${id}-list`}
        maxlength={1000}
      />
      <datalist id={`${id}-list`}>
        {(choices?.records ?? []).map((one) => (
          <option value={String(one.number)}>{recordTitle(one, words, named)}</option>
        ))}
      </datalist>
    </>
  )
}
