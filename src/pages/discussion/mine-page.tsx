import type { FC } from 'hono/jsx'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { ListedContribution } from '../../books/discussion/listed-contribution.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { FormKey } from '../parts/form.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { discussionCrumbs } from './crumbs.ts'
import { discussionPath } from './discussion-words.ts'
import { SaidNote } from './said-note.tsx'

interface MinePageProps {
  frame: Frame
  consultation: Consultation
  contributions: readonly ListedContribution[]
  newKey(): string
  withdrawn: boolean
}

/** What she said herself, with what became of it; what she takes back is gone for good. */
export const MinePage: FC<MinePageProps> = ({ frame, consultation, contributions, newKey, withdrawn }) => {
  const { words } = frame
  return (
    <Layout
      frame={frame}
      title={words.t('discussion.mine')}
      book="discussion"
      unlisted
      crumbs={discussionCrumbs(frame, consultation, { label: words.t('discussion.mine') })}
    >
      <Title title={words.t('discussion.mine')}>
        <p>{words.t('discussion.mineLede')}</p>
      </Title>
      {withdrawn && (
        <div class="done" role="status">
          <p>{words.t('discussion.withdrawnDone')}</p>
        </div>
      )}
      <Section id="own" title={words.t('discussion.contributionsTitle')}>
        {contributions.length === 0 && <p class="absent">{words.t('discussion.nothingMine')}</p>}
        {contributions.map((one) => (
          <div class="stack-s">
            <SaidNote frame={frame} consultation={consultation} one={one} open={false} withPlace />
            {one.contribution.state !== 'shown' && <p class="fine">{words.t(`discussion.state_${one.contribution.state}`)}</p>}
            {(one.contribution.state === 'shown' || one.contribution.state === 'held') && (
              <form method="post" action={link(frame, discussionPath(consultation, `/mine/${one.contribution.number}`))}>
                <FormKey value={newKey()} />
                <button
                  class="btn"
                  type="submit"
                  aria-label={words.t('discussion.withdrawNumber', { number: String(one.contribution.number) })}
                >
                  {words.t('discussion.withdraw')}
                </button>
              </form>
            )}
          </div>
        ))}
      </Section>
    </Layout>
  )
}
