import type { FC } from 'hono/jsx'
import { minimumCapture } from '../books/indicators/annual-mean.ts'
import { championParameters } from '../books/indicators/progress/champion-area-target.ts'
import { escapParameters } from '../books/indicators/progress/escap.ts'
import { minMaxParameters } from '../books/indicators/progress/min-max.ts'
import { link, type Frame } from './frame.ts'
import { Layout } from './layout.tsx'
import { isMessageKey } from './messages.ts'
import { Facts } from './parts/facts.tsx'
import { Section } from './parts/section.tsx'
import { Title } from './parts/title.tsx'
import type { Words } from './words.ts'

/** Methods in the order of the table on an indicator's page, then what stands around them. Each is the anchor its numbers open to. */
const described = ['escap', 'openSdg', 'eurostat', 'unsd', 'minMax', 'compare', 'champion', 'annualMean', 'targets', 'umf'] as const
const aspects = ['what', 'formula', 'limits', 'notAssessed', 'source', 'unchecked'] as const
const cooperation = ['strength', 'evidence', 'status', 'light', 'smart', 'partnership', 'past'] as const
const rules = ['direction', 'programme', 'over', 'flags', 'disputed', 'sensitivity'] as const

/** How progress is judged: formula, limits, source, and what has not been checked. The numbers are the parameters themselves. */
export const MethodsPage: FC<{ frame: Frame; goldenSeries: number }> = ({ frame, goldenSeries }) => {
  const { words } = frame
  return (
    <Layout
      frame={frame}
      title={words.t('methods.title')}
      description={words.t('methods.description')}
      crumbs={[{ label: words.t('methods.title') }]}
    >
      <Title title={words.t('methods.title')}>
        <p>{words.t('methods.lede')}</p>
      </Title>
      <Section id="rules" title={words.t('methods.rules')}>
        <ul class="plain stack-s">
          {rules.map((rule) => (
            <li>{words.t(`methods.rule_${rule}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="needle" title={words.t('methods.needle')}>
        <div class="stack">
          <p>{words.t('methods.needleText')}</p>
          <p class="fine">{words.t('methods.letters')}</p>
        </div>
      </Section>
      {described.map((method) => (
        <Section id={method} title={methodName(method, words)}>
          <Facts facts={aspects.map((aspect) => [words.t(`methods.${aspect}`), aspectWords(method, aspect, words)] as const)} />
        </Section>
      ))}
      <Section id="computed" title={words.t('spatial.access_computed')}>
        <p>
          <a href={link(frame, '/methods/11.2.1')}>{words.t('spatial.access_title')}</a>
        </p>
        <p>
          <a href={link(frame, '/methods/11.7.1')}>{words.t('spatial.space_title')}</a>
        </p>
      </Section>
      <Section id="cooperation" title={words.t('cooperation.methodTitle')}>
        <ul class="plain stack-s">
          {cooperation.map((rule) => (
            <li>{words.t(`cooperation.method_${rule}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="golden" title={words.t('methods.golden')}>
        <p>{words.t('methods.goldenText', { count: goldenSeries })}</p>
      </Section>
    </Layout>
  )
}

function methodName(method: (typeof described)[number], words: Words): string {
  const [own, shared] = [`methods.${method}`, `progress.method_${method}`]
  return isMessageKey(own) ? words.t(own) : isMessageKey(shared) ? words.t(shared) : method
}

/** What the messages need: thresholds stand in the code, not in the text. */
const details = (words: Words) => ({
  onTrack: escapParameters.onTrackGap,
  reverse: escapParameters.reverseGap,
  since: String(championParameters.since),
  years: championParameters.minimumYears,
  fence: words.number(championParameters.fence),
  minimum: words.percent(minimumCapture),
})

function aspectWords(method: (typeof described)[number], aspect: (typeof aspects)[number], words: Words): string | null {
  const key = `methods.${method}_${aspect}`
  const areas = method === 'champion' ? championParameters.minimumAreas : minMaxParameters.minimumPool
  return isMessageKey(key) ? words.t(key, { ...details(words), areas }) : null
}
