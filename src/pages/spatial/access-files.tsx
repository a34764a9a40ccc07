import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'
import { Drawer } from '../parts/drawer.tsx'
import { Facts } from '../parts/facts.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { isMessageKey } from '../messages.ts'
import { noticeTitle } from '../releases/notice-words.tsx'
import type { Words } from '../words.ts'
import type { ComputedAccess } from './access-method-view.ts'
import { MapLicences } from './map-licences.tsx'

type Props = { frame: Frame; computed: Pick<ComputedAccess, 'result' | 'release' | 'licences'> }

/** What was not as it should be in the files; each kind opens in the report of the release. */
export const AccessNotices: FC<Props> = ({ frame, computed: { release } }) => {
  const { words } = frame
  const path = `/releases/${release.number}`
  const counts = Object.entries(release.noticeCounts)
  return (
    <Section
      id="notices"
      title={words.t('releases.noticesTitle')}
      aside={
        <p>
          <a href={link(frame, path)}>{words.t('releases.releaseTitle', { number: String(release.number) })}</a>
        </p>
      }
    >
      {counts.length === 0 ? (
        <p>{words.t('releases.noNotices')}</p>
      ) : (
        <ul class="plain">
          {counts.map(([code, count]) => (
            <li>
              <a href={link(frame, `${path}#${code}`)}>{noticeTitle(code, words)}</a>{' '}
              {count > 1 && <span class="fine">{words.number(count)}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Everything needed to compute the figure again. */
export const AccessFiles: FC<Props> = ({ frame: { words }, computed: { result, licences } }) => (
  <Section id="files" title={words.t('spatial.access_files')} aside={<p>{words.t('spatial.access_filesAside')}</p>}>
    <ScrollTable labelledBy="files" words={words} class="raw-rows">
      <thead>
        <tr>
          <th scope="col">{words.t('releases.file')}</th>
          <th scope="col" class="r">
            {words.t('releases.bytes')}
          </th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        {result.files.map(({ path, bytes, sha256 }) => (
          <tr>
            <th scope="row">
              <code>{path}</code>
            </th>
            <td class="r num">{words.number(bytes)}</td>
            <td>
              <code>{sha256}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
    <Drawer summary={words.t('spatial.access_parameters')}>
      <Facts
        facts={Object.entries(result.parameters).map(
          ([name, value]) =>
            [parameterName(name, words), typeof value === 'number' ? words.number(value, 4) : String(value ?? '–')] as const,
        )}
      />
    </Drawer>
    <MapLicences words={words} licences={licences} />
  </Section>
)

function parameterName(name: string, words: Words) {
  const key = `spatial.access_parameter_${name}`
  return isMessageKey(key) ? words.t(key) : <code>{name}</code>
}
