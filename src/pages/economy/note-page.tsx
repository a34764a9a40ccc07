import type { FC } from 'hono/jsx'
import type { NotePart } from '../../books/economy/note/note.ts'
import type { NoteView } from '../../books/economy/note/kept-note.ts'
import { cooperationCrumbs, cooperationPath } from '../cooperation/cooperation-words.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { Warn } from '../parts/warn.tsx'
import { commandFor, namesOf, tableTitle } from './note-words.ts'
import { NoteChart } from './note-chart.tsx'
import { NoteData } from './note-data.tsx'
import { NoteTable, shownRows } from './note-table.tsx'

interface NotePageProps {
  frame: Frame
  view: NoteView
  flows: string | null
}

export const economyPath = '/cooperation/economy'

/** The economic note about two cities, in eight parts; a part that cannot be computed says what has to be loaded. */
export const NotePage: FC<NotePageProps> = ({ frame, view, flows }) => {
  const { words } = frame
  const { note, asked } = view
  const names = namesOf(note, words)
  const title = words.t('economy.title', names)
  const isWhole = note.parts.every(({ status }) => status === 'computed')
  const lede = words.t(isWhole ? 'economy.lede_cities' : 'economy.lede', { ...names, year: String(note.year) })
  return (
    <Layout
      frame={frame}
      title={title}
      description={lede}
      book="cooperation"
      withoutBookStyles
      crumbs={cooperationCrumbs(frame, null, { label: words.t('economy.list_title'), href: link(frame, economyPath) }, { label: title })}
    >
      <Title title={title}>
        <p>{lede}</p>
        {note.a.invented && <Warn>{words.t('economy.invented')}</Warn>}
        {asked.map(({ number, event, text, language }) => (
          <p>
            {words.t('economy.asked_by')}:{' '}
            <a
              href={link(frame, cooperationPath('events', event, `statement-${number}`))}
              lang={language === words.language ? undefined : language}
            >
              «{text}»
            </a>
          </p>
        ))}
      </Title>
      <Section id="contents" title={words.t('economy.contents')}>
        <ol class="plain stack-s">
          {note.parts.map(({ number, key, status }) => (
            <li>
              {number}. <a href={`#part-${key}`}>{words.t(`economy.part_${key}`)}</a>{' '}
              <span class="fine">· {words.t(`economy.status_${status}`)}</span>
            </li>
          ))}
        </ol>
        <p class="fine">{words.t('economy.computed_on', { date: words.date(view.computedAt), version: `Bagdar ${view.codeVersion}` })}</p>
      </Section>
      {note.parts.map((part) => (
        <Part frame={frame} view={view} part={part} flows={flows} />
      ))}
    </Layout>
  )
}

const Part: FC<NotePageProps & { part: NotePart }> = ({ frame, view: { note }, part: { number, key, needs, tables }, flows }) => {
  const { words } = frame
  return (
    <Section id={`part-${key}`} title={`${number}. ${words.t(`economy.part_${key}`)}`} aside={<p>{words.t(`economy.aside_${key}`)}</p>}>
      {needs.map((need) => (
        <>
          <p class="absent">{words.t(`economy.need_${need}`)}</p>
          <pre tabindex={0}>
            <code>{commandFor(need, note.a.code)}</code>
          </pre>
        </>
      ))}
      {tables.map((table) => (
        <>
          <h3 id={`table-${table.key}`}>{tableTitle(note, table, words)}</h3>
          <NoteChart frame={frame} note={note} table={table} />
          <NoteTable frame={frame} note={note} table={table} />
          <p class="fine">
            <a href={link(frame, `${economyPath}/${note.b.code}/${table.key}.csv`)}>
              {words.t(shownRows(table).length < table.rows.length ? 'economy.csv_more' : 'economy.csv', { count: table.rows.length })}
            </a>
          </p>
        </>
      ))}
      {key === 'data' && <NoteData frame={frame} note={note} flows={flows} />}
    </Section>
  )
}
