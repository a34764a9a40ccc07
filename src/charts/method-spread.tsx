import type { FC } from 'hono/jsx'
import { layOutMethodSpread, type MethodSpreadData, type MethodSpreadLayout } from './method-spread-layout.ts'
import { round } from './round.ts'
import { RowName } from './row-name.tsx'
import { Sheet } from './sheet.tsx'

/** The same data under several definitions: a circle for what we computed, a square for what was published, a band for how sure. */
export const MethodSpread: FC<{ data: MethodSpreadData }> = ({ data }) => (
  <>
    <Drawing data={data} width={940} narrow={false} />
    <Drawing data={data} width={328} narrow />
  </>
)

const Drawing: FC<{ data: MethodSpreadData; width: number; narrow: boolean }> = ({ data, width, narrow }) => {
  const { height, top, bottom, spans, ticks, band, rows } = layOutMethodSpread(data, { width, narrow })
  return (
    <Sheet width={width} height={height} narrow={narrow} label={data.label} unit={data.unit}>
      {band && (
        <>
          <rect class="band b2" x={round(band.x)} y={top} width={round(band.width)} height={bottom - top} />
          <text class="t2" x={round(band.label.x)} y="32" text-anchor={band.label.anchor}>
            {band.label.text}
          </text>
        </>
      )}
      {ticks.map(({ x, text }) => (
        <>
          <path class="grid" d={spans.map(([from, to]) => `M${round(x)} ${from}V${to}`).join('')} />
          <text x={round(x)} y={top - 8} text-anchor="middle">
            {text}
          </text>
        </>
      ))}
      {rows.map((placed) => (
        <Row placed={placed} />
      ))}
    </Sheet>
  )
}

const Row: FC<{ placed: MethodSpreadLayout['rows'][number] }> = ({ placed: { row, name, mark, text } }) => {
  const drawn = (
    <>
      <RowName name={row.name} placed={name} strong={row.me === true || row.official === true} />
      {mark && row.official && <rect class="f1" x={round(mark.x - 4)} y={round(mark.y - 4)} width="8" height="8" />}
      {mark && !row.official && <circle class="f2" cx={round(mark.x)} cy={round(mark.y)} r={row.me ? '6' : '4'} />}
      <text
        class={mark === null ? undefined : 'k'}
        x={round(text.x)}
        y={round(text.y)}
        text-anchor={text.anchor === 'end' ? 'end' : undefined}
      >
        {row.text}
      </text>
    </>
  )
  return row.href === undefined ? (
    <g>{drawn}</g>
  ) : (
    <a class="pt" href={row.href}>
      <title>{`${row.name}: ${row.text}`}</title>
      {drawn}
    </a>
  )
}
