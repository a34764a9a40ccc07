import type { Child, FC } from 'hono/jsx'
import { raw } from 'hono/html'
import { languages, type Language } from '../books/text.ts'
import { contents } from './contents.ts'
import { inLanguage, link, type Frame } from './frame.ts'
import { partsOf, type PageParts } from './page-files/page-parts.ts'
import { oembedAddress } from './page-files/page-file-address.ts'
import { PageFiles } from './page-files/page-files.tsx'
import { Crumbs, type Crumb } from './parts/crumbs.tsx'
import { Sprite } from './parts/sprite.tsx'
import { Warn } from './parts/warn.tsx'

export interface LayoutProps {
  frame: Frame
  title: string
  description?: string
  book?: 'programme' | 'indicators' | 'discussion' | 'cooperation'
  /** The page has nothing that only the stylesheet of its book knows. */
  withoutBookStyles?: true
  crumbs?: readonly Crumb[]
  /** Pages that search engines should pass by: errors, search results. */
  unlisted?: boolean
  /** A form was not taken: the title says so first. */
  failed?: boolean
  /** Work goes on behind the page: where no script follows it, the page looks again after so long. */
  refreshSeconds?: number
  /** What is written into the page stays in it: the browser itself is told to open no connection for it and to send no form of it. */
  sendsNothing?: boolean
  /** What the page is about, for programs that gather data (JSON-LD); it is data, and no browser runs it. */
  dataset?: string
  /** The page is about the open data: its head leads to their catalogue. */
  catalogue?: true
  children?: Child
}

/** Each language by its own name: whoever looks for it does not read the page's language. */
const languageNames: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

/** The needle between two slopes, as in the masthead; colours are fixed because a tab has no stylesheet. */
const favicon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 30'%3E%3Cpath d='M15 3v20L3 27z' fill='%23bd1f2d'/%3E%3Cpath d='M15 3v20l12 4z' fill='%2314594a'/%3E%3C/svg%3E"

/** Every page: head, masthead, matter, its tables and charts as files, and the contents at the foot. */
export const Layout: FC<LayoutProps> = (props) => {
  const { frame, title, book, crumbs, unlisted, failed, refreshSeconds, children } = props
  const sendsNothing = props.sendsNothing ?? false
  const matter = <>{children}</>
  const isForEverybody = !sendsNothing && !frame.forms && frame.viewer === undefined
  const parts = isForEverybody ? partsOf(String(matter)) : noParts
  return (
    <html lang={frame.words.language}>
      <Head
        frame={frame}
        title={failed ? frame.words.t('form.problem_title', { title }) : title}
        description={props.description}
        unlisted={unlisted ?? false}
        refreshSeconds={refreshSeconds}
        sendsNothing={sendsNothing}
        book={book}
        withoutBookStyles={props.withoutBookStyles === true}
        parts={parts}
        dataset={props.dataset}
        catalogue={props.catalogue ?? false}
      />
      <body>
        <Sprite />
        <a class="skip" href="#main">
          {frame.words.t('common.skip')}
        </a>
        <Masthead frame={frame} book={book} sendsNothing={sendsNothing} />
        <main id="main" class="page" tabindex={-1}>
          {crumbs && <Crumbs crumbs={crumbs} words={frame.words} />}
          {matter}
          <PageFiles frame={frame} parts={parts} />
        </main>
        <Foot frame={frame} />
      </body>
    </html>
  )
}

const noParts: PageParts = { tables: [], charts: [] }

interface HeadProps {
  frame: Frame
  title: string
  description: string | undefined
  unlisted: boolean
  refreshSeconds: number | undefined
  sendsNothing: boolean
  book: LayoutProps['book']
  withoutBookStyles: boolean
  parts: PageParts
  dataset: string | undefined
  catalogue: boolean
}

const Head: FC<HeadProps> = ({
  frame,
  title,
  description,
  unlisted,
  refreshSeconds,
  sendsNothing,
  book,
  withoutBookStyles,
  parts,
  dataset,
  catalogue,
}) => {
  const { words, assets, publicUrl } = frame
  const today = { ...frame, asOf: null }
  const place = frame.city === null ? [] : [words.pick(frame.city.name)]
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {sendsNothing && <meta http-equiv="content-security-policy" content="connect-src 'none'; form-action 'none'" />}
      <title>{[...new Set([title, ...place, words.t('common.brand')])].join(' · ')}</title>
      {description && <meta name="description" content={description} />}
      {unlisted ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={publicUrl + inLanguage(today, words.language)} />}
      {!unlisted &&
        languages.map((language) => <link rel="alternate" hreflang={language} href={publicUrl + inLanguage(today, language)} />)}
      {frame.city && <link rel="alternate" type="application/atom+xml" title={words.t('common.feed')} href={link(today, '/feed.atom')} />}
      {frame.city && book === 'cooperation' && (
        <link
          rel="alternate"
          type="application/atom+xml"
          title={words.t('cooperationApi.feed')}
          href={link(today, '/cooperation/feed.atom')}
        />
      )}
      {parts.charts.length > 0 && <link rel="alternate" type="application/json+oembed" title={title} href={oembedAddress(frame)} />}
      {catalogue && <link rel="alternate" type="application/ld+json" href="/catalog.jsonld" />}
      {catalogue && <link rel="alternate" type="text/turtle" href="/catalog.ttl" />}
      {dataset && <script type="application/ld+json">{raw(dataset)}</script>}
      <link rel="icon" type="image/svg+xml" href={favicon} />
      {fontsOf(words.language).map(
        (font) => assets[font] && <link rel="preload" href={assets[font]} as="font" type="font/woff2" crossorigin="anonymous" />,
      )}
      <link rel="stylesheet" href={assets['site.css']} />
      {frame.forms && <link rel="stylesheet" href={assets['desk.css']} />}
      {book === 'discussion' && <link rel="stylesheet" href={assets['discussion.css']} />}
      {book === 'cooperation' && !withoutBookStyles && <link rel="stylesheet" href={assets['cooperation.css']} />}
      {refreshSeconds !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      )}
      {assets['site.js'] && <script type="module" src={assets['site.js']} />}
      {frame.forms && assets['desk.js'] && <script type="module" src={assets['desk.js']} />}
    </head>
  )
}

