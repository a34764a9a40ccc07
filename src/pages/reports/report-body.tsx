import type { FC } from 'hono/jsx'
import { raw } from 'hono/html'
import type { Block, Chart, Line, Part, TableBlock } from '../../books/reports/report.ts'

interface BodyProps {
  blocks: readonly Block[]
  /** Turns a path of the site into what stands in a link. */
  addressOf(href: string): string
}

/** A report as matter of a page: the same blocks in the same order as on paper. */
export const ReportBody: FC<BodyProps> = ({ blocks, addressOf }) => (
  <div class="report">
    {blocks.map((block) => (
      <OneBlock block={block} addressOf={addressOf} />
    ))}
  </div>
)

const OneBlock: FC<{ block: Block; addressOf: BodyProps['addressOf'] }> = ({ block, addressOf }) => {
  switch (block.kind) {
    case 'page':
      return <></>
    case 'heading':
      return block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'paragraph':
      return (
        <p>
          <Parts line={block.text} addressOf={addressOf} />
        </p>
      )
    case 'note':
      return (
        <p class="absent">
          <Parts line={block.text} addressOf={addressOf} />
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>
              <Parts line={item} addressOf={addressOf} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <OneTable table={block} addressOf={addressOf} />
    case 'charts':
      return (
        <div class={block.charts.some(({ size }) => size === 'whole') ? undefined : 'report-charts'}>
          {block.charts.map((chart) => (
            <OneChart chart={chart} addressOf={addressOf} />
          ))}
        </div>
      )
  }
}

const OneTable: FC<{ table: TableBlock; addressOf: BodyProps['addressOf'] }> = ({ table, addressOf }) => (
  <div class="scroll" tabindex={0} role="group" aria-label={table.caption}>
    <table>
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map(({ title, numeric }) => (
            <th scope="col" class={numeric ? 'r' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((cells) => (
          <tr>
            {cells.map((cell, at) =>
              at === 0 ? (
                <th scope="row">
                  <Parts line={cell} addressOf={addressOf} />
                </th>
              ) : (
                <td class={table.columns[at]?.numeric ? 'r' : undefined}>
                  <Parts line={cell} addressOf={addressOf} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** The narrow drawing alone: it fits a phone, and two of them a wide window. */
const narrowOf = (svg: string): string =>
  (/<svg class="narrow-only"[\s\S]*$/.exec(svg)?.[0] ?? svg).replace('class="narrow-only"', 'class="one"')

const OneChart: FC<{ chart: Chart; addressOf: BodyProps['addressOf'] }> = ({ chart, addressOf }) => (
  <figure class="chart">
    {raw(chart.size === 'half' ? narrowOf(chart.svg) : chart.svg)}
    <figcaption>
      <Parts line={chart.caption} addressOf={addressOf} />
    </figcaption>
  </figure>
)

const Parts: FC<{ line: Line; addressOf: BodyProps['addressOf'] }> = ({ line, addressOf }) => (
  <>{line.map((part) => (part === '\n' ? <br /> : typeof part === 'string' ? part : <OnePart part={part} addressOf={addressOf} />))}</>
)

const OnePart: FC<{ part: Part; addressOf: BodyProps['addressOf'] }> = ({ part, addressOf }) => (
  <>
    {part.href === undefined ? weighted(part) : <a href={addressOf(part.href)}>{weighted(part)}</a>}
    {part.released !== undefined && <span class="fine"> ({part.released})</span>}
  </>
)

const weighted = ({ text, strong, fine }: Part) =>
  strong === true ? <b>{text}</b> : fine === true ? <span class="fine">{text}</span> : <>{text}</>
