import type { Child, FC } from 'hono/jsx'
import { metadata1121 } from '../../books/indicators/sdg-11/access/people-served.ts'
import { mostSnapMetres } from '../../books/indicators/sdg-11/streets/snap-to-streets.ts'
import { walkMetres } from '../../books/indicators/sdg-11/transit/transit-stops.ts'
import type { Frame } from '../frame.ts'
import { Facts } from '../parts/facts.tsx'
import { Section } from '../parts/section.tsx'
import type { Words } from '../words.ts'
import type { ComputedAccess } from './access-method-view.ts'

const metadataAddress = 'https://unstats.un.org/sdgs/metadata/files/Metadata-11-02-01.pdf'

const metresOf = (words: Words) => ({
  low: words.number(walkMetres.low),
  high: words.number(walkMetres.high),
  metres: words.number(mostSnapMetres),
})

/** What the indicator is, in plain words and as a formula, by which edition of the UN metadata. */
export const AccessDefinition: FC<{ frame: Frame; version?: string }> = ({ frame: { words }, version = metadata1121 }) => (
  <Section id="definition" title={words.t('spatial.access_definition')}>
    <p>{words.t('spatial.access_definitionText', metresOf(words))}</p>
    <Facts
      facts={[
        [words.t('methods.formula'), words.t('spatial.access_formula')],
        [words.t('spatial.access_way'), words.t('spatial.access_wayText')],
        [words.t('spatial.access_who'), words.t('spatial.access_whoText')],
        [
          words.t('spatial.access_metadata'),
          <a href={metadataAddress}>
            {words.t('spatial.access_toIndicator')}, {words.period(version)}
          </a>,
        ],
      ]}
    />
  </Section>
)

const steps = ['streets', 'stops', 'people', 'walk', 'share'] as const

/** From the files to the figure, with what was found on the way where it was computed. */
export const AccessSteps: FC<{ frame: Frame; computed: ComputedAccess | null }> = ({ frame: { words }, computed }) => {
  const found = computed === null ? {} : findingsOf(computed.result, words)
  return (
    <Section id="steps" title={words.t('spatial.access_steps')}>
      <Facts
        facts={steps.map((step, index): [Child, Child] => [
          <>
            {index + 1}. {words.t(`spatial.access_step_${step}`)}
          </>,
          <>
            {words.t(`spatial.access_stepText_${step}`, metresOf(words))} {found[step] && <b>{found[step]}</b>}
          </>,
        ])}
      />
    </Section>
  )
}

function findingsOf(
  { parameters, numerator, denominator }: ComputedAccess['result'],
  words: Words,
): Partial<Record<(typeof steps)[number], string>> {
  const number = (name: string) => {
    const value = parameters[name]
    return typeof value === 'number' ? words.number(value) : null
  }
  const [km, stops, cells] = [number('streetsKm'), number('stopsCounted'), number('cells')]
  const [without, people] = [number('cellsWithoutStreet'), number('peopleWithoutStreet')]
  return {
    ...(km !== null && { streets: words.t('spatial.access_found_streets', { km }) }),
    ...(stops !== null && { stops: words.t('spatial.access_found_stops', { count: stops, source: String(parameters['stops'] ?? '') }) }),
    ...(cells !== null &&
      without !== null &&
      people !== null && { people: words.t('spatial.access_found_people', { cells, without, people }) }),
    ...(numerator !== null &&
      denominator !== null && {
        share: words.t('spatial.map_people', { served: words.number(numerator, 0), people: words.number(denominator, 0) }),
      }),
  }
}

const counted = ['low', 'high', 'not', 'frequency', 'others'] as const

/** What counts as a stop, and what the indicator leaves out. */
export const AccessStops: FC<{ frame: Frame }> = ({ frame: { words } }) => (
  <Section id="stops" title={words.t('spatial.access_stops')}>
    <Facts
      facts={counted.map(
        (kind) =>
          [words.t(`spatial.access_stop_${kind}`, metresOf(words)), words.t(`spatial.access_stopText_${kind}`, metresOf(words))] as const,
      )}
    />
  </Section>
)
