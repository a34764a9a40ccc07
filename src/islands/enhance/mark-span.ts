import { placeInText } from './place-in-text.ts'

/**
 * Words that are selected in the text of a source fill in the form beside it, with the place where they stand, so that the server need not
 * ask which of several is meant. A button lets the keyboard select: the text then has a cursor, and still nothing can be written into it.
 */
export class MarkSpan extends HTMLElement {
  #text: HTMLElement | null = null
  #said: HTMLElement | null = null

  connectedCallback(): void {
    this.#text = this.querySelector('[data-text]')
    const words = this.querySelector<HTMLTextAreaElement>('[name=span-words]')
    // Who only reads has no form.
    if (this.#text === null || words === null) return
    this.#said = document.createElement('p')
    this.#said.className = 'fine'
    this.#said.role = 'status'
    this.#text.after(this.#keyboardButton(), this.#said)
    document.addEventListener('selectionchange', () => this.#take())
    // Other words than those that were selected stand anywhere.
    words.addEventListener('input', () => this.#setPlace(''))
  }

  #take(): void {
    const selection = document.getSelection()
    const text = this.#text
    if (selection === null || text === null || selection.isCollapsed || selection.rangeCount === 0) return
    const range = selection.getRangeAt(0)
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return
    const nodes = textNodesIn(text)
    const stretches = nodes.map((node) => ({ length: node.data.length, isAside: node.parentElement?.closest('[data-aside]') != null }))
    const whole = nodes.map(({ data }, at) => (stretches[at]?.isAside ? '' : data)).join('')
    const place = (container: Node, offset: number): number => {
      if (container instanceof Text) return placeInText(stretches, nodes.indexOf(container), offset)
      // Between elements: where the next of them begins.
      const next = container.childNodes[offset]
      const found = next === undefined ? -1 : nodes.findIndex((node) => next.contains(node))
      return placeInText(stretches, found < 0 ? nodes.length : found, 0)
    }
    const [from, to] = [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)]
    const selected = whole.slice(from, to)
    if (selected.trim() === '') return
    const words = this.querySelector<HTMLTextAreaElement>('[name=span-words]')
    if (words === null) return
    words.value = selected.trim()
    this.#setPlace(String(from + selected.length - selected.trimStart().length))
    if (this.#said !== null) this.#said.textContent = this.dataset['done'] ?? ''
  }

  /** The question which place is meant, where the page asks it, is answered by the selection. */
  #setPlace(start: string): void {
    for (const field of this.querySelectorAll<HTMLInputElement>('[name=span-start]'))
      if (field.type === 'radio') field.checked = field.value === start
      else field.value = start
  }

  #keyboardButton(): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn'
    button.textContent = this.dataset['keyboard'] ?? ''
    button.ariaPressed = 'false'
    const text = this.#text
    if (text === null) return button
    const turn = (isOn: boolean): void => {
      button.ariaPressed = String(isOn)
      if (!isOn)
        for (const name of ['contenteditable', 'role', 'aria-readonly', 'aria-multiline', 'aria-labelledby']) text.removeAttribute(name)
      else {
        text.contentEditable = 'true'
        text.role = 'textbox'
        text.ariaReadOnly = 'true'
        text.ariaMultiLine = 'true'
        text.setAttribute('aria-labelledby', 'text')
        text.focus()
      }
    }
    button.addEventListener('click', () => turn(button.ariaPressed !== 'true'))
    text.addEventListener('beforeinput', (event) => event.preventDefault())
    text.addEventListener('drop', (event) => event.preventDefault())
    text.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || button.ariaPressed !== 'true') return
      turn(false)
      button.focus()
    })
    return button
  }
}

function textNodesIn(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text)
  return nodes
}
