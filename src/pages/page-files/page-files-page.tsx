import type { FC } from 'hono/jsx'
import { inLanguage, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Title } from '../parts/title.tsx'
import { FileList } from './page-files.tsx'
import { partsOf, plainText } from './page-parts.ts'

/** The files of one page, where they are too many to stand on it. */
export const PageFilesPage: FC<{ frame: Frame; html: string }> = ({ frame, html }) => {
  const { words } = frame
  const title = plainText(/<h1\b[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '')
  return (
    <Layout
      frame={frame}
      title={`${title}: ${words.t('pageFiles.files')}`}
      crumbs={[{ label: title, href: inLanguage(frame, words.language) }, { label: words.t('pageFiles.files') }]}
      unlisted
    >
      <Title title={title}>{words.t('pageFiles.summary')}</Title>
      <FileList frame={frame} parts={partsOf(html)} />
    </Layout>
  )
}
