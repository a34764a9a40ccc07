import { raw } from 'hono/html'
import type { Report } from '../../books/reports/report.ts'
import { render } from '../render.ts'
import { ReportBody } from './report-body.tsx'

/** A report as one file that needs nothing besides itself: its links lead to the site. */
export const renderReportDocument = (report: Report, origin: string): string =>
  render(
    <html lang={report.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${report.title}. ${report.subtitle}`}</title>
        <meta name="date" content={report.asOf} />
        <style>{raw(style)}</style>
      </head>
      <body>
        <main>
          <h1>{report.title}</h1>
          <p class="subtitle">{report.subtitle}</p>
          <ReportBody blocks={report.blocks} addressOf={(href) => (href.startsWith('/') ? origin + href : href)} />
        </main>
        <footer>
          <p>{report.foot}</p>
        </footer>
      </body>
    </html>,
  )

/** The look of the site in few lines and in light colours: the file is read, printed and sent on. */
const style = `
:root{--ink:#12211f;--ink-2:#4b5b58;--hair:#c5d1ce;--spruce:#14594a;--apple:#bd1f2d;--paper:#fff;--ch-1:#12211f;--ch-2:#0e7a62;--ch-3:#2d6f8e;--ch-4:#8a5a9c}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 'Golos Text',system-ui,sans-serif}
main,footer{max-width:58rem;margin:0 auto;padding:1rem clamp(1rem,4vw,2.5rem)}
h1,h2,h3,a{color:var(--spruce)}h1{line-height:1.15;margin-bottom:.2em}.subtitle{font-size:1.2rem;margin-top:0}
.fine,footer,.absent{color:var(--ink-2)}.fine{font-size:.85em}.absent{border-left:3px solid #805400;padding-left:.75rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9375rem;margin:1rem 0}caption{text-align:left;font-weight:600;padding-bottom:.4rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .5rem;border-bottom:1px solid var(--hair);font-weight:400}thead th{font-weight:600;vertical-align:bottom;border-bottom:2px solid var(--spruce)}
.r{text-align:right;font-variant-numeric:tabular-nums}figure{margin:1.5rem 0;break-inside:avoid}.report-charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1.5rem}.report-charts figure{margin:0;max-width:30rem}
.chart svg{width:100%;height:auto;font-size:13px;overflow:visible}.chart .narrow-only{display:none}
@media(max-width:48rem){.chart .wide-only{display:none}.chart .narrow-only{display:block}}
.chart text{fill:var(--ink-2)}.chart .k,.chart .t1{fill:var(--ink);font-weight:600}.chart .flagt{fill:var(--apple)}.grid{stroke:var(--hair)}.zero{stroke:var(--ink)}
.target{stroke:var(--ink);stroke-dasharray:6 4;fill:none}.line{fill:none;stroke-width:2}.dots{fill:none}.s1{stroke:var(--ch-1)}.s2{stroke:var(--ch-2)}.s3{stroke:var(--ch-3)}.s4{stroke:var(--ch-4)}
.f1{fill:var(--ch-1)}.f2{fill:var(--ch-2)}.f3{fill:var(--ch-3)}.f4{fill:var(--ch-4)}.open{fill:var(--paper);stroke-width:2}.band{fill:#0e7a6226}.flag{fill:none;stroke:var(--apple)}.hit{fill:transparent}
@media print{main,footer{max-width:none;padding:0}}
`
