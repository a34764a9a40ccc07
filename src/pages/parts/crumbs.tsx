import type { FC } from 'hono/jsx'
import type { Words } from '../words.ts'

export interface Crumb {
  label: string
  href?: string
}

/** Where the page stands: the way up, nearest last. */
export const Crumbs: FC<{ crumbs: readonly Crumb[]; words: Words }> = ({ crumbs, words }) => (
  <nav class="crumbs" aria-label={words.t('common.youAreHere')}>
    <ol class="crumb">
      {crumbs.map(({ label, href }) => (
        <li>{href === undefined ? label : <a href={href}>{label}</a>}</li>
      ))}
    </ol>
  </nav>
)
