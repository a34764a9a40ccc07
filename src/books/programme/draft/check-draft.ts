import { languages } from '../../text.ts'
import { checkProgramme } from '../check-programme.ts'
import type { Problem } from '../problem.ts'
import { languageField, textsOf, type DraftElement, type ElementName } from './draft.ts'
import { fieldsOf } from './fields.ts'
import { isThere, type DraftDocument } from './put-together.ts'

/** p1: it cannot be published so. p2: something is to be completed. p3: our data do not have it. */
export type Priority = 'p1' | 'p2' | 'p3'

/** Something in a draft that needs attention, and the field in which it is put right. */
export interface DraftProblem {
  priority: Priority
  /** Has its words under `problem_{code}` in `programme.json` or, what only the desk asks for, in `desk.json`. */
  code: string
  details: Problem['details']
  element: ElementName
  field: string
}

/** Everything that keeps a draft from being published, is still to be completed, or is not known; the first the most urgent. */
export function checkDraft({ version, places }: DraftDocument, elements: readonly DraftElement[]): DraftProblem[] {
  const there = elements.filter((element) => isThere(elements, element))
  const found = [
    // Missing languages are told by `languagesMissing`: at the desk every text is wanted in all three.
    ...checkProgramme(version)
      .filter(({ code }) => code !== 'language_missing')
      .map((problem) => placed(problem, places)),
    ...there.flatMap(languagesMissing),
    ...there.flatMap(budgetMissing),
  ]
  return found.sort((a, b) => (a.priority < b.priority ? -1 : a.priority > b.priority ? 1 : 0))
}

function placed({ severity, code, path, details }: Problem, places: DraftDocument['places']): DraftProblem {
  for (let length = path.length; length >= 0; length--) {
    const element = places.get(path.slice(0, length).join('.'))
    if (element === undefined) continue
    return { priority: priorityOf(severity, code), code, details, element, field: fieldOf(code, path.slice(length).map(String)) }
  }
  throw new Error(`No element stands at ${path.join('.')}.`)
}

/** A direction that nobody chose keeps an indicator from being judged: somebody has to say it. */
const priorityOf = (severity: Problem['severity'], code: string): Priority =>
  severity === 'error' ? 'p1' : severity === 'warning' || code === 'desired_missing' ? 'p2' : 'p3'

/** The field of the form for the rest of a path; what has no path of its own is found by the code. */
function fieldOf(code: string, [name = '', key = '', part = '']: readonly string[]): string {
  const byCode: Readonly<Record<string, string>> = {
    owner_missing: languageField('owner', languages[0]),
    deadline_missing: 'deadline',
    desired_missing: 'desired',
    actual_missing: 'actual',
    targets_missing: 'targets',
    baseline_missing: 'baseline.year',
  }
  if (byCode[code] !== undefined) return byCode[code]
  if (name === 'targets') return key === '' ? 'targets' : `target.${key}`
  if (name === 'baseline') return 'baseline.year'
  if (name === 'budget') return `budget.${key || '0'}.${part || 'year'}`
  return name === 'period' ? 'period.from' : name
}

function languagesMissing(element: DraftElement): DraftProblem[] {
  const fields = fieldsOf(element)
  return textsOf[element.kind].flatMap((text): DraftProblem[] => {
    const missing = languages.filter((language) => !fields[languageField(text, language)])
    if (missing.length === 0 || missing.length === languages.length) return []
    const details = { languages: missing.join(', ') }
    const field = languageField(text, missing[0] ?? languages[0])
    return [{ priority: 'p2', code: 'language_missing', details, element: { kind: element.kind, id: element.id }, field }]
  })
}

const budgetMissing = (element: DraftElement): DraftProblem[] =>
  element.kind === 'measure' && element.content.budget.length === 0
    ? [{ priority: 'p2', code: 'budget_missing', details: {}, element: { kind: 'measure', id: element.id }, field: 'budget.0.year' }]
    : []
