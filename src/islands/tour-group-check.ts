/** The checker of group lists: reads what stands in the form, checks it and shows what was found. All of it stays in the page. */
import { checkList } from '../books/cooperation/tour-group/check-list.ts'
import { readList } from '../books/cooperation/tour-group/read-list.ts'
import { readZone } from '../books/cooperation/tour-group/read-zone.ts'
import { readySchemes } from '../books/cooperation/tour-group/schemes.ts'
import { splitZones } from '../books/cooperation/tour-group/split-zones.ts'
import type { Traveller } from '../books/cooperation/tour-group/traveller.ts'
import { showProblems } from './tour-group/problems.ts'
import { FileProblem, readFile, type Excel } from './tour-group/read-file.ts'
import { Results } from './tour-group/results.ts'
import { fillRules, readForm, type FormProblem } from './tour-group/rules-form.ts'

/** Far above the largest group, and little enough for a spreadsheet to be read at one go. */
const mostPersons = 200

interface Input {
  travellers: Traveller[]
  unread: string[]
  problems: FormProblem[]
}

export class Checker {
  readonly #form: HTMLFormElement
  readonly #words: Record<string, string>
  /** Only who has a spreadsheet waits for the code that reads and writes one. */
  readonly #excel: () => Promise<Excel>
  readonly #results: Results

  constructor(host: HTMLElement, form: HTMLFormElement) {
    this.#form = form
    this.#words = JSON.parse(host.dataset['words'] ?? '{}')
    const { excel = '' } = host.dataset
    this.#excel = async () => (await import(excel)) as Excel
    this.#results = new Results(host, this.#words, host.dataset['language'] ?? 'kk', this.#excel)
    showProblems(form, [], this.#words)
  }

  clear(): void {
    showProblems(this.#form, [], this.#words)
    this.#results.clear()
  }

  fillScheme(): void {
    const chosen = this.#form.querySelector<HTMLSelectElement>('#tg-scheme')?.value
    const scheme = readySchemes.find(({ id }) => id === chosen)
    if (scheme !== undefined) fillRules(this.#form, scheme)
  }

  async check(): Promise<void> {
    const now = new Date()
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
    const { scheme, trip, leader, problems } = readForm(this.#form, today)
    const input = await this.#read(today)
    const all = [...input.problems, ...problems]
    if (leader !== null && input.problems.length === 0 && input.travellers[leader - 1] === undefined)
      all.push({ field: 'tg-leader', code: 'problem_leader', details: { found: leader } })
    showProblems(this.#form, all, this.#words)
    if (all.length > 0) return this.#results.clear()
    // Who is named in the form leads, whatever the file says.
    const travellers = leader === null ? input.travellers : input.travellers.map((one, at) => ({ ...one, isLeader: at === leader - 1 }))
    this.#results.show(checkList(travellers, scheme, trip), input.unread)
  }

  async #read(today: string): Promise<Input> {
    const text = this.#form.querySelector<HTMLTextAreaElement>('#tg-zones')?.value ?? ''
    const file = this.#form.querySelector<HTMLInputElement>('#tg-file')?.files?.[0]
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
      const list = readList(await readFile(file, this.#excel), today)
      if (!list.ok) return void input.problems.push({ field: 'tg-file', code: 'problem_header' })
      input.travellers.push(...list.travellers)
      input.unread.push(...list.unread)
    } catch (cause) {
      console.warn(cause)
      input.problems.push({ field: 'tg-file', code: cause instanceof FileProblem ? cause.code : 'problem_file' })
    }
  }
}
