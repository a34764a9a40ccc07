import type { Child, FC } from 'hono/jsx'
import { Layout } from '../layout.tsx'
import type { Frame } from '../frame.ts'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import type { MessageKey } from '../words.ts'

export interface TextSection {
  id: string
  title: MessageKey
  paragraphs: readonly MessageKey[]
  /** What follows the paragraphs: a table, a list. */
  more?: Child
}

interface TextPageProps {
  frame: Frame
  heading: MessageKey
  description: string
  lede?: MessageKey
  sections: readonly TextSection[]
}

/** A page of plain text: a title, and sections of paragraphs. */
export const TextPage: FC<TextPageProps> = ({ frame, heading, description, lede, sections }) => {
  const { words } = frame
  return (
    <Layout frame={frame} title={words.t(heading)} description={description} crumbs={[{ label: words.t(heading) }]}>
      <Title title={words.t(heading)}>{lede && <p>{words.t(lede)}</p>}</Title>
      {sections.map((section) => (
        <Section id={section.id} title={words.t(section.title)}>
          <div class="stack">
            {section.paragraphs.map((paragraph) => (
              <p>{words.t(paragraph)}</p>
            ))}
            {section.more}
          </div>
        </Section>
      ))}
    </Layout>
  )
}
