import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { PaperRow, RefusedRow } from '../../../books/discussion/rules/import-paper.ts'
import type { Notice } from '../../../books/notice.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { isMessageKey } from '../../messages.ts'
import { ErrorSummary, FileField, FormKey, problemOf, RadioField, type Problem } from '../../parts/form.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { noticeTitle } from '../../releases/notice-words.tsx'
import type { Words } from '../../words.ts'
import { consultCrumbs, deskConsultationPath, problemsOf } from './consult-words.ts'

interface BringTableProps {
  frame: Frame
  consultation: Consultation
  problems: readonly Problem[]
  channel: string
}

/** Many forms at once, as a table. Nothing is entered before somebody has seen what it holds. */
export const BringTable: FC<BringTableProps> = ({ frame, consultation, problems, channel }) => {
  const { words } = frame
  const path = deskConsultationPath(consultation, '/paper')
  return (
    <Section id="many" title={words.t('consult.paper_many')} aside={<p>{words.t('consult.paper_many_aside')}</p>}>
      <div class="stack">
        <p>
          <a href={link(frame, `${path}/template.csv`)}>{words.t('consult.paper_template')}</a>
        </p>
        <form class="stack" method="post" action={link(frame, `${path}/check`)} enctype="multipart/form-data" novalidate>
          <FileField id="file" label={words.t('consult.label_file')} problem={problemOf(problems, 'file')} accept=".csv,text/csv" />
          <RadioField
            id="table-channel"
            name="channel"
            label={words.t('consult.label_channel')}
            value={channel}
            choices={(['paper', 'meeting'] as const).map((value) => ({ value, label: words.t(`consult.channel_${value}`) }))}
          />
          <p class="acts">
            <button class="btn" type="submit">
              {words.t('consult.paper_check')}
            </button>
          </p>
        </form>
      </div>
    </Section>
  )
}

interface PaperTablePageProps {
  frame: Frame
  consultation: Consultation
  channel: string
  /** Rows that can be entered. */
  rows: readonly PaperRow[]
  notices: readonly Notice[]
  refused: readonly RefusedRow[]
  problems: readonly Problem[]
  formKey: string
}

/** What is wrong with a form, or, where the table itself is broken, with its row. */
function paperNotice({ code, value, details }: Notice, words: Words): string {
  const key = `discussionText.${code}`
  return isMessageKey(key) ? words.t(key, { value: value ?? '', ...details }) : noticeTitle(code, words)
}

/** What a table holds and what is wrong with it; only now can it be entered. */
export const PaperTablePage: FC<PaperTablePageProps> = (props) => {
  const { frame, consultation, channel, rows, notices, refused, problems, formKey } = props
  const { words } = frame
  const title = words.t('consult.paper_many')
  const wrong = [
    ...notices.map((one) => ({
      line: one.line ?? 0,
      column: one.column ?? '',
      text: paperNotice(one, words),
      value: one.value ?? '',
    })),
    ...refused.map(({ line, code, field }) => ({ line, column: field, text: problemsOf([{ code }], words)[0]?.text ?? code, value: '' })),
  ].sort((a, b) => a.line - b.line)
  const crumbs = [...consultCrumbs(frame, consultation), paperCrumb(frame, consultation), { label: title }]
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={crumbs}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('consult.paper_found', { count: rows.length })}</p>
      </Title>
      {wrong.length > 0 && (
        <Section id="wrong" title={words.t('consult.paper_wrong')}>
          <ScrollTable labelledBy="wrong" words={words}>
            <thead>
              <tr>
                <th scope="col">{words.t('consult.row')}</th>
                <th scope="col">{words.t('consult.column')}</th>
                <th scope="col">{words.t('consult.what_is_wrong')}</th>
                <th scope="col">{words.t('consult.cell')}</th>
              </tr>
            </thead>
            <tbody>
              {wrong.slice(0, 500).map(({ line, column, text, value }) => (
                <tr>
                  <th scope="row">{line}</th>
                  <td>{column}</td>
                  <td>{text}</td>
                  <td>{value.slice(0, 200)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        </Section>
      )}
      {rows.length > 0 && (
        <form
          class="stack"
          method="post"
          action={link(frame, deskConsultationPath(consultation, '/paper/import'))}
          enctype="multipart/form-data"
        >
          <FormKey value={formKey} />
          <input type="hidden" name="channel" value={channel} />
          <input type="hidden" name="rows" value={JSON.stringify(rows)} />
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('consult.paper_import', { count: rows.length })}
            </button>
          </p>
        </form>
      )}
      <BringTable {...{ frame, consultation, problems, channel }} />
    </Layout>
  )
}

const paperCrumb = (frame: Frame, consultation: Consultation) => ({
  label: frame.words.t('consult.paper'),
  href: link(frame, deskConsultationPath(consultation, '/paper')),
})
