import type { FC } from 'hono/jsx'
import { standings, type MayorStatus, type StatusChange } from '../../../books/cooperation/mayor-status.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { TextField } from '../../parts/form.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import type { Words } from '../../words.ts'
import { officePath } from './office-words.ts'
import { cooperationCrumbs, recordPath } from './record-words.ts'

interface MayorStatusPageProps {
  frame: Frame
  status: MayorStatus
  /** ISO day. */
  since: string
}

/** Where cooperation stands, partner by partner, and what changed since a day; the same on one page of paper. */
export const MayorStatusPage: FC<MayorStatusPageProps> = ({ frame, status, since }) => {
  const { words } = frame
  const title = words.t('office.mayor_title')
  return (
    <Layout frame={frame} title={title} unlisted crumbs={cooperationCrumbs(frame, null, title)}>
      <Title title={title}>
        <p>{words.t('office.mayor_lede')}</p>
        <p>{nextWords(status, words)}</p>
        <p class="acts">
          <a href={link(frame, officePath('mayor-status', undefined, '.pdf'), { since })}>{words.t('office.mayor_pdf')}</a>
        </p>
      </Title>
      <Section id="partners" title={words.t('office.mayor_partners')} aside={<p>{words.t('office.mayor_partners_aside')}</p>}>
        {status.partners.length === 0 ? <p class="absent">{words.t('office.mayor_none')}</p> : <Partners frame={frame} status={status} />}
      </Section>
      <Section id="changes" title={words.t('office.changes')} aside={<p>{words.t('office.changes_since', { date: words.date(since) })}</p>}>
        <form class="filters" method="get" action={link(frame, officePath('mayor-status'))}>
          <TextField id="since" type="date" label={words.t('office.mayor_since')} value={since} />
          <button class="btn" type="submit">
            {words.t('office.show')}
          </button>
        </form>
        {status.changes.length === 0 && <p class="absent">{words.t('office.changes_none')}</p>}
        <ul class="stack-s">
          {status.changes.map((change) => (
            <li>
              <time datetime={change.on}>{words.date(change.on)}</time>: {changeWords(change, words)}
            </li>
          ))}
        </ul>
      </Section>
    </Layout>
  )
}

/** The next visit of all, in a sentence. */
export const nextWords = ({ next }: MayorStatus, words: Words): string =>
  next === null ? words.t('office.next_none') : words.t('office.next_is', { title: words.pick(next.title), date: words.period(next.on) })

/** What changed, without its day. */
export function changeWords(change: StatusChange, words: Words): string {
  switch (change.kind) {
    case 'event':
      return words.t('office.change_event', {
        title: words.pick(change.commitment.title),
        what: words.t(`cooperation.status_event_${change.what}`),
      })
    case 'deadline': {
      const title = words.pick(change.commitment.title)
      if (change.due === '') return words.t('office.change_removed', { title })
      return words.t(change.isFirst ? 'office.change_deadline' : 'office.change_moved', { title, due: words.period(change.due) })
    }
    case 'signed':
      return words.t('office.change_signed', { title: words.pick(change.agreement.title) })
    case 'held':
      return words.t('office.change_held', { title: words.pick(change.event.title) })
  }
}

const Partners: FC<{ frame: Frame; status: MayorStatus }> = ({ frame, status }) => {
  const { words } = frame
  return (
    <ScrollTable labelledBy="partners" words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('cooperation.kind_partner')}</th>
          {standings.map((standing) => (
            <th scope="col" class="num">
              {words.t(`office.standing_${standing}`)}
            </th>
          ))}
          <th scope="col">{words.t('office.next_visit')}</th>
        </tr>
      </thead>
      <tbody>
        {status.partners.map((line) => (
          <tr>
            <th scope="row">
              <a href={link(frame, recordPath('partner', line.partner.number))}>{words.pick(line.partner.name)}</a>
            </th>
            {standings.map((standing) => (
              <td class="num">{line[standing]}</td>
            ))}
            <td>{line.next !== null && <a href={link(frame, officePath('visits', line.next.number))}>{words.period(line.next.on)}</a>}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.t('office.total')}</th>
          {standings.map((standing) => (
            <td class="num">{status.total[standing]}</td>
          ))}
          <td></td>
        </tr>
      </tfoot>
    </ScrollTable>
  )
}
