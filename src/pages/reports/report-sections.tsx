import type { FC } from 'hono/jsx'
import type { Block, Chart, Report } from '../../books/reports/report.ts'
import { Section } from '../parts/section.tsx'
import type { Words } from '../words.ts'
import { ReportBody } from './report-body.tsx'

interface Props {
  report: Pick<Report, 'blocks' | 'hasContents'>
  words: Words
  /** Which chapter of a long report is shown, from 1. */
  chapter: number
  chapterHref(chapter: number): string
  /** false: drawings of single indicators stand in the files alone. */
  drawings?: boolean
}

/**
 * A report as sections of a page. A page is to open on a phone: a report so long that it has contents is shown chapter by chapter, and leaves
 * the drawings of single indicators to its files.
 */
export const ReportSections: FC<Props> = ({ report, words, chapter, chapterHref, drawings = !report.hasContents }) => {
  const blocks = drawings ? report.blocks : report.blocks.filter((block) => block.kind !== 'charts' || !block.charts.every(isSingle))
  const { lede, sections } = sectionsOf(blocks)
  const isCut = blocks.length < report.blocks.length
  const shown = (at: number) => !report.hasContents || at + 1 === Math.min(chapter, sections.length)
  return (
    <>
      <div class="stack report-lede">
        <ReportBody blocks={lede} addressOf={(href) => href} />
        {isCut && <p>{words.t('reports.drawingsInFiles')}</p>}
        {report.hasContents && (
          <nav aria-label={words.t('reports.chapters')}>
            <ul class="plain">
              {sections.map(({ title }, at) => (
                <li>
                  <a href={chapterHref(at + 1)} aria-current={shown(at) ? 'true' : undefined}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
      {sections.map(({ title, blocks: own }, at) =>
        shown(at) ? (
          <Section id={`part-${at + 1}`} title={title}>
            <ReportBody blocks={own} addressOf={(href) => href} />
          </Section>
        ) : null,
      )}
    </>
  )
}

const isSingle = ({ size }: Chart): boolean => size === 'half'

/** Headings of the first level begin sections; what stands before them is the lede. */
function sectionsOf(blocks: readonly Block[]): { lede: Block[]; sections: Array<{ title: string; blocks: Block[] }> } {
  const lede: Block[] = []
  const sections: Array<{ title: string; blocks: Block[] }> = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) sections.push({ title: block.text, blocks: [] })
    else (sections.at(-1)?.blocks ?? lede).push(block)
  }
  return { lede, sections }
}

/** The chapter that an address asks for: its `?chapter=`, the first where there is none. */
export const chapterIn = (query: URLSearchParams): number => Number(/^[1-9]\d?$/.exec(query.get('chapter') ?? '')?.[0] ?? 1)
