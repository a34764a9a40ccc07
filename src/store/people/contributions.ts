import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Channel, Contribution, ContributionKind, ContributionState } from '../../books/discussion/contribution.ts'
import type { ContributionFilter, ContributionPage, NewContribution } from '../../books/discussion/contribution-filter.ts'
import type { Anchor } from '../../books/discussion/text/anchor.ts'
import type { Language, MultilingualText } from '../../books/text.ts'
import type { Schema } from '../schema.ts'
import { touchConsultation } from '../touch-consultation.ts'
import { keyedHash } from './keyed-hash.ts'
import { residentTexts } from './resident-texts.ts'

type CityId = { id: string }
type ConsultationId = { id: string }

/** What is said in a consultation: the words stand in `resident_text`, everything else beside them. */
export function contributions(db: Kysely<Schema>) {
  const listContributions = async (city: CityId, consultation: ConsultationId, page: ContributionPage): Promise<Contribution[]> => {
    // The page is cut first: words, organisations and translations are looked up for what is on it.
    const { rows } = await sql<ContributionRow>`
      select c.*, o.name as organisation_name, o.kind as organisation_kind, t.text, w.text as wording,
        (select json_agg(json_build_object('of', case when r.text_id = c.text_id then 'text' else 'wording' end, 'language', r.language,
          'version', r.version, 'text', r.text, 'madeBy', r.made_by) order by r.version)
          from resident_text_translation r where r.city_id = c.city_id and r.text_id in (c.text_id, c.wording_id)) as translations
      from (
        select c.* from contribution c where ${where(city, consultation, page)}
        order by c.number ${page.newestFirst === true ? sql`desc` : sql`asc`} offset ${page.offset} limit ${page.limit}
      ) c
      left join organisation o on o.city_id = c.city_id and o.id = c.organisation_id
      left join resident_text t on t.city_id = c.city_id and t.id = c.text_id
      left join resident_text w on w.city_id = c.city_id and w.id = c.wording_id
      order by c.number ${page.newestFirst === true ? sql`desc` : sql`asc`}`.execute(db)
    return rows.map((row) => contributionOf(row, page.everyWord === true))
  }

  return {
    listContributions,

    async countContributions(city: CityId, consultation: ConsultationId, filter: ContributionFilter = {}): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from contribution c where ${where(city, consultation, filter)}`.execute(db)
      return rows[0]?.count ?? 0
    },

    /** How many are shown at each sentence and section; `sentence` and `section` are null for those on the whole text. */
    async countBySentence(
      city: CityId,
      consultation: ConsultationId,
    ): Promise<Array<{ section: string | null; sentence: string | null; count: number; suggestions: number }>> {
      const { rows } = await sql<{ section: string | null; sentence: string | null; count: number; suggestions: number }>`
        select section, sentence, count(*)::int as count, count(*) filter (where kind = 'suggestion')::int as suggestions
        from contribution
        where city_id = ${city.id} and consultation_id = ${consultation.id} and state = 'shown'
        group by section, sentence`.execute(db)
      return rows
    },

    /** What each contribution that is shown points at, without its words: to find the places again in a later version. */
    async listAnchors(city: CityId, consultation: ConsultationId): Promise<Array<{ number: number; anchor: Anchor }>> {
      const { rows } = await sql<{ number: number; anchor: Anchor }>`
        select number, anchor from contribution
        where city_id = ${city.id} and consultation_id = ${consultation.id} and state = 'shown' and anchor is not null
        order by number`.execute(db)
      return rows
    },

    /** null: there is none with this number. */
    async findContribution(
      city: CityId,
      consultation: ConsultationId,
      number: number,
      options: { everyWord?: boolean } = {},
    ): Promise<Contribution | null> {
      if (!Number.isSafeInteger(number) || number < 1 || number > 1_000_000_000) return null
      const [found] = await listContributions(city, consultation, { numbers: [number], offset: 0, limit: 1, ...options })
      return found ?? null
    },

    /** Keeps the words and what refers to them, and counts. Those who come at the same moment take turns at the consultation's row. */
    async addContribution(city: CityId, consultation: ConsultationId, one: NewContribution): Promise<number> {
      return await inTransaction(db, async (whole) => {
        const { rows } = await sql<{ number: number }>`
          update consultation set last_contribution = last_contribution + 1, revision = revision + 1
          where city_id = ${city.id} and id = ${consultation.id} returning last_contribution as number`.execute(whole)
        const { number } = rows[0]!
        const texts = residentTexts(whole)
        const { personId, writtenAt } = one
        await texts.addResidentText(city, { ...one.text, personId, writtenAt })
        if (one.wording !== null) await texts.addResidentText(city, { ...one.wording, personId, writtenAt })
        await sql`
          insert into contribution (city_id, consultation_id, number, kind, parent, participant, organisation_id, language, section, sentence,
            anchor, text_id, wording_id, channel, receipt, written_at, state, findings)
          values (${city.id}, ${consultation.id}, ${number}, ${one.kind}, ${one.parent}, ${one.participant}, ${one.organisationId},
            ${one.language}, ${one.section}, ${one.sentence}, ${one.anchor === null ? null : JSON.stringify(one.anchor)}::jsonb,
            ${one.text.id}, ${one.wording?.id ?? null}, ${one.channel}, ${one.receipt}, ${writtenAt}::timestamptz, ${one.state},
            ${JSON.stringify(one.findings)}::jsonb)`.execute(whole)
        return number
      })
    },

    async keepContributionState(city: CityId, consultation: ConsultationId, number: number, state: ContributionState): Promise<void> {
      await inTransaction(db, async (whole) => {
        await sql`
          update contribution set state = ${state}
          where city_id = ${city.id} and consultation_id = ${consultation.id} and number = ${number}`.execute(whole)
        await touchConsultation(whole, city, consultation.id)
      })
    },

    /** Its author takes it back: the words go for good, the number stays. False: it is not hers, or it is not there any more. */
    async withdrawContribution(city: CityId, consultation: ConsultationId, number: number, participant: number): Promise<boolean> {
      return await inTransaction(db, async (whole) => {
        const { rows } = await sql<{ text_id: string; wording_id: string | null }>`
          update contribution set state = 'withdrawn'
          where city_id = ${city.id} and consultation_id = ${consultation.id} and number = ${number} and participant = ${participant}
            and state in ('shown', 'held')
          returning text_id, wording_id`.execute(whole)
        const [row] = rows
        if (row === undefined) return false
        await sql`
          delete from resident_text where city_id = ${city.id} and id in (${row.text_id}, ${row.wording_id ?? row.text_id})`.execute(whole)
        await touchConsultation(whole, city, consultation.id)
        return true
      })
    },

    /** One official answer for one contribution or for several that say the same; null takes it away. */
    async keepContributionAnswer(
      city: CityId,
      consultation: ConsultationId,
      numbers: readonly number[],
      answer: number | null,
    ): Promise<void> {
      if (numbers.length === 0) return
      await inTransaction(db, async (whole) => {
        await sql`
          update contribution set answer = ${answer}
          where city_id = ${city.id} and consultation_id = ${consultation.id} and number in (${sql.join(numbers)})`.execute(whole)
        await touchConsultation(whole, city, consultation.id)
      })
    },

    /** A new version of a translation of the words or of the suggested wording; the original is never touched. */
    async addContributionTranslation(
      city: CityId,
      consultation: ConsultationId,
      number: number,
      translation: {
        of: 'text' | 'wording'
        language: Language
        text: string
        madeBy: TranslationMaker
        personId: string | null
        madeAt: Date
      },
    ): Promise<void> {
      const { language, text, madeBy, personId, madeAt } = translation
      await inTransaction(db, async (whole) => {
        await sql`
          insert into resident_text_translation (city_id, text_id, language, version, text, made_by, person_id, made_at)
          select c.city_id, c.text_id, ${language}, coalesce((select max(r.version) from resident_text_translation r
              where r.city_id = c.city_id and r.text_id = c.text_id and r.language = ${language}), 0) + 1,
            ${text}, ${madeBy}, ${personId}, ${madeAt}::timestamptz
          from (select city_id, ${translation.of === 'text' ? sql`text_id` : sql`wording_id`} as text_id from contribution
            where city_id = ${city.id} and consultation_id = ${consultation.id} and number = ${number}) c
          where c.text_id is not null`.execute(whole)
        await touchConsultation(whole, city, consultation.id)
      })
    },

    /** Keyed hash of its words, as the log of moderation keeps it when they are hidden; null: the words are gone. */
    async proveContribution(city: CityId, consultation: ConsultationId, number: number): Promise<string | null> {
      const { rows } = await sql<{ text: string; wording: string | null; nonce: Buffer }>`
        select t.text, w.text as wording, t.nonce from contribution c
        join resident_text t on t.city_id = c.city_id and t.id = c.text_id
        left join resident_text w on w.city_id = c.city_id and w.id = c.wording_id
        where c.city_id = ${city.id} and c.consultation_id = ${consultation.id} and c.number = ${number}`.execute(db)
      const [row] = rows
      return row === undefined ? null : keyedHash(row.nonce, JSON.stringify([row.text, row.wording]))
    },
  }
}

type TranslationMaker = 'author' | 'moderator' | 'service'

const inTransaction = async <T>(db: Kysely<Schema>, work: (whole: Kysely<Schema>) => Promise<T>): Promise<T> =>
  db.isTransaction ? await work(db) : await db.transaction().execute(work)

function where(city: CityId, consultation: ConsultationId, filter: ContributionFilter): RawBuilder<unknown> {
  const { state, states, kind, section, sentence, participant, parent, parents, topLevel, hasAnswer, decision, organisation, numbers } =
    filter
  const conditions = [
    sql`c.city_id = ${city.id} and c.consultation_id = ${consultation.id}`,
    ...(state === undefined ? [] : [sql`c.state = ${state}`]),
    ...(states === undefined ? [] : [anyOf(sql`c.state`, states)]),
    ...(kind === undefined ? [] : [sql`c.kind = ${kind}`]),
    ...(section === undefined ? [] : [sql`c.section = ${section}`]),
    ...(sentence === undefined ? [] : [sql`c.sentence = ${sentence}`]),
    ...(participant === undefined ? [] : [sql`c.participant = ${participant}`]),
    ...(parent === undefined ? [] : [sql`c.parent = ${parent}`]),
    ...(parents === undefined ? [] : [anyOf(sql`c.parent`, parents)]),
    ...(topLevel === true ? [sql`c.parent is null`] : []),
    ...(hasAnswer === undefined ? [] : [hasAnswer ? sql`c.answer is not null` : sql`c.answer is null`]),
    ...(decision === undefined
      ? []
      : [
          // An array is made once; a subquery would be joined row by row before the database has statistics.
          sql`c.answer = any(array(select number from official_answer
            where city_id = ${city.id} and consultation_id = ${consultation.id} and decision = ${decision}))`,
        ]),
    ...(organisation === undefined ? [] : [organisation ? sql`c.organisation_id is not null` : sql`c.organisation_id is null`]),
    ...(numbers === undefined ? [] : [anyOf(sql`c.number`, numbers)]),
  ]
  return sql.join(conditions, sql` and `)
}

const anyOf = (column: RawBuilder<unknown>, values: readonly unknown[]): RawBuilder<unknown> =>
  values.length === 0 ? sql`false` : sql`${column} in (${sql.join(values)})`

interface ContributionRow {
  number: number
  kind: ContributionKind
  parent: number | null
  participant: number
  organisation_id: string | null
  organisation_name: MultilingualText | null
  organisation_kind: string | null
  language: Language
  section: string | null
  sentence: string | null
  anchor: Anchor | null
  text: string | null
  wording: string | null
  translations: Array<{ of: 'text' | 'wording'; language: Language; text: string; madeBy: TranslationMaker }> | null
  channel: Channel
  receipt: string | null
  written_at: Date
  state: ContributionState
  findings: readonly string[]
  answer: number | null
}

function contributionOf(row: ContributionRow, everyWord: boolean): Contribution {
  const hasWords = row.state === 'shown' || everyWord
  return {
    number: row.number,
    kind: row.kind,
    parent: row.parent,
    participant: row.participant,
    organisation:
      row.organisation_id === null
        ? null
        : { id: row.organisation_id, name: row.organisation_name ?? {}, kind: row.organisation_kind ?? 'other' },
    language: row.language,
    section: row.section,
    sentence: row.sentence,
    anchor: row.anchor,
    text: hasWords ? row.text : null,
    wording: hasWords ? row.wording : null,
    translations: hasWords ? newestTranslations(row) : {},
    channel: row.channel,
    receipt: row.receipt,
    writtenAt: row.written_at.toISOString(),
    state: row.state,
    findings: row.findings,
    answer: row.answer,
  }
}

/** Rows come in the order of their versions: a later one replaces an earlier one. */
function newestTranslations({ translations }: ContributionRow): Contribution['translations'] {
  const newest: Partial<Record<Language, { text: string; wording: string | null; madeBy: TranslationMaker }>> = {}
  for (const { of, language, text, madeBy } of translations ?? []) {
    const known = newest[language] ?? { text: '', wording: null, madeBy }
    newest[language] = of === 'text' ? { ...known, text, madeBy } : { ...known, wording: text }
  }
  return newest
}
