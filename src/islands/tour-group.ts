/**
 * The checker of group lists. Everything it is given stays in this page: it asks the server for nothing but its own code for spreadsheets,
 * and the page forbids it to send (`sendsNothing` of `pages/layout.tsx`).
 */
import { checkList } from '../books/cooperation/tour-group/check-list.ts'
import { readList } from '../books/cooperation/tour-group/read-list.ts'
import { readZone } from '../books/cooperation/tour-group/read-zone.ts'
import { readySchemes } from '../books/cooperation/tour-group/schemes.ts'
import { splitZones } from '../books/cooperation/tour-group/split-zones.ts'
import type { Traveller } from '../books/cooperation/tour-group/traveller.ts'
import './tour-group/tour-group.css'
import { FileProblem, readFile, type Excel } from './tour-group/read-file.ts'
import { fillRules, readForm, type FormProblem } from './tour-group/rules-form.ts'
import { showProblems } from './tour-group/problems.ts'
import { Results } from './tour-group/results.ts'

/** Far above the largest group, and little enough for a spreadsheet to be read at one go. */
const mostPersons = 200

interface Input {
  travellers: Traveller[]
  unread: string[]
  problems: FormProblem[]
}

class TourGroup extends HTMLElement {
  readonly #words: Record<string, string> = JSON.parse(this.dataset['words'] ?? '{}')
  #form: HTMLFormElement | null = null
  #results: Results | null = null

  connectedCallback(): void {
    const template = this.querySelector('template')
    if (template === null || this.#form !== null) return
    this.append(template.content.cloneNode(true))
    template.remove()
    this.querySelector('[data-part=without]')?.remove()
    const form = this.querySelector('form')
    if (form === null) return
    this.#form = form
    this.#results = new Results(this, this.#words, this.dataset['language'] ?? 'kk', () => this.#excel())
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#check(form)
    })
    form.addEventListener('reset', () => {
      showProblems(form, [], this.#words)
      this.#results?.clear()
    })
    const choice = form.querySelector<HTMLSelectElement>('#tg-scheme')
    choice?.addEventListener('change', () => {
      const scheme = readySchemes.find(({ id }) => id === choice.value)
      if (scheme !== undefined) fillRules(form, scheme)
    })
  }

  async #check(form: HTMLFormElement): Promise<void> {
    const now = new Date()
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
    const { scheme, trip, leader, problems } = readForm(form, today)
    const input = await this.#read(form, today)
    const all = [...input.problems, ...problems]
    if (leader !== null && input.problems.length === 0 && input.travellers[leader - 1] === undefined)
      all.push({ field: 'tg-leader', code: 'problem_leader', details: { found: leader } })
    showProblems(form, all, this.#words)
    if (all.length > 0) return this.#results?.clear()
    // Who is named in the form leads, whatever the file says.
    const travellers = leader === null ? input.travellers : input.travellers.map((one, at) => ({ ...one, isLeader: at === leader - 1 }))
    this.#results?.show(checkList(travellers, scheme, trip), input.unread)
  }

  async #read(form: HTMLFormElement, today: string): Promise<Input> {
    const text = form.querySelector<HTMLTextAreaElement>('#tg-zones')?.value ?? ''
    const file = form.querySelector<HTMLInputElement>('#tg-file')?.files?.[0]
    const typed = splitZones(text).map((zone) => readZone(zone, today))
    const input: Input = { travellers: typed, unread: [], problems: [] }
    if (file !== undefined) await this.#addFile(file, input, today)
    const found = input.travellers.length
    if (found === 0 && input.problems.length === 0) input.problems.push({ field: 'tg-zones', code: 'problem_empty' })
    if (found > mostPersons) input.problems.push({ field: 'tg-file', code: 'problem_many', details: { found, wanted: mostPersons } })
    return input
  }

  async #addFile(file: File, input: Input, today: string): Promise<void> {
    try {
      const list = readList(await readFile(file, () => this.#excel()), today)
      if (!list.ok) return void input.problems.push({ field: 'tg-file', code: 'problem_header' })
      input.travellers.push(...list.travellers)
      input.unread.push(...list.unread)
    } catch (cause) {
      console.warn(cause)
      input.problems.push({ field: 'tg-file', code: cause instanceof FileProblem ? cause.code : 'problem_file' })
    }
  }

  /** Only who has a spreadsheet waits for the code that reads and writes one. */
  async #excel(): Promise<Excel> {
    return (await import(this.dataset['excel'] ?? '')) as Excel
  }
}

customElements.define('bagdar-tour-group', TourGroup)
