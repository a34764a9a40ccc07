import type { FC } from 'hono/jsx'
import type { Claim, FigureView } from '../../books/indicators/figure-view.ts'
import { originOf } from '../../books/indicators/entry/entered-value.ts'
import { priceBasis } from '../../books/indicators/price-basis.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Cite } from '../parts/cite.tsx'
import { Facts } from '../parts/facts.tsx'
import { Great } from '../parts/great.tsx'
import { Picked } from '../parts/picked.tsx'
import { Rivals } from '../parts/rivals.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import type { Words } from '../words.ts'
import { isMessageKey } from '../messages.ts'
import { madeByWords } from '../releases/made-by.ts'
import { FigureHistory } from './figure-history.tsx'
import { ProxyNotice } from './proxy-notice.tsx'
import { placeUnit } from './shown-value.ts'
import { areaWords, codeWords, cutWords, dimensionWords, figurePath, sourceWords, unitWords } from './series-words.ts'

interface FigurePageProps {
  frame: Frame
  view: FigureView
}

/** One figure opened: value, meaning, release, file, row, history. */
export const FigurePage: FC<FigurePageProps> = ({ frame, view }) => {
  const { words } = frame
  const { indicator, labelled, timePeriod } = view
  const name = words.pick(indicator.name) || indicator.code
  const period = words.period(timePeriod)
  return (
    <Layout
      frame={frame}
      title={words.t('figure.title', { indicator: [name, ...whichSeries(view, frame)].join(', '), period })}
      description={words.t('figure.description', { area: areaWords(labelled, words), period })}
      book="indicators"
      crumbs={[
        { label: words.t('common.indicators'), href: link(frame, '/indicators') },
        { label: indicator.code, href: link(frame, `/indicators/${indicator.code}`) },
        { label: period },
      ]}
    >
      <Title title={<Picked text={indicator.name} words={words} otherwise={indicator.code} />}>
        <p>
          {areaWords(labelled, words)}, {period}. {words.t('figure.lede')}
        </p>
      </Title>
      <Value frame={frame} view={view} />
      <What words={words} view={view} />
      <Section id="origin" title={words.t('figure.origin')}>
        {view.claims.map((claim) => (
          <Origin frame={frame} view={view} claim={claim} />
        ))}
      </Section>
      <FigureHistory frame={frame} view={view} />
      <Neighbours frame={frame} view={view} />
      <Section id="use" title={words.t('figure.use')}>
        <div class="stack">
          <ul class="acts">
            <li>
              <a
                href={`/api/v1/observations?${new URLSearchParams({ city: frame.city?.slug ?? '', series: labelled.series.address, timePeriod, ...(frame.asOf === null ? {} : { asOf: frame.asOf }) })}`}
              >
                {words.t('figure.json')}
              </a>
            </li>
            <li>
              <a href={link(frame, `${figurePath(labelled.series.address, timePeriod)}/mistakes`)} rel="nofollow">
                {words.t('common.reportMistake')}
              </a>
            </li>
          </ul>
          <Cite frame={frame} text={citation(view, words)} />
          <AsOfForm frame={frame} />
        </div>
      </Section>
    </Layout>
  )
}

const Value: FC<FigurePageProps> = ({ frame, view }) => {
  const { words } = frame
  const { figure, claims, labelled, timePeriod } = view
  const period = words.period(timePeriod)
  const caption = words.t('figure.caption', { source: sourceWords(labelled, words), period })
  const unit = unitWords(labelled, words)
  return (
    <Section id="value" title={figure?.disputed ? words.t('figure.disputedTitle') : words.t('figure.value')}>
      {figure === null && <p class="absent">{words.t('figure.valueWithdrawn', { period })}</p>}
      {figure !== null && !figure.disputed && figure.value === null && <p class="absent">{words.t('figure.valueGap', { period })}</p>}
      {figure?.value != null && (
        <Great href="#origin" value={words.decimal(figure.value)} caption={caption} {...placeUnit(labelled.series.unit, unit)} />
      )}
      {figure?.disputed && (
        <Rivals
          rivals={claims.map(({ observation }) => ({
            href: '#origin',
            value: observation.value === null ? '—' : words.decimal(observation.value),
            source: caption,
            note: observation.origin && `${observation.origin.file}, ${words.t('figure.line', { line: String(observation.origin.line) })}`,
          }))}
          reason={words.t('figure.disputed', { count: new Set(claims.map((claim) => claim.observation.value)).size })}
        />
      )}
    </Section>
  )
}

/** What sets the series apart from others of its indicator: area, breakdown, source. Two open figures stand in two tabs. */
function whichSeries({ labelled }: FigureView, { words, city }: Frame): string[] {
  const area = labelled.series.refArea === city?.refArea ? [] : [areaWords(labelled, words)]
  return [...area, ...labelled.dimensions.map((one) => codeWords(one, words)), sourceWords(labelled, words)]
}

