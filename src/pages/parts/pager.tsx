import type { FC } from 'hono/jsx'
import type { Words } from '../words.ts'

export interface PagerProps {
  page: number
  pages: number
  href: (page: number) => string
  words: Words
}

/** Back and forth through a long list; nothing when it fits on one page. */
export const Pager: FC<PagerProps> = ({ page, pages, href, words }) => {
  if (pages < 2) return <></>
  return (
    <nav class="pager" aria-label={words.t('common.pages')}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          ← {words.t('common.previous')}
        </a>
      )}
      <span>{words.t('common.pageOf', { page, pages })}</span>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          {words.t('common.next')} →
        </a>
      )}
    </nav>
  )
}
