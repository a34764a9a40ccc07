import { countEdits, writePlace, type WhatIfEdits } from '../../books/indicators/sdg-11/access/what-if-edits.ts'
import type { Site } from '../../books/indicators/sdg-11/access/what-if-trial.ts'
import type { Change } from './session.ts'
import { fill, writeNumber } from './words.ts'

/** What the panel says: the state of the trial, in words and numbers. */
export interface PanelState {
  edits: WhatIfEdits
  canUndo: boolean
  served: number
  servedBefore: number
  population: number
  sites: readonly Site[]
  nameOf(id: string): string
}

/** The lists beside the map: what is tried, and where a stop would help most. Everything is a button that says what it does. */
export class Panel {
  readonly #parts: ReadonlyMap<string, HTMLElement>
  readonly #words: Readonly<Record<string, string>>
  readonly #language: string
  readonly #change: (change: Change) => void

  constructor(element: HTMLElement, words: Readonly<Record<string, string>>, language: string, change: (change: Change) => void) {
    this.#parts = new Map([...element.querySelectorAll<HTMLElement>('[data-part]')].map((part) => [part.dataset['part'] ?? '', part]))
    this.#words = words
    this.#language = language
    this.#change = change
  }

  show(state: PanelState): void {
    const focused = document.activeElement?.getAttribute('data-key') ?? null
    const outcome = this.#parts.get('outcome')
    if (outcome) outcome.textContent = this.#outcome(state)
    this.#showEdits(state)
    this.#showSites(state.sites)
    // The lists are new; whoever stood on a button stands on it again, or reads what it did.
    if (focused === null || document.activeElement !== document.body) return
    const again = [...this.#parts.values()].map((part) => part.querySelector<HTMLElement>(`[data-key="${focused}"]`)).find(Boolean)
    if (again) again.focus()
    else this.focusOutcome()
  }

  focusOutcome(): void {
    const outcome = this.#parts.get('outcome')
    outcome?.setAttribute('tabindex', '-1')
    outcome?.focus()
  }

  #outcome({ edits, served, servedBefore, population }: PanelState): string {
    const number = (value: number, digits = 0) => writeNumber(value, this.#language, digits)
    const change = Math.round(served) - Math.round(servedBefore)
    return this.#text(countEdits(edits) === 0 ? 'outcomeNone' : 'outcome', {
      served: number(served),
      change: `${change > 0 ? '+' : ''}${number(change)}`,
      share: number((100 * served) / population, 2),
      before: number((100 * servedBefore) / population, 2),
    })
  }

  #showEdits({ edits, canUndo, nameOf }: PanelState): void {
    const part = this.#parts.get('tried')
    if (!part) return
    const rows = [
      ...edits.added.map((place, index) => ({
        text: this.#text('added', { number: index + 1, place: writePlace(place) }),
        back: { kind: 'remove', stop: { kind: 'added', index } } as Change,
      })),
      ...edits.removed.map((id) => ({ text: this.#text('removed', { stop: nameOf(id) }), back: { kind: 'restore', id } as Change })),
      ...[...edits.moved.keys()].map((id) => ({
        text: this.#text('moved', { stop: nameOf(id) }),
        back: { kind: 'restore', id } as Change,
      })),
    ]
    const list = element('ol', 'map-edits')
    list.append(
      ...rows.map(({ text, back }, index) => {
        const item = element('li')
        item.append(
          element('span', '', text),
          this.#button('takeBack', `back-${index}`, () => this.#change(back), 'link', text),
        )
        return item
      }),
    )
    const buttons = element('p', 'acts')
    if (canUndo) buttons.append(this.#button('undo', 'undo', () => this.#change({ kind: 'undo' })))
    if (rows.length > 0) buttons.append(this.#button('reset', 'reset', () => this.#change({ kind: 'reset' })))
    part.replaceChildren(part.querySelector('h3') ?? '', rows.length > 0 ? list : element('p', 'quiet', this.#text('triedNone')), buttons)
  }

  #showSites(sites: readonly Site[]): void {
    const part = this.#parts.get('sites')
    if (!part) return
    const list = element('ol', 'map-sites')
    list.append(
      ...sites.map((site, index) => {
        const item = element('li')
        const people = this.#text('sitePeople', { people: writeNumber(site.people, this.#language) })
        const place = { lon: site.lon, lat: site.lat }
        const add = this.#button('addHere', `site-${index}`, () => this.#change({ kind: 'add', place }), 'btn', String(index + 1))
        item.append(element('b', '', String(index + 1)), element('span', '', people), add)
        return item
      }),
    )
    const kept = [...part.querySelectorAll(':scope > h3, :scope > .small')]
    part.replaceChildren(...kept, sites.length > 0 ? list : element('p', 'quiet', this.#text('sitesNone')))
  }

  /** `about` is said to those who do not see beside what the button stands. */
  #button(word: string, key: string, press: () => void, look = 'btn', about = ''): HTMLButtonElement {
    const button = element('button', look, this.#text(word))
    button.type = 'button'
    button.dataset['key'] = key
    if (about !== '') button.append(' ', element('span', 'hidden', about))
    button.addEventListener('click', press)
    return button
  }

  #text(word: string, details: Readonly<Record<string, string | number>> = {}): string {
    return fill(this.#words[word] ?? '', details)
  }
}

export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, look = '', text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (look !== '') made.className = look
  made.textContent = text
  return made
}
