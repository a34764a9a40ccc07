/** Fills the forms of `pages/account/passkey-form.tsx` with what the browser makes or proves; without it they say that they need it. */
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) enable(form)

function enable(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  const hint = form.querySelector<HTMLElement>('[data-without-script]')
  if (!browserSupportsWebAuthn()) {
    if (hint) hint.textContent = form.dataset['unsupported'] ?? ''
    return
  }
  if (hint) hint.hidden = true
  if (button) button.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void answer(form, button)
  })
}

/** Asks the server for a challenge, the browser for the passkey, and sends the form on. */
async function answer(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  if (button) button.disabled = true
  try {
    const { step, options } = await question(form.dataset['start'] ?? '')
    const made =
      form.dataset['passkey'] === 'register'
        ? await startRegistration({ optionsJSON: options as never })
        : await startAuthentication({ optionsJSON: options as never })
    write(form, 'step', step)
    write(form, 'answer', JSON.stringify(made))
    form.submit()
  } catch (error) {
    const cancelled = error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')
    tell(form, (cancelled ? form.dataset['cancelled'] : form.dataset['failed']) ?? '')
    if (button) button.disabled = false
  }
}

async function question(address: string): Promise<{ step: string; options: unknown }> {
  const response = await fetch(address, { method: 'POST', body: new URLSearchParams(), redirect: 'error' })
  if (!response.ok) throw new Error(`${address} answers ${response.status}`)
  return (await response.json()) as { step: string; options: unknown }
}

function write(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement) field.value = value
}

function tell(form: HTMLFormElement, text: string): void {
  const problem = form.querySelector<HTMLElement>('[data-passkey-problem]')
  if (problem === null) return
  problem.textContent = text
  problem.hidden = false
}
