import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import { codeInGroups, longestBatchName, type CodeBatch } from '../../../books/discussion/rules/participation-code.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { momentWords } from '../../account/moment.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, RadioField, SelectField, TextField } from '../../parts/form.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import { discussionPath } from '../../discussion/discussion-words.ts'
import { consultCrumbs, deskConsultationPath, problemsOf, titleOf } from './consult-words.ts'

/** The forms as they were filled in. */
export interface GivenCodes {
  count: string
  batch: string
  as: string
}
export interface LostCodes {
  batch: string
  reason: string
}

interface CodesPageProps {
  frame: Frame
  consultation: Consultation
  batches: readonly CodeBatch[]
  given: GivenCodes
  lost: LostCodes
  refusals: readonly Refusal[]
  newKey: () => string
}

/** Codes that the city hands out: those that were made, and more of them. */
export const CodesPage: FC<CodesPageProps> = ({ frame, consultation, batches, given, lost, refusals, newKey }) => {
  const { words } = frame
  const left = batches.filter((one) => one.made > one.used + one.void)
  const title = words.t('consult.codes')
  const problems = problemsOf(refusals, words)
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={consultCrumbs(frame, consultation, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('consult.codes_lede')}</p>
      </Title>
      {batches.length > 0 && (
        <Section id="batches" title={words.t('consult.batches')}>
          <ScrollTable labelledBy="batches" words={words}>
            <thead>
              <tr>
                <th scope="col">{words.t('consult.label_batch')}</th>
                <th scope="col">{words.t('consult.made_at')}</th>
                <th scope="col" class="n">
                  {words.t('consult.codes_used')}
                </th>
                <th scope="col" class="n">
                  {words.t('consult.codes_unused')}
                </th>
                <th scope="col" class="n">
                  {words.t('consult.codes_void')}
                </th>
              </tr>
            </thead>
            <tbody>
              {batches.map(({ batch, madeAt, made, used, void: lostOnes }) => (
                <tr>
                  <th scope="row">{batch}</th>
                  <td>{momentWords(madeAt, frame)}</td>
                  <td class="n">{words.number(used)}</td>
                  <td class="n">{words.number(made - used - lostOnes)}</td>
                  <td class="n">{words.number(lostOnes)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </Section>
      )}
      <Section id="make" title={words.t('consult.make_codes')}>
        <form class="stack" method="post" action={link(frame, deskConsultationPath(consultation, '/codes'))} novalidate>
          <FormKey value={newKey()} />
          <TextField
            id="batch"
            label={words.t('consult.label_batch')}
            hint={words.t('consult.hint_batch')}
            value={given.batch}
            maxlength={longestBatchName}
            problem={problemOf(problems, 'batch')}
          />
          <TextField
            id="count"
            inputmode="numeric"
            label={words.t('consult.label_count')}
            value={given.count}
            problem={problemOf(problems, 'count')}
          />
          <RadioField
            id="as"
            label={words.t('consult.label_as')}
            value={given.as}
            choices={(['page', 'csv'] as const).map((value) => ({ value, label: words.t(`consult.as_${value}`) }))}
          />
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('consult.make_codes')}
            </button>
            <a href={link(frame, deskConsultationPath(consultation))}>{words.t('form.cancel')}</a>
          </p>
        </form>
      </Section>
      {left.length > 0 && (
        <Section id="void" title={words.t('consult.void_codes')} aside={<p>{words.t('consult.void_codes_aside')}</p>}>
          <form class="stack" method="post" action={link(frame, deskConsultationPath(consultation, '/codes/void'))} novalidate>
            <FormKey value={newKey()} />
            <SelectField
              id="void-batch"
              label={words.t('consult.label_void_batch')}
              value={lost.batch}
              problem={problemOf(problems, 'void-batch')}
              choices={[
                { value: '', label: words.t('consult.choose_batch') },
                ...left.map(({ batch, madeAt }) => ({ value: `${madeAt} ${batch}`, label: `${batch}, ${momentWords(madeAt, frame)}` })),
              ]}
            />
            <TextField
              id="void-reason"
              label={words.t('consult.label_void_reason')}
              hint={words.t('consult.hint_void_reason')}
              value={lost.reason}
              maxlength={longestBatchName}
              problem={problemOf(problems, 'void-reason')}
            />
            <p class="acts">
              <button class="btn" type="submit">
                {words.t('consult.void_codes')}
              </button>
            </p>
          </form>
        </Section>
      )}
    </Layout>
  )
}

interface MadeCodesPageProps {
  frame: Frame
  consultation: Consultation
  batch: string
  codes: readonly string[]
}

/** The codes themselves, this once: to be printed and cut. */
export const MadeCodesPage: FC<MadeCodesPageProps> = ({ frame, consultation, batch, codes }) => {
  const { words } = frame
  const title = words.t('consult.made_codes')
  const address = frame.publicUrl + link({ ...frame, asOf: null }, discussionPath(consultation))
  return (
    <Layout frame={frame} title={title} unlisted crumbs={consultCrumbs(frame, consultation, title)}>
      <Title title={title}>
        <p>
          {titleOf(consultation, words)}. {batch}
        </p>
      </Title>
      <Warn>{words.t('consult.codes_once')}</Warn>
      <ol class="codes">
        {codes.map((code) => (
          <li>
            <code>{codeInGroups(code)}</code>
            <br />
            <span class="fine">{address}</span>
          </li>
        ))}
      </ol>
      <p class="acts">
        <a href={link(frame, deskConsultationPath(consultation, '/codes'))}>{words.t('consult.codes')}</a>
      </p>
    </Layout>
  )
}
