/**
 * What a point of a chart says, at once and beside the pointer or the keyboard's focus. Without it the browser shows
 * the same words a second later, and the table below the chart holds them all.
 */
export class ChartTips extends HTMLElement {
  readonly #tip = document.createElement('div')

  connectedCallback(): void {
    this.#tip.className = 'tip'
    this.#tip.hidden = true
    // The link itself says the same to those who listen.
    this.#tip.ariaHidden = 'true'
    this.append(this.#tip)
    for (const title of this.querySelectorAll('.pt > title')) {
      const point = title.parentElement!
      point.setAttribute('data-tip', title.textContent)
      title.remove()
      // A link without words of its own was named by its title.
      if (point.localName === 'a' && point.textContent.trim() === '') point.ariaLabel = title.textContent
    }
    this.addEventListener('pointerover', this)
    this.addEventListener('focusin', this)
    this.addEventListener('pointerleave', this)
    this.addEventListener('focusout', this)
  }

  handleEvent({ type, target }: Event): void {
    const point = type === 'pointerover' || type === 'focusin' ? (target as Element).closest('[data-tip]') : null
    this.#tip.hidden = point === null
    if (point !== null) this.#show(point)
  }

  #show(point: Element): void {
    this.#tip.textContent = point.getAttribute('data-tip')
    const frame = this.getBoundingClientRect()
    const mark = (point.querySelector('.hit, .bar') ?? point).getBoundingClientRect()
    const half = this.#tip.offsetWidth / 2
    const middle = mark.left + mark.width / 2 - frame.left
    const left = Math.max(0, Math.min(middle - half, frame.width - 2 * half))
    this.#tip.style.translate = `${Math.round(left)}px ${Math.round(mark.top - frame.top - this.#tip.offsetHeight - 6)}px`
  }
}
