/**
 * Follows an upload that is being worked at: the page is asked for again and again, and what it says takes the place of what stands,
 * until the work is done. Without this the page looks again by itself, every few seconds.
 */
export class UploadProgress {
  readonly #address: string
  readonly #wait: (next: () => void) => void

  constructor(address: string, wait: (next: () => void) => void = (next) => void setTimeout(next, 1000)) {
    this.#address = address
    this.#wait = wait
  }

  start(): void {
    this.#wait(() => void this.#look())
  }

  async #look(): Promise<void> {
    const answer = await fetch(this.#address, { headers: { accept: 'text/html' } }).catch(() => null)
    // Signed out, or the server is away for a moment: the next look may find it.
    if (answer?.ok !== true || answer.redirected) return this.start()
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const now = page.querySelector<HTMLElement>('[data-upload]')
    const shown = document.querySelector<HTMLElement>('[data-upload]')
    if (now === null || shown === null) return
    if (now.dataset['upload'] === 'working') {
      // Only the words change: a voice reads them out, and nothing jumps.
      if (shown.textContent !== now.textContent) shown.textContent = now.textContent
      return this.start()
    }
    const matter = page.querySelector('main')
    if (matter === null) return
    document.title = page.title
    document.querySelector('main')?.replaceChildren(...matter.childNodes)
    document.querySelector<HTMLElement>('[data-takes-focus], main')?.focus()
  }
}
