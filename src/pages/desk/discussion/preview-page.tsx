import type { FC } from 'hono/jsx'
import { problemsOfPublishing, textsWithout } from '../../../books/discussion/rules/consultation-fields.ts'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { Refusal } from '../../../books/outcome.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey } from '../../parts/form.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import { consultCrumbs, deskConsultationPath, problemsOf, titleOf } from './consult-words.ts'
import { ConsultationTexts } from './consultation-texts.tsx'

interface PreviewPageProps {
  frame: Frame
  draft: Consultation
  version: ProgrammeVersion | null
  /** null: she looks at it, and decides later. */
  publishing: { formKey: string; refusals: readonly Refusal[] } | null
}

/** The draft as residents will read it, and the decision that shows it to them. */
export const PreviewPage: FC<PreviewPageProps> = ({ frame, draft, version, publishing }) => {
  const { words } = frame
  const title = words.t(publishing === null ? 'consult.preview' : 'consult.publish')
  const missing = problemsOfPublishing(draft, frame.today)
  const onlyMissed = textsWithout('en', draft.content)
  const edit = link(frame, deskConsultationPath(draft, '/edit'))
  // Fields stand on the page of the form, not here.
  const problems = problemsOf([...(publishing?.refusals ?? [])], words).map(({ text }) => ({ field: '', text }))
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={consultCrumbs(frame, draft, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={titleOf(draft, words)}>
        <p>{words.t(publishing === null ? 'consult.preview_lede' : 'consult.publish_lede')}</p>
      </Title>
      {problems.length === 0 && missing.length > 0 && (
        <>
          <Warn>{words.t('consult.not_yet')}</Warn>
          <ul>
            {missing.map((one) => (
              <li>
                <a href={`${edit}#${one.field}`}>
                  {one.field !== undefined && fieldWords(one.field, words)}
                  {problemsOf([one], words)[0]?.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {onlyMissed.length > 0 && (
        <Warn>{words.t('consult.english_missing', { texts: onlyMissed.map((name) => words.t(`consult.label_${name}`)).join(', ') })}</Warn>
      )}
      {publishing === null ? (
        <p class="acts">
          <a class="btn main" href={link(frame, deskConsultationPath(draft, '/publish'))}>
            {words.t('consult.publish')}
          </a>
          <a href={edit}>{words.t('consult.edit')}</a>
        </p>
      ) : (
        <form method="post" action={link(frame, deskConsultationPath(draft, '/publish'))}>
          <FormKey value={publishing.formKey} />
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('consult.publish_now')}
            </button>
            <a href={edit}>{words.t('consult.edit')}</a>
          </p>
        </form>
      )}
      <ConsultationTexts frame={frame} consultation={draft} version={version} />
    </Layout>
  )
}

/** `title-kk` → "Title: "; a day says itself what it is. */
function fieldWords(field: string, words: Frame['words']): string {
  const name = (['title', 'question', 'asked', 'rules', 'promise'] as const).find((one) => field.startsWith(`${one}-`))
  return name === undefined ? '' : `${words.t(`consult.label_${name}`)}: `
}
