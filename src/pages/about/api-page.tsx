import type { FC } from 'hono/jsx'
import { sdmxAgencyOf } from '../../books/indicators/sdmx/agency.ts'
import type { Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'

/** The lists of the open data, by the last part of their address, with the key of their words. */
const lists = [
  ['observations', 'observations'],
  ['series', 'series'],
  ['indicators', 'indicators'],
  ['releases', 'releases'],
  ['programme-versions', 'programmeVersions'],
  ['areas', 'areas'],
  ['codes', 'codes'],
  ['sources', 'sources'],
  ['partners', 'partners'],
  ['events', 'events'],
  ['commitments', 'commitments'],
  ['partner-statements', 'partnerStatements'],
  ['agreements', 'agreements'],
  ['partnerships', 'partnerships'],
  ['projects', 'projects'],
  ['source-documents', 'sourceDocuments'],
] as const

/** Open data: which lists there are, with addresses to try. */
export const ApiPage: FC<{ frame: Frame }> = ({ frame }) => {
  const { words, city } = frame
  const slug = city?.slug ?? ''
  const agency = sdmxAgencyOf(slug)
  const observations = `/api/v1/observations?city=${slug}&refArea=${city?.refArea ?? ''}&indicator=11.6.2&format=csv`
  const examples = [
    ['exampleCsv', observations],
    ['exampleDay', `${observations}&asOf=2025-01-01`],
  ] as const
  // The standard of projects knows no empty file: a city without them has none.
  const standards = [
    ['commitmentsCsv', `/api/v1/${slug}/commitments.csv`, true],
    ['sdmx2', `/sdmx/2/structure/dataflow/${agency}`, true],
    ['sdmx1', `/sdmx/1/dataflow/${agency}`, true],
    ['sdmxCsv', `/sdmx/2/data/dataflow/${agency}/SDG/1.0.0/*.*.*.${city?.refArea ?? ''}?format=csv`, true],
    ['oparl', `/oparl/1.1/body/${slug}`, true],
    ['oc4ids', `/api/v1/${slug}/projects.oc4ids.json`, false],
  ] as const
  return (
    <Layout
      frame={frame}
      title={words.t('common.api')}
      description={words.t('api.description', { city: words.pick(city?.name ?? {}) })}
      crumbs={[{ label: words.t('common.api') }]}
    >
      <Title title={words.t('common.api')}>
        <p>{words.t('api.lede')}</p>
      </Title>
      <Section id="lists" title={words.t('api.lists')}>
        <ScrollTable labelledBy="lists" words={words}>
          <thead>
            <tr>
              <th scope="col">{words.t('api.address')}</th>
              <th scope="col">{words.t('api.what')}</th>
            </tr>
          </thead>
          <tbody>
            {lists.map(([thing, key]) => (
              <tr>
                <td>
                  <a href={`/api/v1/${thing}?city=${slug}`}>
                    <code>{`/api/v1/${thing}?city=${slug}`}</code>
                  </a>
                </td>
                <td>{words.t(`api.${key}`)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </Section>
      <Section id="standards" title={words.t('api.standards')}>
        <ul class="plain stack">
          {standards.map(([key, address, isAlwaysThere]) => (
            <li>
              {words.t(`api.${key}`)}
              <br />
              {isAlwaysThere ? (
                <a href={address}>
                  <code>{address}</code>
                </a>
              ) : (
                <code>{address}</code>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="examples" title={words.t('api.examples')}>
        <ul class="plain stack">
          {examples.map(([key, address]) => (
            <li>
              {words.t(`api.${key}`)}
              <br />
              <a href={address}>
                <code>{address}</code>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="rules" title={words.t('api.rules')}>
        <div class="stack">
          <p>{words.t('api.rule1')}</p>
          <p>{words.t('api.rule2')}</p>
          <p>{words.t('api.rule3')}</p>
          <p>
            {words.t('api.whole')}: <a href="/api/v1/openapi.json">{words.t('api.openapi')}</a>
          </p>
        </div>
      </Section>
    </Layout>
  )
}
