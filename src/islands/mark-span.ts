/** On the page of a source document at the desk: the form there is complete without it. */
import { MarkSpan } from './enhance/mark-span.ts'

customElements.define('mark-span', MarkSpan)
