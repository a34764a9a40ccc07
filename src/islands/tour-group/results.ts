import type { CheckedList, CheckedTraveller } from '../../books/cooperation/tour-group/check-list.ts'
import type { Verdict } from '../../books/cooperation/tour-group/traveller.ts'
import { writeTableForPeople } from '../../formats/table-for-people.ts'
import { element } from '../what-if-map/panel.ts'
import { fill } from '../what-if-map/words.ts'
import { checkedTable, inWords, shownFields, verdictOf } from './checked-table.ts'
import type { Excel } from './read-file.ts'

type Details = Readonly<Record<string, string | number>>

/** What was found: the verdict, the group, each fault with what to do, what nobody can tell, and the list to print or take along. */
export class Results {
  readonly #part = element('div', 'stack tour-results')
  readonly #words: Readonly<Record<string, string>>
  readonly #language: string
  readonly #excel: () => Promise<Excel>

  constructor(host: HTMLElement, words: Readonly<Record<string, string>>, language: string, excel: () => Promise<Excel>) {
    this.#words = words
    this.#language = language
    this.#excel = excel
    host.append(this.#part)
  }

  clear(): void {
    this.#part.replaceChildren()
    document.querySelector('main')?.classList.remove('tour-checked')
  }

  show(list: CheckedList, unread: readonly string[]): void {
    const { travellers } = list
    const count = (verdict: Verdict) =>
      [...travellers.flatMap(({ findings }) => findings), ...list.findings].filter((one) => one.verdict === verdict).length
    const title = element('h3', '', this.#say(`result_${list.verdict}`))
    title.tabIndex = -1
    title.dataset['verdict'] = list.verdict
    const counts = { count: travellers.length, errors: count('error'), warnings: count('warning') }
    const read = unread.length === 0 ? [] : [this.#say('unread', { found: unread.join(', ') })]
    const about = [this.#say('result_counts', counts), ...read, this.#say('result_limits')].join(' ')
    this.#part.replaceChildren(
      title,
      element('p', '', about),
      this.#list(
        'group',
        list.findings.map(({ verdict, code, details }) => this.#item(verdict, '', this.#say(`group_${code}`, details))),
      ),
      this.#list(
        'faults',
        travellers.flatMap((traveller, index) => this.#faultsOf(traveller, index + 1)),
      ),
      this.#list(
        'cannot_tell',
        this.#together(travellers, (one) => one.verdict === 'unknown'),
      ),
      this.#list(
        'put_right',
        this.#together(travellers, (one) => one.verdict === 'ok' && one.code.startsWith('tidied_')),
      ),
      element('h4', '', this.#say('list')),
      element('p', 'fine', this.#say('legend')),
      this.#table(list),
      this.#ways(list),
    )
    document.querySelector('main')?.classList.add('tour-checked')
    title.focus()
  }

  #say(key: string, details: Details = {}): string {
    return inWords(this.#words[key] ?? '', details, this.#language)
  }

  #list(title: string, items: readonly HTMLElement[]): HTMLElement | DocumentFragment {
    if (items.length === 0) return document.createDocumentFragment()
    const part = element('div')
    const list = element('ul', 'tour-findings')
    list.append(...items)
    part.append(element('h4', '', this.#say(title)), list)
    return part
  }

  #item(verdict: Verdict, before: string | HTMLElement, text: string): HTMLElement {
    const item = element('li')
    item.dataset['verdict'] = verdict
    const mark = element('b', 'verdict', this.#say(`verdict_${verdict}`))
    item.append(mark, ' ', before, before === '' ? '' : ': ', text)
    return item
  }

  #faultsOf({ findings, values }: CheckedTraveller, number: number): HTMLElement[] {
    return findings
      .filter(({ verdict }) => verdict === 'error' || verdict === 'warning')
      .map(({ field, verdict, code, details }) => {
        const link = element('a', '', this.#say('person', { number, found: [values.surname, values.givenNames].join(' ').trim() }).trim())
        link.href = `#tg-person-${number}`
        const before = element('span')
        before.append(link, `, ${this.#say(`field_${field}`)}`)
        return this.#item(verdict, before, this.#say(`find_${code}`, details))
      })
  }

  /** The same remark about many is made once. */
  #together(travellers: readonly CheckedTraveller[], is: (finding: CheckedTraveller['findings'][number]) => boolean): HTMLElement[] {
    const numbers = new Map<string, Set<number>>()
    for (const [index, { findings }] of travellers.entries())
      for (const finding of findings.filter(is)) {
        const text = this.#say(`find_${finding.code}`, finding.details)
        numbers.set(text, (numbers.get(text) ?? new Set()).add(index + 1))
      }
    return [...numbers].map(([text, who]) =>
      element('li', '', `${fill(this.#words['numbers'] ?? '', { found: [...who].join(', ') })}: ${text}`),
    )
  }

  #table(list: CheckedList): HTMLElement {
    const fields = shownFields(list)
    const head = element('tr')
    for (const name of ['number', ...fields.map((field) => `field_${field}`), 'conclusion']) {
      const cell = element('th', '', this.#say(name))
      cell.scope = 'col'
      head.append(cell)
    }
    const body = element('tbody')
    for (const [index, traveller] of list.travellers.entries()) {
      const row = element('tr')
      row.id = `tg-person-${index + 1}`
      const name = element('th', '', String(index + 1))
      name.scope = 'row'
      row.append(
        name,
        ...fields.map((field) => this.#cell(traveller.values[field], verdictOf(traveller, field))),
        this.#cell('', traveller.verdict),
      )
      body.append(row)
    }
    const table = element('table')
    const header = element('thead')
    header.append(head)
    table.append(header, body)
    const scroll = element('div', 'scroll')
    scroll.tabIndex = 0
    scroll.role = 'group'
    scroll.ariaLabel = this.#say('list')
    const cue = element('p', 'scroll-cue', `${this.#words['scroll'] ?? ''} →`)
    cue.ariaHidden = 'true'
    scroll.append(table, cue)
    return scroll
  }

  /** What stands there and, where it is not simply right, what is to be thought of it. */
  #cell(value: string, verdict: Verdict | null): HTMLElement {
    const cell = element('td', /^\d{4}-/.test(value) ? 'date' : '', value)
    if (verdict === null || (verdict === 'ok' && value !== '')) return cell
    const mark = element('span', 'verdict', this.#say(`verdict_${verdict}`))
    mark.dataset['verdict'] = verdict
    cell.append(' ', mark)
    return cell
  }

  #ways(list: CheckedList): HTMLElement {
    const ways = element('p', 'acts')
    const rows = () => checkedTable(list, this.#words, this.#language)
    ways.append(
      button(this.#say('do_print'), () => print()),
      button(this.#say('do_csv'), () => this.#save('csv', new Blob([writeTableForPeople(rows())], { type: 'text/csv' }))),
      button(this.#say('do_xlsx'), () => void this.#excel().then(async ({ writeExcel }) => this.#save('xlsx', await writeExcel(rows())))),
    )
    return ways
  }

  #save(extension: string, content: Blob): void {
    const link = element('a')
    link.href = URL.createObjectURL(content)
    link.download = `${this.#words['file_name'] ?? 'list'}.${extension}`
    link.click()
    // The browser has begun to save by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = element('button', 'btn', text)
  made.type = 'button'
  made.addEventListener('click', press)
  return made
}