/** Text of the page's own alphabet comes with the first flight; digits and Latin letters stand in every language. */
const fontsOf = (language: Language): string[] =>
  (language === 'en' ? ['latin'] : ['latin', 'cyrillic']).map((alphabet) => `golos-text-${alphabet}-wght-normal.woff2`)

const Masthead: FC<{ frame: Frame; book: LayoutProps['book']; sendsNothing: boolean }> = ({ frame, book, sendsNothing }) => {
  const { words, city, asOf } = frame
  return (
    <header class="page">
      <div class="mast">
        <a class="brand" href={link(frame, '')}>
          <svg aria-hidden="true">
            <use href="#mark" />
          </svg>
          {words.t('common.brand')} {city && <span>{words.pick(city.name)}</span>}
        </a>
        {city && (
          <p class={asOf === null ? 'asof' : 'asof past'}>
            {words.t('common.asItStood', { date: words.date(asOf ?? frame.today) })}{' '}
            {asOf !== null && <a href={inLanguage({ ...frame, asOf: null }, words.language)}>{words.t('common.backToNow')}</a>}
          </p>
        )}
        {city && !sendsNothing && <Search frame={frame} />}
        <Account frame={frame} />
        {city && (
          <a class="tocjump" href="#toc">
            {words.t('common.contents')} ↓
          </a>
        )}
        <nav class="langs" aria-label={words.t('common.language')}>
          {languages.map((language) => (
            <a
              href={inLanguage(frame, language)}
              lang={language}
              hreflang={language}
              aria-current={language === words.language ? 'true' : undefined}
            >
              {languageNames[language]}
            </a>
          ))}
        </nav>
      </div>
      {city && <Books frame={frame} book={book} />}
      {city?.invented && <Warn class="invented">{words.t('common.invented', { city: words.pick(city.name) })}</Warn>}
    </header>
  )
}

/** A public page is the same for everybody; only pages for one reader know who that is. */
const Account: FC<{ frame: Frame }> = ({ frame: { words, viewer } }) => (
  <>
    <a class="account" href={`/${words.language}/account`}>
      {viewer?.name ?? words.t('common.account')}
    </a>
    {viewer && (
      <form class="account" method="post" action={`/${words.language}/sign-out`}>
        <button type="submit">{words.t('common.signOut')}</button>
      </form>
    )}
  </>
)

const Search: FC<{ frame: Frame }> = ({ frame }) => {
  const { words, asOf } = frame
  return (
    <search class="find">
      <form action={link({ ...frame, asOf: null }, '/search')} method="get">
        <input type="search" name="q" aria-label={words.t('common.search')} placeholder={words.t('common.search')} maxlength={200} />
        {asOf !== null && <input type="hidden" name="asOf" value={asOf} />}
        <button type="submit">{words.t('common.find')}</button>
      </form>
    </search>
  )
}

const Books: FC<{ frame: Frame; book: LayoutProps['book'] }> = ({ frame, book }) => (
  <nav class="books" aria-label={frame.words.t('common.books')}>
    <ol>
      {contents.map(
        ({ title, book: own }) =>
          own && (
            <li>
              <a href={link(frame, own.path)} aria-current={own.id === book ? 'true' : undefined}>
                <i>{own.number}</i>
                {frame.words.t(title)}
              </a>
            </li>
          ),
      )}
    </ol>
  </nav>
)

const Foot: FC<{ frame: Frame }> = ({ frame }) => {
  const { words, city } = frame
  return (
    <footer class="page">
      <div class="foot">
        {city && <h2 id="toc">{words.t('common.contents')}</h2>}
        {city && (
          <nav class="toc" aria-labelledby="toc">
            {contents.map(({ title, book, pages }) => (
              <div>
                <p class="chapter">
                  {book && <i>{book.number}</i>}
                  {words.t(title)}
                </p>
                <ul>
                  {pages.map((page) => (
                    <li>
                      <a href={link(frame, page.path)}>{words.t(page.title)}</a>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </nav>
        )}
        <div class="colophon">
          <p>{words.t('common.colophonData')}</p>
          <p>{words.t('common.colophonFigures')}</p>
        </div>
      </div>
    </footer>
  )
}