const What: FC<{ words: Words; view: FigureView }> = ({ words, view }) => {
  const { indicator, labelled, figure, timePeriod } = view
  const { series } = labelled
  const status = figure?.obsStatus ?? null
  const statusKey = `figure.status_${status}`
  return (
    <Section id="what" title={words.t('figure.what')}>
      <ProxyNotice indicator={indicator} words={words} />
      <Facts
        facts={[
          [
            words.t('figure.indicator'),
            <>
              {indicator.code} <Picked text={indicator.name} words={words} />
            </>,
          ],
          [words.t('figure.area'), `${areaWords(labelled, words)} (${series.refArea})`],
          [words.t('figure.period'), words.period(timePeriod)],
          [words.t('figure.unit'), unitWords(labelled, words)],
          [words.t('figure.prices'), priceWords(series.unit, words.period(timePeriod), words)],
          [
            words.t('figure.dimensions'),
            labelled.dimensions.length === 0
              ? words.t('figure.total')
              : labelled.dimensions.map((one) => `${dimensionWords(one.dimension, words)}: ${codeWords(one, words)}`).join('; '),
          ],
          [words.t('figure.method'), words.pick(labelled.methodName) || series.method],
          [words.t('figure.boundary'), words.pick(labelled.boundaryName) || series.boundary],
          [words.t('figure.status'), status === null ? null : isMessageKey(statusKey) ? words.t(statusKey) : status],
          [words.t('figure.note'), figure?.note ? <Picked text={figure.note} words={words} /> : null],
          [words.t('figure.key'), <code>{keyText(view)}</code>],
        ]}
      />
    </Section>
  )
}

/** Money says whose prices it is in; anything else needs no such line. */
function priceWords(unit: string, period: string, words: Words): string | null {
  const basis = priceBasis(unit)
  if (basis === null) return null
  if (basis.kind === 'constant') return words.t('figure.pricesConstant', { year: basis.year })
  return words.t(basis.kind === 'nominal' ? 'figure.pricesNominal' : 'figure.pricesNotStated', { period })
}

const keyText = ({ labelled: { series, dimensions } }: FigureView): string =>
  [series.indicator, series.refArea, series.source, series.unit, ...dimensions.map(({ dimension, code }) => `${dimension}=${code}`)]
    .filter((part) => part !== '')
    .join(' · ')

const Origin: FC<FigurePageProps & { claim: Claim }> = ({ frame, view, claim }) => {
  const { words } = frame
  const { observation, release, sha256 } = claim
  const { origin } = observation
  const entered = originOf(release.parameters, view.labelled.series.address, view.timePeriod)
  return (
    <Facts
      facts={[
        [words.t('figure.value'), observation.value === null ? words.t('figure.gapEntry') : words.decimal(observation.value)],
        [words.t('figure.source'), sourceWords(view.labelled, words)],
        [
          words.t('figure.release'),
          <>
            <a href={link(frame, `/releases/${release.number}`)}>
              {words.t('figure.releaseLine', {
                number: String(release.number),
                date: words.date(release.publishedAt ?? release.recordedAt),
                kind: words.t(`figure.kind_${release.kind}`),
              })}
            </a>
            <br />
            <Picked text={release.title} words={words} />
          </>,
        ],
        [words.t('figure.madeBy'), entered === null ? madeByWords(release.madeBy, words) : words.t('entry.enteredOrigin')],
        [words.t('entry.place_of_value'), entered?.place],
        [words.t('entry.typed'), entered?.typed && <code class="raw">{entered.typed}</code>],
        [words.t('entry.correction'), entered?.reason],
        [words.t('figure.file'), origin === null ? words.t('figure.noFile') : <code>{origin.file}</code>],
        [words.t('figure.hash'), sha256 && <code>{sha256}</code>],
        [words.t('figure.place'), origin && words.t('figure.line', { line: String(origin.line) })],
        [words.t('figure.row'), origin && <code class="raw">{origin.row}</code>],
        [words.t('figure.cell'), origin && <code class="raw">{origin.cell}</code>],
        [
          words.t('figure.transformation'),
          words.t(release.kind === 'computation' ? 'figure.transformationComputed' : 'figure.transformationNone'),
        ],
        [words.t('figure.code'), <code>{release.codeVersion}</code>],
      ]}
    />
  )
}

const Neighbours: FC<FigurePageProps> = ({ frame, view }) => {
  const { words } = frame
  const { before, after, labelled } = view
  const to = (period: string) => link(frame, figurePath(labelled.series.address, period))
  // The indicator's page shows the city's own series; another area has only its figures.
  const isOwn = labelled.series.refArea === frame.city?.refArea
  if (before === null && after === null && !isOwn) return <></>
  return (
    <Section id="neighbours" title={words.t('figure.neighbours')}>
      <ul class="acts">
        {before && (
          <li>
            <a href={to(before.timePeriod)} rel="prev">
              ← {words.t('figure.before', { period: words.period(before.timePeriod) })}
            </a>
          </li>
        )}
        {after && (
          <li>
            <a href={to(after.timePeriod)} rel="next">
              {words.t('figure.after', { period: words.period(after.timePeriod) })} →
            </a>
          </li>
        )}
        {isOwn && (
          <li>
            <a href={link(frame, `/indicators/${labelled.series.indicator}`, { series: labelled.series.address })}>
              {words.t('figure.wholeSeries')}
            </a>
          </li>
        )}
      </ul>
    </Section>
  )
}

/** What is cited: name, cut, area, period, value with unit, source. */
export function citation(view: FigureView, words: Words): string {
  const { indicator, labelled, figure, claims, timePeriod } = view
  const cut = labelled.dimensions.length === 0 ? '' : ` (${cutWords(labelled, words)})`
  const value =
    figure?.value != null
      ? `${words.decimal(figure.value)} ${unitWords(labelled, words)}`
      : figure?.disputed
        ? words.t('figure.citationDisputed', {
            values: claims.map(({ observation }) => words.decimal(observation.value ?? '—')).join('; '),
          })
        : words.t('figure.citationNone')
  return words.t('figure.citation', {
    indicator: `${indicator.code} ${words.pick(indicator.name)}${cut}`.trim(),
    area: areaWords(labelled, words),
    period: words.period(timePeriod),
    value,
    source: sourceWords(labelled, words),
  })
}
