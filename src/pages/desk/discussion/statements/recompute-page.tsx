import type { FC } from 'hono/jsx'
import type { BatchLine } from '../../../../books/discussion/batch.ts'
import type { Consultation } from '../../../../books/discussion/consultation.ts'
import { momentWords } from '../../../account/moment.ts'
import { link, type Frame } from '../../../frame.ts'
import { Layout } from '../../../layout.tsx'
import { Facts } from '../../../parts/facts.tsx'
import { ScrollTable } from '../../../parts/scroll-table.tsx'
import { Section } from '../../../parts/section.tsx'
import { Title } from '../../../parts/title.tsx'
import { consultCrumbs, deskConsultationPath } from '../consult-words.ts'

interface RecomputePageProps {
  frame: Frame
  consultation: Consultation
  batches: readonly BatchLine[]
  /** null: not asked for yet. */
  recomputed: { batch: BatchLine; hash: string; isSame: boolean; counted: number; unchanged: number } | null
}

/** An auditor computes the opinion groups again inside the system: she sees hashes and counts, and nobody's votes. */
export const RecomputePage: FC<RecomputePageProps> = ({ frame, consultation, batches, recomputed }) => {
  const { words } = frame
  const title = words.t('opinions.recompute')
  return (
    <Layout frame={frame} title={title} unlisted crumbs={consultCrumbs(frame, consultation, title)}>
      <Title title={title}>
        <p>{words.t('opinions.recompute_lede')}</p>
      </Title>
      {recomputed !== null && (
        <Section id="result" title={words.t(recomputed.isSame ? 'opinions.recompute_same' : 'opinions.recompute_differs')}>
          <Facts
            facts={[
              [words.t('opinions.recompute_published'), <code class="key">{recomputed.batch.hash}</code>],
              [words.t('opinions.recompute_now'), <code class="key">{recomputed.hash}</code>],
              [words.t('opinions.recompute_counted'), words.number(recomputed.counted, 0)],
              [words.t('opinions.recompute_unchanged'), words.number(recomputed.unchanged, 0)],
            ]}
          />
        </Section>
      )}
      <Section id="batches" title={words.t('opinions.batches')}>
        {batches.length === 0 ? (
          <p>{words.t('opinions.recompute_none')}</p>
        ) : (
          <>
            <p class="acts">
              <a class="btn main" href={link(frame, deskConsultationPath(consultation, '/recompute'), { now: '1' })}>
                {words.t('opinions.go')}
              </a>
            </p>
            <ScrollTable labelledBy="batches" words={words}>
              <thead>
                <tr>
                  <th scope="col" class="num">
                    {words.t('opinions.batch')}
                  </th>
                  <th scope="col">{words.t('opinions.batch_made')}</th>
                  <th scope="col" class="num">
                    {words.t('opinions.batch_votes')}
                  </th>
                  <th scope="col" class="num">
                    {words.t('opinions.batch_people')}
                  </th>
                  <th scope="col">{words.t('opinions.batch_hash')}</th>
                </tr>
              </thead>
              <tbody>
                {batches.toReversed().map(({ number, madeAt, votes, participants, hash }) => (
                  <tr>
                    <td class="num">{number}</td>
                    <td>{momentWords(madeAt, frame)}</td>
                    <td class="num">{words.number(votes, 0)}</td>
                    <td class="num">{words.number(participants, 0)}</td>
                    <td>
                      <code>{hash}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </ScrollTable>
          </>
        )}
      </Section>
    </Layout>
  )
}
