import type { Scheme } from '../../books/cooperation/tour-group/schemes.ts'
import { stateOf } from '../../books/cooperation/tour-group/states.ts'
import type { Trip } from '../../books/cooperation/tour-group/traveller.ts'

/** What cannot be taken from a field of the form. */
export interface FormProblem {
  /** Id of the field. */
  field: string
  code: string
  details?: Readonly<Record<string, string | number>>
}

const numbers = [
  ['least', 'tg-least'],
  ['most', 'tg-most'],
  ['maxDays', 'tg-max-days'],
  ['noticeHours', 'tg-notice-hours'],
  ['blankPages', 'tg-blank-pages'],
] as const
const demands = [
  ['sameNationality', 'tg-same-nationality'],
  ['sameDocumentType', 'tg-same-document'],
  ['sameEntryAndExit', 'tg-same-entry'],
  ['leaderRequired', 'tg-leader-required'],
] as const

const fieldOf = (form: HTMLFormElement, id: string): HTMLInputElement | null => form.querySelector(`#${id}`)
const textOf = (form: HTMLFormElement, id: string): string => fieldOf(form, id)?.value.trim() ?? ''
const put = (form: HTMLFormElement, id: string, value: string): void => {
  const field = fieldOf(form, id)
  if (field !== null) field.value = value
}

/** A ready rule stands in the fields, where each of its demands can be seen and corrected. */
export function fillRules(form: HTMLFormElement, scheme: Scheme): void {
  for (const [name, id] of numbers) put(form, id, scheme[name] === null ? '' : String(scheme[name]))
  put(form, 'tg-nationalities', scheme.nationalities.join(', '))
  put(form, 'tg-validity-months', String(scheme.validity.months))
  put(form, 'tg-validity-after', scheme.validity.after)
  for (const [name, id] of demands) {
    const box = fieldOf(form, id)
    if (box !== null) box.checked = scheme[name]
  }
}

/** The rules and the trip as the form has them. */
export function readForm(
  form: HTMLFormElement,
  today: string,
): { scheme: Scheme; trip: Trip; leader: number | null; problems: FormProblem[] } {
  const problems: FormProblem[] = []
  const number = (id: string): number | null => {
    const text = textOf(form, id)
    if (/^\d{1,4}$/.test(text)) return Number(text)
    if (text !== '') problems.push({ field: id, code: 'problem_number', details: { found: text } })
    return null
  }
  const chosen = Object.fromEntries(numbers.map(([name, id]) => [name, number(id)])) as Pick<Scheme, (typeof numbers)[number][0]>
  const asked = Object.fromEntries(demands.map(([name, id]) => [name, fieldOf(form, id)?.checked ?? false])) as Pick<
    Scheme,
    (typeof demands)[number][0]
  >
  const codes = textOf(form, 'tg-nationalities').split(/[\s,;]+/)
  const nationalities = codes.filter((code) => code !== '')
  for (const found of nationalities)
    if (stateOf(found) === null) problems.push({ field: 'tg-nationalities', code: 'problem_nationality', details: { found } })
  const scheme: Scheme = {
    ...chosen,
    ...asked,
    nationalities: nationalities.map((code) => stateOf(code) ?? code),
    validity: {
      months: number('tg-validity-months') ?? 0,
      after: textOf(form, 'tg-validity-after') === 'entry' ? 'entry' : 'exit',
    },
  }
  const trip = { entry: textOf(form, 'tg-entry'), exit: textOf(form, 'tg-exit'), today }
  return { scheme, trip, leader: number('tg-leader'), problems }
}
