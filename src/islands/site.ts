/** The pages are complete without this script: it only answers faster. */
import { ChartTips } from './enhance/chart-tips.ts'
import { filterInstantly } from './enhance/instant-filter.ts'

customElements.define('chart-tips', ChartTips)

const search = document.querySelector<HTMLInputElement>('form.filters input[type=search]')
if (search) filterInstantly(search, [...document.querySelectorAll<HTMLElement>('main tbody tr')])
