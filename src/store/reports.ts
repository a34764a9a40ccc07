import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import {
  manifestOf,
  publishedFormats,
  type NewReport,
  type PublishedFile,
  type PublishedFormat,
  type PublishedReport,
} from '../books/reports/published-report.ts'
import type { ReportKind } from '../books/reports/report.ts'
import type { ReportText } from '../books/reports/report-text.ts'
import { languages, type Language } from '../books/text.ts'
import { lockCity } from './lock-city.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }

/** Texts for the next reports, and reports as they were published: nothing here changes or deletes those. */
export function reports(db: Kysely<Schema>) {
  const list = async (city: CityId, only: { number?: number; asOf?: Date }): Promise<PublishedReport[]> => {
    const { rows } = await sql<ReportRow>`
      select number, kind, title, as_of, published_at, sha256, withdrawn_at, withdrawal_reason,
        (select json_agg(json_build_object('language', f.language, 'format', f.format, 'sha256', f.sha256, 'size', length(f.content)))
          from published_report_file f where f.city_id = r.city_id and f.number = r.number) as files
      from published_report r
      where city_id = ${city.id}
        ${only.number === undefined ? sql`` : sql`and number = ${only.number}`}
        ${only.asOf === undefined ? sql`` : sql`and published_at <= ${only.asOf}::timestamptz`}
      order by number desc`.execute(db)
    return rows.map(reportOf)
  }
  const readReportFile = async (city: CityId, number: number, language: Language, format: PublishedFormat): Promise<Uint8Array | null> => {
    const row = await db
      .selectFrom('published_report_file')
      .select('content')
      .where('city_id', '=', city.id)
      .where('number', '=', number)
      .where('language', '=', language)
      .where('format', '=', format)
      .executeTakeFirst()
    return row?.content ?? null
  }
  return {
    async listReportTexts(city: CityId, kind: ReportKind): Promise<ReportText[]> {
      return await db
        .selectFrom('report_text')
        .select(['part', 'text', 'revision'])
        .where('city_id', '=', city.id)
        .where('kind', '=', kind)
        .execute()
    },

    /** `revision` is the one that the text was written upon, 0 where there was none. false: somebody was faster, and nothing is written. */
    async keepReportText(city: CityId, kind: ReportKind, { part, text, revision }: ReportText): Promise<boolean> {
      const { numAffectedRows } = await sql`
        insert into report_text (city_id, kind, part, text, revision)
        values (${city.id}, ${kind}, ${part}, ${JSON.stringify(text)}::jsonb, 1)
        on conflict (city_id, kind, part) do update set text = excluded.text, revision = report_text.revision + 1
        where report_text.revision = ${revision}`.execute(db)
      return numAffectedRows === 1n
    },

    /** Published by that moment, newest first; withdrawn ones too. */
    listPublishedReports: async (city: CityId, asOf: Date): Promise<PublishedReport[]> => await list(city, { asOf }),

    findPublishedReport: async (city: CityId, number: number): Promise<PublishedReport | null> => (await list(city, { number }))[0] ?? null,

    readReportFile,

    /** Call it in a transaction: the report is there with all its files, or not at all. */
    async addPublishedReport(city: CityId, report: NewReport, at: Date): Promise<PublishedReport> {
      await lockCity(db, city)
      const files = inOrder(report.files.map((file) => ({ ...file, sha256: hashOf(file.content), size: file.content.length })))
      const { rows } = await sql<{ number: number }>`
        insert into published_report (city_id, number, kind, title, as_of, published_at, sha256)
        select ${city.id}, coalesce(max(number), 0) + 1, ${report.kind}, ${JSON.stringify(report.title)}::jsonb, ${report.asOf}::timestamptz,
          ${at}::timestamptz, ${hashOf(manifestOf(files))}
        from published_report where city_id = ${city.id}
        returning number`.execute(db)
      const number = rows[0]!.number
      for (const { language, format, sha256, content } of files)
        await sql`
          insert into published_report_file (city_id, number, language, format, sha256, content)
          values (${city.id}, ${number}, ${language}, ${format}, ${sha256}, ${content})`.execute(db)
      return (await list(city, { number }))[0]!
    },

    /** false: there is none, or it was withdrawn before. */
    async withdrawReport(city: CityId, number: number, { at, reason }: { at: Date; reason: string }): Promise<boolean> {
      const { numAffectedRows } = await sql`
        update published_report set withdrawn_at = ${at}::timestamptz, withdrawal_reason = ${reason}
        where city_id = ${city.id} and number = ${number} and withdrawn_at is null`.execute(db)
      return numAffectedRows === 1n
    },

    /** Published reports whose files do not add up to the SHA-256 that was kept with them. */
    async listDamagedReports(city: CityId): Promise<number[]> {
      const damaged: number[] = []
      for (const report of await list(city, {})) {
        const found: PublishedFile[] = []
        for (const { language, format } of report.files) {
          const content = (await readReportFile(city, report.number, language, format)) ?? new Uint8Array()
          found.push({ language, format, sha256: hashOf(content), size: content.length })
        }
        if (hashOf(manifestOf(found)) !== report.sha256) damaged.push(report.number)
      }
      return damaged
    },
  }
}

const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')

const placeOf = ({ language, format }: Pick<PublishedFile, 'language' | 'format'>): number =>
  languages.indexOf(language) * publishedFormats.length + publishedFormats.indexOf(format)
const inOrder = <File extends PublishedFile>(files: readonly File[]): File[] => files.toSorted((a, b) => placeOf(a) - placeOf(b))

interface ReportRow {
  number: number
  kind: ReportKind
  title: PublishedReport['title']
  as_of: Date
  published_at: Date
  sha256: string
  withdrawn_at: Date | null
  withdrawal_reason: string | null
  files: PublishedFile[] | null
}

const reportOf = (row: ReportRow): PublishedReport => ({
  ...{ number: row.number, kind: row.kind, title: row.title, sha256: row.sha256 },
  asOf: row.as_of.toISOString(),
  publishedAt: row.published_at.toISOString(),
  files: inOrder((row.files ?? []).map(({ language, format, sha256, size }) => ({ language, format, sha256, size }))),
  withdrawal: row.withdrawn_at === null ? null : { at: row.withdrawn_at.toISOString(), reason: row.withdrawal_reason ?? '' },
})
