import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { VoicesView } from '../../../books/discussion/voices/voices-view.ts'
import { fewestVotes } from '../../../books/discussion/voices/weigh-statements.ts'
import { link, type Frame } from '../../frame.ts'
import { Picked } from '../../parts/picked.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { discussionPath } from '../discussion-words.ts'

interface Props {
  frame: Frame
  consultation: Consultation
  statements: VoicesView['statements']
}

/** Each statement as the votes have it, and as they would if the voters were made up like the city. */
export const StatementsSection: FC<Props> = ({ frame, consultation, statements }) => {
  const { words } = frame
  const flips = statements.filter((one) => one.flips).length
  return (
    <Section id="statements" title={words.t('voices.statements')} aside={<p>{words.t('voices.not_a_survey')}</p>}>
      {statements.length === 0 ? (
        <p class="absent">{words.t('voices.statements_none', { count: fewestVotes })}</p>
      ) : (
        <div class="stack">
          <p>{words.t('voices.flips', { count: flips })}</p>
          <ScrollTable labelledBy="statements" words={words}>
            <thead>
              <tr>
                <th scope="col">{words.t('voices.statement')}</th>
                <th scope="col" class="r">
                  {words.t('voices.votes')}
                </th>
                <th scope="col" class="r">
                  {words.t('voices.raw')}
                </th>
                <th scope="col" class="r">
                  {words.t('voices.weighted')}
                </th>
                <th scope="col">{words.t('voices.verdict')}</th>
              </tr>
            </thead>
            <tbody>
              {statements.map(({ statement, text, votes, agree, weighted, flips }) => (
                <tr>
                  <th scope="row">
                    <a href={link(frame, discussionPath(consultation, `/statements/${statement}`))}>
                      {text === null ? (
                        words.t('voices.statement_erased', { number: String(statement) })
                      ) : (
                        <Picked text={text} words={words} />
                      )}
                    </a>
                  </th>
                  <td class="r">{words.number(votes, 0)}</td>
                  <td class="r">{words.percent(agree / 100)}</td>
                  <td class="r">{words.percent(weighted / 100)}</td>
                  <td>{flips ? <b>{words.t(weighted > 50 ? 'voices.flips_to_yes' : 'voices.flips_to_no')}</b> : words.t('voices.same')}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
          <p class="fine">{words.t('voices.statements_note', { count: fewestVotes })}</p>
        </div>
      )}
    </Section>
  )
}
