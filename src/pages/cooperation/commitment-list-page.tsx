import type { FC } from 'hono/jsx'
import { statuses } from '../../books/cooperation/commitment-row.ts'
import { commitmentFlags } from '../../books/cooperation/commitment-tests.ts'
import type { CommitmentListView } from '../../books/cooperation/public-views.ts'
import { strengths } from '../../books/cooperation/strength.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { SelectField } from '../parts/form.tsx'
import { Pager } from '../parts/pager.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { Warn } from '../parts/warn.tsx'
import { CommitmentItems, sharedFlags } from './commitment-item.tsx'
import { cooperationCrumbs, cooperationPath, promiseCountWords } from './cooperation-words.ts'

interface ListProps {
  frame: Frame
  view: CommitmentListView
}

/** Every commitment, to be narrowed down by what it is about. */
export const CommitmentListPage: FC<ListProps> = (props) => {
  const { frame, view } = props
  const { words } = frame
  const { filter, commitments, found, counts, page, pages } = view
  const kept = Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])))
  const shared = sharedFlags(commitments)
  const title = words.t('cooperation.kinds_commitment')
  return (
    <Layout
      frame={frame}
      title={title}
      description={words.t('cooperation.commitmentsLede')}
      book="cooperation"
      crumbs={cooperationCrumbs(frame, 'commitments')}
    >
      <Title title={title}>
        <p>{words.t('cooperation.commitmentsLede')}</p>
      </Title>
      <Filter {...props} />
      <Section
        id="list"
        title={promiseCountWords(found, words)}
        aside={
          <>
            {found.all < counts.all && <p>{words.t('cooperation.ofAll', { what: promiseCountWords(counts, words) })}</p>}
            {shared.map((flag) => (
              <Warn>
                {words.t('cooperation.allOfThese', { flag: words.t(`cooperation.flag_${flag}`).toLocaleLowerCase(words.language) })}
              </Warn>
            ))}
          </>
        }
      >
        {found.all === 0 && <p class="absent">{words.t(counts.all === 0 ? 'cooperation.noCommitments' : 'cooperation.nothingFound')}</p>}
        <CommitmentItems commitments={commitments} frame={frame} saidAbove={shared} />
        <Pager
          page={page}
          pages={pages}
          words={words}
          href={(to) => link(frame, cooperationPath('commitments'), { ...kept, page: String(to) })}
        />
      </Section>
    </Layout>
  )
}

const Filter: FC<ListProps> = ({ frame, view: { filter, partners } }) => {
  const { words } = frame
  const any = { value: '', label: words.t('cooperation.any') }
  const names = partners
    .map(({ number, content }) => ({ value: String(number), label: words.pick(content.name) }))
    .sort((a, b) => words.compare(a.label, b.label))
  return (
    <form class="filter" method="get" action={link({ ...frame, asOf: null }, cooperationPath('commitments'))}>
      {frame.asOf !== null && <input type="hidden" name="asOf" value={frame.asOf} />}
      <SelectField
        id="status"
        label={words.t('cooperation.status')}
        value={filter.status ?? ''}
        choices={[any, ...statuses.map((value) => ({ value, label: words.t(`cooperation.status_${value}`) }))]}
      />
      <SelectField
        id="strength"
        label={words.t('cooperation.strength')}
        value={filter.strength ?? ''}
        choices={[any, ...strengths.map((value) => ({ value, label: words.t(`cooperation.strength_${value}`) }))]}
      />
      <SelectField
        id="partner"
        label={words.t('cooperation.kind_partner')}
        value={filter.partner === null ? '' : String(filter.partner)}
        choices={[any, ...names]}
      />
      <SelectField
        id="flag"
        label={words.t('cooperation.flag')}
        value={filter.flag ?? ''}
        choices={[any, ...commitmentFlags.map((value) => ({ value, label: words.t(`cooperation.flag_${value}`) }))]}
      />
      <button class="btn" type="submit">
        {words.t('common.show')}
      </button>
    </form>
  )
}
