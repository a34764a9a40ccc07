/** The pages are complete without this script: it only answers faster. */
import { ChartTips } from './enhance/chart-tips.ts'
import { UploadProgress } from './enhance/upload-progress.ts'
import { filterInstantly } from './enhance/instant-filter.ts'

customElements.define('chart-tips', ChartTips)

const search = document.querySelector<HTMLInputElement>('form.filters input[type=search]')
if (search) filterInstantly(search, [...document.querySelectorAll<HTMLElement>('main tbody tr')])

if (document.querySelector('[data-upload=working]')) new UploadProgress(location.href).start()

// What is wrong with a form comes first for whoever listens, too.
document.querySelector<HTMLElement>('[data-takes-focus]')?.focus()
