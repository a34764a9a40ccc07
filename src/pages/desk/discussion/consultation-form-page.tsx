import type { FC } from 'hono/jsx'
import { participationLevels, type Consultation } from '../../../books/discussion/consultation.ts'
import { longestTexts, type ConsultationForm } from '../../../books/discussion/rules/consultation-fields.ts'
import type { Refusal } from '../../../books/outcome.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, RadioField, SelectField, TextField } from '../../parts/form.tsx'
import { Title } from '../../parts/title.tsx'
import { versionWords } from '../../programme/programme-words.ts'
import { consultCrumbs, deskConsultationPath, problemsOf } from './consult-words.ts'
import { TextInLanguages } from './text-in-languages.tsx'

interface ConsultationFormPageProps {
  frame: Frame
  /** null: a new one. */
  draft: Consultation | null
  form: ConsultationForm
  versions: readonly ProgrammeVersion[]
  problems: readonly Refusal[]
  formKey: string
}

/** What the city asks, whom, and until when. Everything is filled in beforehand; the reader changes what does not fit. */
export const ConsultationFormPage: FC<ConsultationFormPageProps> = ({ frame, draft, form, versions, problems: refusals, formKey }) => {
  const { words } = frame
  const title = words.t(draft === null ? 'consult.new' : 'consult.edit')
  const problems = problemsOf(refusals, words)
  const path = draft === null ? '/desk/consultations/new' : deskConsultationPath(draft, '/edit')
  const text = (id: 'title' | 'question' | 'asked' | 'rules' | 'promise', rows: number, hint?: string) => (
    <TextInLanguages
      words={words}
      id={id}
      label={words.t(`consult.label_${id}`)}
      value={form.content[id]}
      rows={rows}
      maxlength={longestTexts[id]}
      problems={problems}
      {...(hint === undefined ? {} : { hint })}
    />
  )
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={consultCrumbs(frame, draft, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('consult.form_lede')}</p>
      </Title>
      {draft === null && <OtherProgrammes frame={frame} versions={versions} chosen={form.of} />}
      <div class="desk">
        {/* Three languages in Cyrillic letters are half as long in this encoding. */}
        <form class="element" method="post" action={link(frame, path)} enctype="multipart/form-data" novalidate>
          <FormKey value={formKey} />
          {draft !== null && <input type="hidden" name="revision" value={String(draft.revision)} />}
          <SelectField
            id="of"
            label={words.t('consult.label_of')}
            hint={words.t('consult.hint_of')}
            value={form.of}
            problem={problemOf(problems, 'of')}
            choices={versions.map((version) => ({
              value: `${version.programme}/${version.number}`,
              label: `${words.pick(version.title)}. ${versionWords(version, words)}`,
            }))}
          />
          <div class="tri">
            <TextField
              id="opensOn"
              type="date"
              label={words.t('consult.label_opens')}
              value={form.opensOn}
              problem={problemOf(problems, 'opensOn')}
            />
            <TextField
              id="closesOn"
              type="date"
              label={words.t('consult.label_closes')}
              hint={words.t('consult.hint_closes')}
              value={form.closesOn}
              problem={problemOf(problems, 'closesOn')}
            />
          </div>
          {text('title', 2)}
          {text('question', 4)}
          {text('asked', 2)}
          <RadioField
            id="level"
            label={words.t('consult.label_level')}
            hint={words.t('consult.hint_level')}
            value={form.level}
            problem={problemOf(problems, 'level')}
            choices={participationLevels.map((value) => ({ value, label: words.t(`consult.level_${value}`) }))}
          />
          {text('promise', 4)}
          {text('rules', 12, words.t('consult.hint_rules'))}
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('desk.save_draft')}
            </button>
            <a href={link(frame, draft === null ? '/desk/consultations' : deskConsultationPath(draft))}>{words.t('form.cancel')}</a>
          </p>
        </form>
      </div>
    </Layout>
  )
}

/** The title is made of the programme's name: where there are several, one begins with another by a link. */
const OtherProgrammes: FC<{ frame: Frame; versions: readonly ProgrammeVersion[]; chosen: string }> = ({ frame, versions, chosen }) => {
  const { words } = frame
  const last = [...new Map(versions.map((version) => [version.programme, version])).values()]
  const others = last.filter(({ programme }) => !chosen.startsWith(`${programme}/`))
  if (others.length === 0) return <></>
  return (
    <>
      <p>{words.t('consult.other_programmes')}</p>
      <ul>
        {others.map(({ programme, number, title }) => (
          <li>
            <a href={link(frame, '/desk/consultations/new', { of: `${programme}/${number}` })}>{words.pick(title)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
