import type { FC } from 'hono/jsx'
import { sdmxAgencyOf } from '../../books/indicators/sdmx/agency.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import type { MessageKey, Words } from '../words.ts'

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
    ['exampleXlsx', observations.replace('format=csv', 'format=xlsx')],
    ['exampleParquet', `/api/v1/observations?city=${slug}&format=parquet`],
    ['exampleDay', `${observations}&asOf=2025-01-01`],
  ] as const
  // Every city has this page; a chart needs figures.
  const page = `/${words.language}/${slug}`
  const files = [
    ['exampleTable', `/tables${page}/api/lists.csv`, true],
    ['exampleTables', `/tables${page}/api/tables.xlsx`, true],
    ['exampleChart', `/charts${page}/indicators/11.6.2/chart.svg`, false],
    ['exampleOembed', `/oembed?url=${encodeURIComponent(`${frame.publicUrl}${page}/indicators/11.6.2`)}&format=json`, false],
  ] as const
  // The standard of projects knows no empty file: a city without them has none.
  const standards = [
    ['catalogueJsonld', '/catalog.jsonld', true],
    ['catalogueTtl', '/catalog.ttl', true],
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
      catalogue
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
        <Addresses rows={standards} words={words} />
      </Section>
      <Section id="examples" title={words.t('api.examples')}>
        <Addresses rows={examples.map(([key, address]) => [key, address, true] as const)} words={words} />
      </Section>
      <Section id="page-files" title={words.t('api.files')}>
        <div class="stack">
          <p>{words.t('api.files1')}</p>
          <p>{words.t('api.files2')}</p>
        </div>
        <Addresses rows={files} words={words} />
      </Section>
      <Section id="terms" title={words.t('api.terms')}>
        <p>
          {words.t('api.terms1')} <a href={link(frame, '/licence')}>{words.t('api.terms2')}</a>
        </p>
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

type Row = readonly [key: ApiKey, address: string, isAlwaysThere: boolean]
type ApiKey = MessageKey extends infer Key ? (Key extends `api.${infer Name}` ? Name : never) : never

/** What there is, each with its address. One that a city may lack is written and does not lead on. */
const Addresses: FC<{ rows: readonly Row[]; words: Words }> = ({ rows, words }) => (
  <ul class="plain stack">
    {rows.map(([key, address, isAlwaysThere]) => (
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
)
