/**
 * The form of the checker of group lists. The checker itself comes when somebody goes to the form, before anything is written into it;
 * from then on the page asks the server for nothing but its own code for spreadsheets, and it is forbidden to send (`sendsNothing` of
 * `pages/layout.tsx`).
 */
import './tour-group/tour-group.css'
import type { Checker } from './tour-group-check.ts'

class TourGroup extends HTMLElement {
  #checker: Promise<Checker> | null = null

  connectedCallback(): void {
    const template = this.querySelector('template')
    if (template === null) return
    this.append(template.content.cloneNode(true))
    template.remove()
    this.querySelector('[data-part=without]')?.remove()
    const form = this.querySelector('form')
    if (form === null) return
    form.noValidate = true // the checker says what is missing, in the words of the page
    // Even if it were ever sent, nothing would be in it.
    for (const field of form.querySelectorAll('[name]')) field.removeAttribute('name')
    const ask = (what: (checker: Checker) => unknown) => void this.#load(form).then(what, (cause: unknown) => this.#failed(form, cause))
    form.addEventListener('focusin', () => ask(() => {}))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      ask((checker) => checker.check())
    })
    form.addEventListener('reset', () => ask((checker) => checker.clear()))
    form.querySelector('#tg-scheme')?.addEventListener('change', () => ask((checker) => checker.fillScheme()))
  }

  #load(form: HTMLFormElement): Promise<Checker> {
    const begin = async (): Promise<Checker> => {
      const { Checker } = (await import(this.dataset['check'] ?? '')) as typeof import('./tour-group-check.ts')
      return new Checker(this, form)
    }
    this.#checker ??= begin()
    return this.#checker
  }

  /** Without a connection when the checker was needed: it is asked for once more at the next press. */
  #failed(form: HTMLFormElement, cause: unknown): void {
    console.warn(cause)
    this.#checker = null
    const problems = form.querySelector('[data-part=problems]')
    if (problems !== null) problems.textContent = this.dataset['failed'] ?? ''
  }
}

customElements.define('bagdar-tour-group', TourGroup)
