import type { FC } from 'hono/jsx'
import { gapThemes } from '../../books/indicators/expected-indicators.ts'
import type { Coverage, Gap } from '../../books/indicators/gaps.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Status, type StatusKind } from '../parts/status.tsx'
import { Title } from '../parts/title.tsx'
import { gapWords } from './gap-words.ts'

/** What the city should know about itself, and what there is of it. */
export const GapsPage: FC<{ frame: Frame; gaps: readonly Gap[] }> = ({ frame, gaps }) => {
  const { words, city } = frame
  const count = (kind: Coverage['kind']) => gaps.filter((gap) => gap.coverage.kind === kind).length
  const counts = { covered: count('covered'), proxy: count('proxy'), stopped: count('stopped'), missing: count('missing') }
  return (
    <Layout
      frame={frame}
      title={words.t('about.gapsTitle')}
      description={words.t('about.gapsDescription', { city: words.pick(city?.name ?? {}) })}
      book="indicators"
      crumbs={[{ label: words.t('common.indicators'), href: link(frame, '/indicators') }, { label: words.t('about.gapsTitle') }]}
    >
      <Title title={words.t('about.gapsTitle')}>
        <p>{words.t('about.gapsLede')}</p>
        <p>{words.t('about.gapsCount', counts)}</p>
      </Title>
      {gapThemes.map((theme) => (
        <Section id={theme} title={words.t(`about.theme_${theme}`)}>
          <table class="stackable" aria-labelledby={theme}>
            <thead>
              <tr>
                <th scope="col">{words.t('about.expected')}</th>
                <th scope="col">{words.t('about.coverage')}</th>
                <th scope="col">{words.t('about.stands')}</th>
              </tr>
            </thead>
            <tbody>
              {gaps
                .filter((gap) => gap.expected.theme === theme)
                .map((gap) => (
                  <Row frame={frame} gap={gap} />
                ))}
            </tbody>
          </table>
        </Section>
      ))}
    </Layout>
  )
}

const glyphs: Readonly<Record<Coverage['kind'], StatusKind>> = { covered: 'on', proxy: 'accel', stopped: 'accel', missing: 'none' }

const Row: FC<{ frame: Frame; gap: Gap }> = ({ frame, gap: { expected, coverage, indicators } }) => {
  const { words } = frame
  return (
    <tr>
      <th scope="row">
        {expected.code} <Picked text={expected.name} words={words} />
      </th>
      <td>
        <Status kind={glyphs[coverage.kind]} words={gapWords(coverage, words)} />
      </td>
      <td>
        {indicators.length === 0 && <span class="quiet">{words.t('about.nothingStands')}</span>}
        {indicators.map((indicator, at) => (
          <>
            {at > 0 && <br />}
            <a href={link(frame, `/indicators/${indicator.code}`)}>
              {indicator.code} <Picked text={indicator.name} words={words} />
            </a>
          </>
        ))}
      </td>
    </tr>
  )
}
