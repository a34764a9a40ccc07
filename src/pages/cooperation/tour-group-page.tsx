import type { FC } from 'hono/jsx'
import { findingCodes, groupCodes } from '../../books/cooperation/tour-group/finding-codes.ts'
import { readySchemes, type ReadyScheme } from '../../books/cooperation/tour-group/schemes.ts'
import { travellerFields, verdicts } from '../../books/cooperation/tour-group/traveller.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import type { Words } from '../words.ts'
import { TourGroupForm } from './tour-group-form.tsx'

const limits = ['names', 'number', 'swap', 'dates', 'identity'] as const
const byHand = ['digit', 'example', 'places', 'dates', 'twins', 'group'] as const
const published = readySchemes.filter((scheme): scheme is ReadyScheme & { id: 'russia_china' | 'india_landing' } => scheme.id !== 'own')

/** Checks lists of tourists for group visas, in the browser alone: the page is the same for everybody, and nothing comes back from it. */
export const TourGroupPage: FC<{ frame: Frame }> = ({ frame }) => {
  const { words, assets } = frame
  const title = words.t('tourGroup.title')
  return (
    <Layout
      frame={frame}
      title={title}
      description={words.t('tourGroup.description')}
      crumbs={[{ label: words.t('cooperation.book'), href: link(frame, '/cooperation') }, { label: title }]}
      sendsNothing
    >
      {assets['tour-group.css'] && <link rel="stylesheet" href={assets['tour-group.css']} />}
      <Title title={title}>
        <p>{words.t('tourGroup.lede')}</p>
      </Title>
      <Section id="check" title={words.t('tourGroup.check_title')} aside={<p>{words.t('tourGroup.check_aside')}</p>}>
        <bagdar-tour-group
          data-language={words.language}
          data-words={JSON.stringify(liveWords(words))}
          data-check={assets['tour-group-check.js']}
          data-excel={assets['tour-group-excel.js']}
          data-failed={words.t('tourGroup.problem_offline')}
        >
          <p class="warn" data-part="without">
            {words.t('tourGroup.without_script')}
          </p>
          <TourGroupForm words={words} />
        </bagdar-tour-group>
      </Section>
      <Section id="limits" title={words.t('tourGroup.cannot_title')}>
        <ul class="stack-s">
          {limits.map((one) => (
            <li>{words.t(`tourGroup.cannot_${one}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="schemes" title={words.t('tourGroup.schemes_title')} aside={<p>{words.t('tourGroup.schemes_aside')}</p>}>
        <dl class="facts">
          {published.map(({ id, source }) => (
            <div>
              <dt>{words.t(`tourGroup.scheme_${id}`)}</dt>
              <dd>
                <p>{words.t(`tourGroup.about_${id}`)}</p>
                {source && (
                  <p class="fine">
                    <a href={source.url} rel="external">
                      {words.t('tourGroup.source_on', { source: source.title, date: words.date(source.on) })}
                    </a>
                  </p>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="by-hand" title={words.t('tourGroup.by_hand')}>
        <ol class="stack-s">
          {byHand.map((one) => (
            <li>{words.t(`tourGroup.by_hand_${one}`)}</li>
          ))}
        </ol>
      </Section>
      {assets['tour-group.js'] && <script type="module" src={assets['tour-group.js']} />}
    </Layout>
  )
}

const others = [
  ...(['title', 'result', 'result_ok', 'result_unknown', 'result_warning', 'result_error', 'result_counts', 'result_limits'] as const),
  ...(['group', 'faults', 'cannot_tell', 'put_right', 'numbers', 'list', 'number', 'conclusion', 'remarks', 'unread', 'person'] as const),
  ...([
    'legend',
    'file_name',
    'do_print',
    'do_csv',
    'do_xlsx',
    'problem_empty',
    'problem_header',
    'problem_file',
    'problem_large',
  ] as const),
  ...(['problem_many', 'problem_nationality', 'problem_number', 'problem_leader'] as const),
] as const
const gaps = ['found', 'wanted', 'row', 'place', 'character', 'text', 'number', 'zone', 'due', 'count', 'errors', 'warnings']

/** The messages that the island says, with their gaps open: it has no catalogue of its own. */
function liveWords(words: Words): Record<string, string> {
  const open = Object.fromEntries(gaps.map((gap) => [gap, `{${gap}}`]))
  const keys = [
    ...others,
    ...findingCodes.map((code) => `find_${code}` as const),
    ...groupCodes.map((code) => `group_${code}` as const),
    ...[...travellerFields, 'zone' as const].map((field) => `field_${field}` as const),
    ...verdicts.map((verdict) => `verdict_${verdict}` as const),
  ]
  return {
    ...Object.fromEntries(keys.map((key) => [key, words.t(`tourGroup.${key}`, open)])),
    problem: words.t('form.problem'),
    scroll: words.t('common.scrollCue'),
  }
}
