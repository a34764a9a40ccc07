import { element } from '../what-if-map/panel.ts'
import { fill } from '../what-if-map/words.ts'
import type { FormProblem } from './rules-form.ts'

/** What is wrong with the form: at its top, where the focus goes, and at each field; as `pages/parts/form.tsx` does it. */
export function showProblems(form: HTMLFormElement, problems: readonly FormProblem[], words: Readonly<Record<string, string>>): void {
  for (const old of form.querySelectorAll('.err')) old.remove()
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid')
    const [hint] = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id.endsWith('-hint'))
    if (hint === undefined) field.removeAttribute('aria-describedby')
    else field.setAttribute('aria-describedby', hint)
  }
  const summary = form.querySelector<HTMLElement>('[data-part=problems]')
  summary?.replaceChildren()
  if (summary === null || problems.length === 0) return
  const box = element('div', 'errors')
  box.role = 'alert'
  box.tabIndex = -1
  const list = element('ul')
  for (const { field, code, details = {} } of problems) {
    const text = fill(words[code] ?? '', details)
    const link = element('a', '', text)
    link.href = `#${field}`
    const item = element('li')
    item.append(link)
    list.append(item)
    sayAt(form, field, text)
  }
  box.append(element('h3', '', words['problem'] ?? ''), list)
  summary.append(box)
  box.focus()
}

function sayAt(form: HTMLFormElement, id: string, text: string): void {
  const field = form.querySelector(`#${id}`)
  if (field === null || field.hasAttribute('aria-invalid')) return
  const said = element('span', 'err', text)
  said.id = `${id}-error`
  field.before(said)
  field.setAttribute('aria-invalid', 'true')
  const hint = field.getAttribute('aria-describedby')
  field.setAttribute('aria-describedby', hint === null ? said.id : `${hint} ${said.id}`)
}
