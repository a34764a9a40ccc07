import type { FC } from 'hono/jsx'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { ListedContribution } from '../../books/discussion/listed-contribution.ts'
import type { Statement } from '../../books/discussion/statement.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { FormKey } from '../parts/form.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { discussionCrumbs } from './crumbs.ts'
import { discussionPath } from './discussion-words.ts'
import { SaidNote } from './said-note.tsx'

interface MinePageProps {
  frame: Frame
  consultation: Consultation
  contributions: readonly ListedContribution[]
  statements: readonly Statement[]
  newKey(): string
  withdrawn: boolean
}

/** What she said herself, with what became of it; what she takes back is gone for good. */
export const MinePage: FC<MinePageProps> = ({ frame, consultation, contributions, statements, newKey, withdrawn }) => {
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
      {statements.length > 0 && (
        <Section id="statements" title={words.t('discussion.statementsMine')}>
          {statements.map(({ number, text, state }) => (
            <div class="stack-s">
              <p>
                {number}. {text === null ? null : <Picked text={text} words={words} />}
              </p>
              {state !== 'shown' && <p class="fine">{words.t(`discussion.state_${state}`)}</p>}
              {state === 'held' && (
                <form method="post" action={link(frame, discussionPath(consultation, `/mine/statements/${number}`))}>
                  <FormKey value={newKey()} />
                  <button class="btn" type="submit" aria-label={words.t('discussion.withdrawStatement', { number: String(number) })}>
                    {words.t('discussion.withdraw')}
                  </button>
                </form>
              )}
            </div>
          ))}
        </Section>
      )}
    </Layout>
  )
}
