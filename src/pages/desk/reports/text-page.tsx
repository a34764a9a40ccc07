import type { FC } from 'hono/jsx'
import type { CatalogueEntry } from '../../../books/indicators/catalogue-view.ts'
import type { Fields, Merge } from '../../../books/programme/draft/merge-fields.ts'
import { placeholderOf } from '../../../books/reports/placeholder.ts'
import { longestText, type TextPart } from '../../../books/reports/report-text.ts'
import type { ReportKind } from '../../../books/reports/report.ts'
import type { BrokenPlaceholder } from '../../../books/reports/written-texts.ts'
import { link, type Frame } from '../../frame.ts'
import { shownValue } from '../../indicators/shown-value.ts'
import { sourceWords, unitWords } from '../../indicators/series-words.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, type Problem } from '../../parts/form.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { LanguageFields } from '../language-fields.tsx'
import { MergeDifference } from '../merge-difference.tsx'
import { momentWords } from '../../account/moment.ts'
import { brokenWords, reportCrumbs, textPath } from './report-words.ts'

export interface TextPageProps {
  frame: Frame
  kind: ReportKind
  part: TextPart
  text: Fields
  /** The revision that the form begins from. */
  revision: number
  /** Indicators of the city with their headline series: to copy placeholders from. */
  entries: readonly CatalogueEntry[]
  /** Placeholders of what is stored that cannot be filled. */
  broken: readonly BrokenPlaceholder[]
  problems?: readonly Problem[]
  /** Somebody wrote it meanwhile. */
  conflict?: { merge: Merge; name: string; at: string }
  saved: boolean
  formKey: string
}

/** A part of a report in three languages side by side, and the figures that can stand in it. */
export const ReportTextPage: FC<TextPageProps> = (props) => {
  const { frame, kind, part, broken, problems = [], conflict, saved } = props
  const { words } = frame
  const title = words.t(`reportTexts.part_${part}`)
  const summary = [
    ...problems,
    ...(conflict === undefined ? [] : [{ field: 'text-kk', text: words.t('desk.conflict_look') }]),
    ...broken.map((one) => ({ field: `text-${one.language}`, text: brokenWords(one, words) })),
  ]
  return (
    <Layout
      frame={frame}
      title={conflict === undefined ? title : words.t('desk.conflict_title')}
      unlisted
      failed={problems.length > 0 || conflict !== undefined}
      crumbs={reportCrumbs(frame, kind, { label: title })}
    >
      <ErrorSummary problems={summary} words={words} />
      <Title title={conflict === undefined ? title : words.t('desk.conflict_title')}>
        <p>
          {conflict === undefined
            ? words.t(`reportTexts.hint_${part}`)
            : `${words.t('desk.conflict_who', { name: conflict.name, when: momentWords(conflict.at, frame) })} ${words.t('desk.conflict_lede')}`}
        </p>
      </Title>
      {saved && <p role="status">{words.t('desk.saved')}</p>}
      {conflict !== undefined && (
        <Section id="differences" title={words.t('desk.conflict_differences')}>
          {conflict.merge.changed.map((one) => (
            <MergeDifference
              one={one}
              label={words.t(`desk.language_${one.field as 'kk'}`)}
              open={conflict.merge.open.includes(one.field)}
              words={words}
            />
          ))}
        </Section>
      )}
      <TextForm {...props} />
      <Figures frame={frame} entries={props.entries} />
    </Layout>
  )
}

const TextForm: FC<TextPageProps> = ({ frame, kind, part, text, revision, problems = [], formKey }) => {
  const { words } = frame
  return (
    <Section
      id="text"
      title={words.t('deskReports.text')}
      aside={
        <>
          <p>{words.t('deskReports.howToWrite')}</p>
          <p>
            <a href={link(frame, textPath(kind, part, '/history'))}>{words.t('desk.history')}</a>
          </p>
        </>
      }
    >
      <form method="post" class="stack" action={link(frame, textPath(kind, part))}>
        <FormKey value={formKey} />
        <input type="hidden" name="revision" value={String(revision)} />
        <LanguageFields
          words={words}
          id="text"
          label={words.t('deskReports.text')}
          values={text}
          rows={16}
          maxlength={longestText}
          problems={problems}
        />
        <p class="acts">
          <button type="submit" class="btn main">
            {words.t('deskReports.save')}
          </button>
        </p>
      </form>
    </Section>
  )
}

/** Placeholders to copy from: the latest figure of each indicator. */
const Figures: FC<{ frame: Frame; entries: readonly CatalogueEntry[] }> = ({ frame, entries }) => {
  const { words } = frame
  return (
    <Section id="figures" title={words.t('deskReports.figures')} aside={<p>{words.t('deskReports.figuresAside')}</p>}>
      <p>{words.t('deskReports.figuresLede')}</p>
      <p>
        <code>{'{{figure SERIES 2023}}'}</code> <code>{'{{figure SERIES latest}}'}</code>
      </p>
      <ScrollTable labelledBy="figures" words={words} class="stackable">
        <thead>
          <tr>
            <th scope="col">{words.t('deskReports.indicator')}</th>
            <th scope="col" class="r">
              {words.t('deskReports.latest')}
            </th>
            <th scope="col">{words.t('deskReports.placeholder')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.flatMap(({ indicator, headline }) =>
            headline === null || headline.latest === null || headline.latest.value === null
              ? []
              : [
                  <tr>
                    <th scope="row">
                      <a href={link(frame, `/indicators/${indicator.code}`)}>
                        {indicator.code} {words.pick(indicator.name)}
                      </a>
                      <br />
                      <span class="fine">{sourceWords(headline.labelled, words)}</span>
                    </th>
                    <td class="r">
                      {shownValue(words, headline.latest.value)}
                      <br />
                      <span class="fine">
                        {words.period(headline.latest.timePeriod)}, {unitWords(headline.labelled, words)}
                      </span>
                    </td>
                    <td>
                      <code>{placeholderOf(headline.labelled.series.address, 'latest')}</code>
                    </td>
                  </tr>,
                ],
          )}
        </tbody>
      </ScrollTable>
    </Section>
  )
}
