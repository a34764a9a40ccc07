import type { FC } from 'hono/jsx'
import { commitmentWaits, eventWaits, type RecordList } from '../../../books/cooperation/desk-view.ts'
import type { RecordKind } from '../../../books/cooperation/records.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { SelectField, TextField } from '../../parts/form.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { RecordItems } from './record-items.tsx'
import { cooperationCrumbs, recordPath } from './record-words.ts'

interface ListPageProps {
  frame: Frame
  kind: RecordKind
  list: RecordList
  text: string
  only: string
  /** What else the address narrows the list to: `event: '3'`. */
  naming: Readonly<Record<string, string>>
  mayWrite: boolean
}

/** All records of one kind, newest first, with a search. */
export const ListPage: FC<ListPageProps> = ({ frame, kind, list, text, only, naming, mayWrite }) => {
  const { words } = frame
  const title = words.t(`cooperation.kinds_${kind}`)
  const query = { ...naming, ...(text === '' ? {} : { q: text }), ...(only === '' ? {} : { only }) }
  const filters = [
    '',
    'drafts',
    ...(kind === 'commitment' ? commitmentWaits : []),
    ...(kind === 'event' ? eventWaits : []),
    ...(kind === 'agreement' ? (['notice_due'] as const) : []),
  ] as const
  return (
    <Layout frame={frame} title={title} unlisted crumbs={cooperationCrumbs(frame, null, title)}>
      <Title title={title}>
        {mayWrite && (
          <p>
            <a href={link(frame, `${recordPath(kind)}/new`, naming)}>
              {words.t('deskCooperation.add_kind', { kind: words.t(`cooperation.kind_${kind}`) })}
            </a>
          </p>
        )}
      </Title>
      <form class="filters" method="get" action={link(frame, recordPath(kind))}>
        {Object.entries(naming).map(([field, number]) => (
          <input type="hidden" name={field} value={number} />
        ))}
        <TextField id="q" type="search" label={words.t('deskCooperation.search')} value={text} />
        <SelectField
          id="only"
          label={words.t('deskCooperation.show_only')}
          value={only}
          choices={filters.map((value) => ({ value, label: words.t(`deskCooperation.only_${value === '' ? 'all' : value}`) }))}
        />
        <button class="btn" type="submit">
          {words.t('deskCooperation.show')}
        </button>
      </form>
      <Section id="records" title={words.t('deskCooperation.count', { count: list.count })}>
        <RecordItems frame={frame} records={list.records} named={list.named} />
        <Pager
          page={list.page}
          pages={list.pages}
          words={words}
          href={(other) => link(frame, recordPath(kind), { ...query, page: String(other) })}
        />
      </Section>
    </Layout>
  )
}
