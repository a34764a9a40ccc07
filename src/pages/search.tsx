import type { FC } from 'hono/jsx'
import { longestQuery, type MarkedText, type SearchHit, type SearchView } from '../books/indicators/search-view.ts'
import { link, type Frame } from './frame.ts'
import { Layout } from './layout.tsx'
import { Section } from './parts/section.tsx'
import { Title } from './parts/title.tsx'

interface SearchPageProps {
  frame: Frame
  view: SearchView
}

/** What the site has on a few words; when it has nothing, what to try instead. */
export const SearchPage: FC<SearchPageProps> = ({ frame, view }) => {
  const { words } = frame
  const { query, total, groups } = view
  const partial = groups.length === 1 && groups[0] !== undefined && groups[0].total < total
  return (
    <Layout
      frame={frame}
      title={query === '' ? words.t('search.title') : words.t('search.titleQuery', { query })}
      crumbs={[{ label: words.t('search.title') }]}
      unlisted
    >
      <Title title={words.t('search.title')}>{query !== '' && total > 0 && <p>{words.t('search.found', { count: total })}</p>}</Title>
      <Section id="query" title={words.t('search.label')}>
        <Form frame={frame} query={query} />
      </Section>
      {total === 0 && <Help frame={frame} query={query} />}
      {groups.map(({ kind, total: found, hits }) => (
        <Section id={kind} title={words.t(`search.kind_${kind}`)} aside={<p>{words.t('search.count', { count: found })}</p>}>
          <ol class="hits">
            {hits.map((hit) => (
              <Hit frame={frame} hit={hit} />
            ))}
          </ol>
          {found > hits.length && (
            <p>
              <a href={link(frame, '/search', { q: query, kind })}>
                {words.t('search.all', { count: found })}
                <span class="hidden">: {words.t(`search.kind_${kind}`)}</span>
              </a>
            </p>
          )}
          {partial && (
            <p>
              <a href={link(frame, '/search', { q: query })}>{words.t('search.back')}</a>
            </p>
          )}
        </Section>
      ))}
    </Layout>
  )
}

const Form: FC<{ frame: Frame; query: string }> = ({ frame, query }) => {
  const { words, asOf } = frame
  return (
    <form class="f" action={link({ ...frame, asOf: null }, '/search')} method="get" role="search" aria-labelledby="query">
      {asOf !== null && <input type="hidden" name="asOf" value={asOf} />}
      <label for="site-q">{words.t('search.label')}</label>
      <p class="hint" id="site-q-hint">
        {words.t('search.hint')}
      </p>
      <div class="acts">
        <input type="search" id="site-q" name="q" value={query} maxlength={longestQuery} aria-describedby="site-q-hint" />
        <button type="submit" class="btn main">
          {words.t('search.submit')}
        </button>
      </div>
    </form>
  )
}

const Hit: FC<{ frame: Frame; hit: SearchHit }> = ({ frame, hit }) => (
  <li>
    <a href={link(frame, hit.path)}>
      {hit.number !== null && <span class="num">{hit.number} </span>}
      <Marked frame={frame} text={hit.title} />
    </a>
    {hit.excerpt && (
      <p class="fine">
        <Marked frame={frame} text={hit.excerpt} />
      </p>
    )}
  </li>
)

const Marked: FC<{ frame: Frame; text: MarkedText }> = ({ frame, text }) => (
  <span lang={text.language === frame.words.language ? undefined : text.language}>
    {text.pieces.map((piece) => (piece.hit ? <mark>{piece.text}</mark> : piece.text))}
  </span>
)

const Help: FC<{ frame: Frame; query: string }> = ({ frame, query }) => {
  const { words } = frame
  if (query === '') return <p class="absent">{words.t('search.empty')}</p>
  return (
    <Section id="nothing" title={words.t('search.noneTitle', { query })}>
      <ul class="plain">
        <li>{words.t('search.helpShorter')}</li>
        <li>{words.t('search.helpNumber')}</li>
        <li>{words.t('search.helpLanguage')}</li>
        <li>
          <a href={link(frame, '/indicators')}>{words.t('search.helpCatalogue')}</a>
        </li>
      </ul>
    </Section>
  )
}
