import type { FC } from 'hono/jsx'
import type { FigureView } from '../../books/indicators/figure-view.ts'
import { longestMistakeText } from '../../books/indicators/mistake-report.ts'
import type { Refusal } from '../../books/outcome.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { FormKey } from '../parts/form.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { isMessageKey } from '../messages.ts'
import { citation } from './figure-page.tsx'
import { figurePath } from './series-words.ts'

interface ReportMistakePageProps {
  frame: Frame
  view: FigureView
  /** Sent twice, the report is stored once. */
  formKey: string
  /** The number the message was given; null before it is sent. */
  sent: number | null
  /** What stood in the form, and why it was not taken. */
  text?: string
  refusal?: Refusal
}

/** Anybody says what is wrong with a figure. Nothing personal is asked for. */
export const ReportMistakePage: FC<ReportMistakePageProps> = ({ frame, view, formKey, sent, text, refusal }) => {
  const { words } = frame
  const path = figurePath(view.labelled.series.address, view.timePeriod)
  return (
    <Layout
      frame={frame}
      title={words.t('figure.mistakeTitle')}
      book="indicators"
      unlisted
      crumbs={[
        { label: words.t('common.indicators'), href: link(frame, '/indicators') },
        { label: view.indicator.code, href: link(frame, `/indicators/${view.indicator.code}`) },
        { label: words.period(view.timePeriod), href: link(frame, path) },
        { label: words.t('figure.mistakeTitle') },
      ]}
    >
      <Title title={words.t('figure.mistakeTitle')}>
        <p>{sent === null ? words.t('figure.mistakeLede') : words.t('figure.mistakeThanks', { number: String(sent) })}</p>
      </Title>
      <Section id="about" title={words.t('figure.mistakeAbout')}>
        <p>{citation(view, words)}</p>
      </Section>
      {sent === null ? (
        <Form frame={frame} path={path} formKey={formKey} text={text ?? ''} refusal={refusal ?? null} />
      ) : (
        <Section id="next" title={words.t('figure.mistakeBack')}>
          <p>{words.t('figure.mistakeNext')}</p>
          <p>
            <a href={link(frame, path)}>{words.t('figure.mistakeBack')}</a>
          </p>
        </Section>
      )}
    </Layout>
  )
}

const Form: FC<{ frame: Frame; path: string; formKey: string; text: string; refusal: Refusal | null }> = (props) => {
  const { frame, path, formKey, text, refusal } = props
  const { words } = frame
  const key = `figure.mistake_${refusal?.code}`
  const problem = refusal === null ? null : isMessageKey(key) ? words.t(key, refusal.details) : refusal.code
  return (
    <Section id="report" title={words.t('figure.mistakeText')}>
      <form class="stack" method="post" action={link(frame, `${path}/mistakes`)}>
        <FormKey value={formKey} />
        <div class={problem === null ? 'f' : 'f bad'}>
          <label for="text">{words.t('figure.mistakeText')}</label>
          <p class="hint" id="text-hint">
            {words.t('figure.mistakeHint')}
          </p>
          {problem && (
            <p class="err" id="text-error">
              {problem}
            </p>
          )}
          <textarea
            id="text"
            name="text"
            rows={8}
            maxlength={longestMistakeText}
            required
            aria-describedby={problem === null ? 'text-hint' : 'text-hint text-error'}
            aria-invalid={problem === null ? undefined : 'true'}
          >
            {text}
          </textarea>
        </div>
        <p class="fine">{words.t('figure.mistakeKept')}</p>
        <p class="acts">
          <button type="submit" class="btn main">
            {words.t('figure.mistakeSend')}
          </button>
        </p>
      </form>
    </Section>
  )
}
