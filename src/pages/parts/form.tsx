import type { Child, FC } from 'hono/jsx'
import type { Language } from '../../books/text.ts'
import type { Words } from '../words.ts'

/** Why a form was not taken: in the reader's words, with the id of the field that it is about ('' : the whole form). */
export interface Problem {
  field: string
  text: string
}

export const problemOf = (problems: readonly Problem[], field: string): string | undefined =>
  problems.find((one) => one.field === field)?.text

/** Everything that is wrong, at the top of the page, each leading to its field. It takes the focus (`islands/site.ts`). */
export const ErrorSummary: FC<{ problems: readonly Problem[]; words: Words }> = ({ problems, words }) =>
  problems.length === 0 ? null : (
    <div class="errors" tabindex={-1} data-takes-focus aria-labelledby="errors-title">
      <div role="alert">
        <h2 id="errors-title">{words.t('form.problem')}</h2>
        <ul>
          {problems.map(({ field, text }) => (
            <li>{field === '' ? text : <a href={`#${field}`}>{text}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  )

interface FieldProps {
  /** Id and, unless `name` says otherwise, name. */
  id: string
  name?: string
  label: Child
  hint?: Child
  /** Why it was not taken. */
  problem?: string | undefined
  /** Language of what is written into it. */
  lang?: Language
  class?: string
}

interface TextFieldProps extends FieldProps {
  value?: string
  type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'url'
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email'
  maxlength?: number
  /** Id of a list of suggestions. */
  list?: string
  /** Rows of a field for several lines; without it the field has one line. */
  rows?: number
  required?: boolean
  spellcheck?: boolean
  autofocus?: boolean
}

/** A field with its label, what to write into it, and what is wrong with it. */
export const TextField: FC<TextFieldProps> = ({ id, name, label, hint, problem, lang, value, type, rows, class: look, ...rest }) => {
  const own = { id, name: name ?? id, lang, ...describedBy(id, hint, problem), ...given(rest) }
  return (
    <div class={fieldClass(problem, look)}>
      <label for={id}>{label}</label>
      <About id={id} hint={hint} problem={problem} />
      {rows === undefined ? (
        <input type={type ?? 'text'} value={value ?? ''} {...own} />
      ) : (
        <textarea rows={rows} {...own}>
          {value ?? ''}
        </textarea>
      )}
    </div>
  )
}

export interface Choice {
  value: string
  label: string
}

export const SelectField: FC<FieldProps & { value?: string; choices: readonly Choice[] }> = (props) => {
  const { id, name, label, hint, problem, value, choices, class: look } = props
  return (
    <div class={fieldClass(problem, look)}>
      <label for={id}>{label}</label>
      <About id={id} hint={hint} problem={problem} />
      <select id={id} name={name ?? id} {...describedBy(id, hint, problem)}>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

export const RadioField: FC<FieldProps & { value?: string; choices: readonly Choice[] }> = (props) => {
  const { id, name, label, hint, problem, value, choices, class: look } = props
  return (
    <div class={fieldClass(problem, look)} role="group" aria-labelledby={`${id}-label`} {...describedBy(id, hint, problem)}>
      <span class="lab" id={`${id}-label`}>
        {label}
      </span>
      <About id={id} hint={hint} problem={problem} />
      <div class="radios">
        {choices.map((choice, index) => (
          <label>
            {/* The first carries the id of the field, so that the summary's link leads to it. */}
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${index}`}
              name={name ?? id}
              value={choice.value}
              checked={choice.value === value}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </div>
  )
}

/** A file to bring; its form is sent as `multipart/form-data`. */
export const FileField: FC<FieldProps & { accept: string }> = ({ id, name, label, hint, problem, accept, class: look }) => (
  <div class={fieldClass(problem, look)}>
    <label for={id}>{label}</label>
    <About id={id} hint={hint} problem={problem} />
    <input type="file" id={id} name={name ?? id} accept={accept} {...describedBy(id, hint, problem)} />
  </div>
)

/** A number that is this form's alone: sent twice, it is done once (`web/desk-route.tsx`). */
export const FormKey: FC<{ value: string }> = ({ value }) => <input type="hidden" name="formKey" value={value} />

const About: FC<{ id: string; hint: Child | undefined; problem: string | undefined }> = ({ id, hint, problem }) => (
  <>
    {hint !== undefined && (
      <span class="hint" id={`${id}-hint`}>
        {hint}
      </span>
    )}
    {problem !== undefined && (
      <span class="err" id={`${id}-error`}>
        {problem}
      </span>
    )}
  </>
)

function describedBy(id: string, hint: Child | undefined, problem: string | undefined): Record<string, string> {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(problem === undefined ? [] : [`${id}-error`])]
  return { ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}), ...(problem === undefined ? {} : { 'aria-invalid': 'true' }) }
}

const fieldClass = (problem: string | undefined, look: string | undefined): string =>
  ['f', ...(problem === undefined ? [] : ['bad']), ...(look === undefined ? [] : [look])].join(' ')

/** hono/jsx writes `undefined` as nothing and `false` as "false" where the attribute is no boolean one. */
const given = (attributes: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && value !== false))
