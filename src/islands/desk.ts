/** For the forms of the desk and of the account, which are complete without it. */
import { MarkSpan } from './enhance/mark-span.ts'
import { UploadProgress } from './enhance/upload-progress.ts'

customElements.define('mark-span', MarkSpan)

if (document.querySelector('[data-upload=working]')) new UploadProgress(location.href).start()

// What is wrong with a form comes first for whoever listens, too.
document.querySelector<HTMLElement>('[data-takes-focus]')?.focus()
