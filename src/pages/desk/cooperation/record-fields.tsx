import type { FC } from 'hono/jsx'
import type { Choices, NamedRecords } from '../../../books/cooperation/desk-view.ts'
import type { RecordForm } from '../../../books/cooperation/fill-record.ts'
import { recordFields, type Field } from '../../../books/cooperation/record-fields.ts'
import type { RecordKind } from '../../../books/cooperation/records.ts'
import { languages } from '../../../books/text.ts'
import { problemOf, SelectField, TextField, type Problem } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'
import { LanguageFields } from '../language-fields.tsx'
import { ReferenceField, ReferencesField } from './reference-fields.tsx'
import { choiceLabel, fieldHint, fieldLabel } from './record-words.ts'

export interface RecordFieldsProps {
  kind: RecordKind
  form: RecordForm
  problems: readonly Problem[]
  /** What references may name, by kind. */
  choices: ReadonlyMap<RecordKind, Choices>
  named: NamedRecords
  /** Fields that do not change any more: they are shown elsewhere. */
  fixed: readonly string[]
  words: Words
}

/** The fields of a record, of whatever kind: made from the one description of them. */
export const RecordFields: FC<RecordFieldsProps> = (props) => (
  <>
    {Object.entries<Field>(recordFields[props.kind])
      .filter(([name, { type }]) => type !== 'elsewhere' && !props.fixed.includes(name))
      .map(([name, field]) => (
        <RecordField {...props} name={name} field={field} />
      ))}
  </>
)

const longest: Readonly<Partial<Record<Field['type'], number>>> = {
  ...{ partial_date: 10, local_time: 16, country: 2, language: 3, time_zone: 40 },
}

const RecordField: FC<RecordFieldsProps & { name: string; field: Field }> = ({
  kind,
  name,
  field,
  form,
  problems,
  choices,
  named,
  words,
}) => {
  const plain = fieldLabel(kind, name, words)
  const label = 'required' in field ? words.t('deskCooperation.needed', { label: plain }) : plain
  const hint = fieldHint(kind, name, field, words)
  const value = form[name] ?? ''
  const own = { id: name, label, value, problem: problemOf(problems, name), ...(hint === undefined ? {} : { hint }) }
  switch (field.type) {
    case 'elsewhere':
      return <></>
    case 'words':
      return (
        <fieldset class="part">
          <legend>{label}</legend>
          {hint !== undefined && <p class="hint">{hint}</p>}
          <LanguageFields
            {...{ words, problems }}
            id={name}
            label={plain}
            values={Object.fromEntries(languages.map((language) => [language, form[`${name}.${language}`] ?? '']))}
            rows={field.long ? 5 : 2}
            maxlength={5000}
          />
        </fieldset>
      )
    case 'text':
      return <TextField {...own} maxlength={field.most} {...(field.long ? { rows: name === 'text' && kind === 'source' ? 16 : 5 } : {})} />
    case 'choice':
      return (
        <SelectField
          {...own}
          choices={[
            ...(field.isJudged && value === '' ? [{ value: '', label: words.t('deskCooperation.none') }] : []),
            ...field.of.map((one) => ({ value: one, label: choiceLabel(kind, name, one, words) })),
          ]}
        />
      )
    case 'yes_no':
      return (
        <div class="ticks">
          <label>
            <input type="checkbox" id={name} name={name} value="yes" checked={value === 'yes'} />
            <span>
              {label}
              {hint !== undefined && (
                <>
                  <br />
                  <span class="hint">{hint}</span>
                </>
              )}
            </span>
          </label>
        </div>
      )
    case 'number':
      return <TextField {...own} inputmode="decimal" maxlength={24} />
    case 'reference':
      return <ReferenceField {...own} {...{ words, named }} to={field.to} choices={choices.get(field.to)} />
    case 'references':
      return <ReferencesField {...own} {...{ words, named }} to={field.to} choices={choices.get(field.to)} />
    case 'partial_date':
    case 'local_time':
    case 'country':
    case 'language':
    case 'time_zone':
    case 'codes':
      return <TextField {...own} maxlength={longest[field.type] ?? 1000} />
  }
}
