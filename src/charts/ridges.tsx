import type { FC } from 'hono/jsx'
import { layOutRidges, type RidgesData, type RidgesSize } from './ridges-layout.ts'
import { pathOf, round } from './round.ts'
import { Sheet } from './sheet.tsx'

const sizes: readonly RidgesSize[] = [
  { width: 1200, margin: 52, base: 214, step: 34, top: 14, narrow: false },
  { width: 328, margin: 34, base: 132, step: 24, top: 11, narrow: true },
]

/** The mountains are data: one ridge a year, pale far away, dark near; low ridges are clean air. Each opens its year. */
export const Ridges: FC<{ data: RidgesData }> = ({ data }) => (
  <>
    {sizes.map((size) => (
      <Drawing data={data} size={size} />
    ))}
  </>
)

const Drawing: FC<{ data: RidgesData; size: RidgesSize }> = ({ data, size }) => {
  const { ridges, bottom, right, months, peak, scale } = layOutRidges(data, size)
  return (
    <Sheet width={size.width} height={bottom + 28} narrow={size.narrow} label={data.label}>
      {ridges.map(({ year, shade, runs, labelY, last }) => (
        <a class="pt" href={year.href}>
          <title>{year.title}</title>
          {runs.map((run) => (
            <path
              class={`ridge-${shade}`}
              d={`${pathOf(run)}L${round(run.at(-1)?.[0] ?? 0)} ${bottom}L${round(run[0]?.[0] ?? 0)} ${bottom}Z`}
            />
          ))}
          <text x={size.width} y={round(labelY)} text-anchor="end" class={last ? 'k' : undefined}>
            {year.year}
          </text>
        </a>
      ))}
      {months.map(({ x, text }) => (
        <>
          <line class="zero" x1={round(x)} x2={round(x)} y1={bottom} y2={bottom + 6} />
          <text x={round(x)} y={bottom + 22} text-anchor={x === 0 ? undefined : 'middle'}>
            {text}
          </text>
        </>
      ))}
      <line class="zero" x1="0" x2={round(right)} y1={bottom} y2={bottom} />
      {peak && (
        <>
          <circle class="peak" cx={round(peak.x)} cy={round(peak.y)} r="4" />
          <text class="k" x={round(peak.labelX)} y={round(peak.y + 5)} text-anchor={peak.anchor === 'end' ? 'end' : undefined}>
            {!size.narrow && `${data.peak.when},`}
            {size.narrow ? (
              data.peak.value
            ) : (
              <tspan x={round(peak.labelX)} dy="1.3em">
                {data.peak.value}
              </tspan>
            )}
          </text>
        </>
      )}
      <path
        class="scale"
        d={`M${round(scale.x)} ${round(scale.y - scale.height)}v${round(scale.height)}m-4 0h8m-8 ${round(-scale.height)}h8`}
      />
      <text x={round(scale.x + 10)} y={round(scale.y - scale.height / 2 + 4)}>
        {data.scale.label}
      </text>
    </Sheet>
  )
}
