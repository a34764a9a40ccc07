import type { FC } from 'hono/jsx'
import type { PublishedReport } from '../../books/reports/published-report.ts'
import { link, type Frame } from '../frame.ts'
import { Facts } from '../parts/facts.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { momentWords } from '../account/moment.ts'

/** Address of a published report inside the city, or of one of its files. */
export const publishedPath = (number: number, rest = ''): string => `/reports/published/${number}${rest}`

/** When a report was published and of what record, and its files in all languages with their hashes. */
export const PublishedFacts: FC<{ frame: Frame; published: PublishedReport }> = ({ frame, published }) => {
  const { words } = frame
  const { number, publishedAt, asOf, sha256, files } = published
  return (
    <>
      <Facts
        facts={[
          [words.t('reports.publishedOn'), momentWords(publishedAt, frame)],
          [words.t('reports.tellsRecordOf'), momentWords(asOf, frame)],
          ['SHA-256', <code>{sha256}</code>],
        ]}
      />
      <h3 id="files">{words.t('reports.files')}</h3>
      <p class="fine">{words.t('reports.hashHow')}</p>
      <ScrollTable labelledBy="files" words={words} class="stackable">
        <thead>
          <tr>
            <th scope="col">{words.t('figure.file')}</th>
            <th scope="col" class="r">
              {words.t('reports.size')}
            </th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr>
              <th scope="row">
                <a
                  href={link({ ...frame, words: { language: file.language }, asOf: null }, publishedPath(number, `/${file.format}`))}
                  hreflang={file.language}
                  download
                >
                  {words.t(`desk.language_${file.language}`)}, {file.format.toUpperCase()}
                </a>
              </th>
              <td class="r">{words.t('reports.kilobytes', { count: words.number(Math.ceil(file.size / 1024), 0) })}</td>
              <td>
                <code>{file.sha256}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </>
  )
}
