import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../../books/discussion/consultation.ts'
import type { CensusChoice } from '../../../../books/discussion/voices/census.ts'
import { dimensionOf, voiceFields, type VoiceField } from '../../../../books/discussion/voices/fields.ts'
import type { Indicator, Source } from '../../../../books/indicators/figure.ts'
import type { Refusal } from '../../../../books/outcome.ts'
import { discussionPath } from '../../../discussion/discussion-words.ts'
import { link, type Frame } from '../../../frame.ts'
import { Layout } from '../../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, SelectField } from '../../../parts/form.tsx'
import { Section } from '../../../parts/section.tsx'
import { Title } from '../../../parts/title.tsx'
import type { Words } from '../../../words.ts'
import { consultCrumbs, deskConsultationPath } from '../consult-words.ts'

/** A table of the record, as the form names it. */
export interface CensusOption {
  name: string
  choice: CensusChoice
  categories: number
}

interface CensusPageProps {
  frame: Frame
  consultation: Consultation
  options: Readonly<Record<VoiceField, readonly CensusOption[]>>
  /** Names of the chosen tables; '' none. */
  chosen: Readonly<Record<VoiceField, string>>
  indicators: readonly Indicator[]
  sources: readonly Source[]
  formKey: string
  saved: boolean
  refusal: Refusal | null
}

/** Which tables of the record the participants of a consultation are held against. */
export const CensusPage: FC<CensusPageProps> = (props) => {
  const { frame, consultation, options, chosen, formKey, saved, refusal } = props
  const { words } = frame
  const title = words.t('voices.census_title')
  const problems = refusal === null ? [] : [{ field: refusal.field ?? '', text: words.t('voices.refused_table_gone') }]
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={consultCrumbs(frame, consultation, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        {saved && <p role="status">{words.t('voices.census_saved')}</p>}
        <p>{words.t('voices.census_lede')}</p>
        <p>
          <a href={link(frame, discussionPath(consultation, '/voices'))}>{words.t('voices.title')}</a>
        </p>
      </Title>
      <Section id="tables" title={words.t('voices.census_tables')} aside={<p>{words.t('voices.census_aside')}</p>}>
        <form class="stack" method="post" action={link(frame, deskConsultationPath(consultation, '/census'))} novalidate>
          <FormKey value={formKey} />
          {voiceFields.map((field) => (
            <SelectField
              id={field}
              label={words.t(`voices.field_${field}`)}
              hint={options[field].length === 0 ? noTableWords(field, words) : undefined}
              value={chosen[field]}
              choices={[
                { value: '', label: words.t('voices.census_without') },
                ...options[field].map((option) => ({ value: option.name, label: optionWords(option, props) })),
              ]}
              problem={problemOf(problems, field)}
            />
          ))}
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('voices.save')}
            </button>
            <a href={link(frame, deskConsultationPath(consultation))}>{words.t('form.cancel')}</a>
          </p>
        </form>
      </Section>
    </Layout>
  )
}

const noTableWords = (field: VoiceField, words: Words): string =>
  field === 'district' ? words.t('voices.census_no_districts') : words.t('voices.census_no_table', { dimension: dimensionOf[field] })

/** "Population by the census, 2021, statistics office, 6 categories". */
function optionWords({ choice, categories }: CensusOption, { frame: { words }, indicators, sources }: CensusPageProps): string {
  const indicator = indicators.find(({ code }) => code === choice.indicator)
  const source = sources.find(({ id }) => id === choice.source)
  return words.t('voices.census_option', {
    indicator: (indicator && words.pick(indicator.name)) || choice.indicator,
    period: words.period(choice.timePeriod),
    source: (source && words.pick(source.name)) || choice.source,
    count: categories,
  })
}
