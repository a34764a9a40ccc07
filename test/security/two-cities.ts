import { createHash, randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { beginDraft } from '../../src/actions/desk/begin-draft.ts'
import { importReadings } from '../../src/actions/import-readings.ts'
import { listObservations } from '../../src/actions/list-observations.ts'
import { roles, type Role } from '../../src/books/accounts/role.ts'
import type { Viewer } from '../../src/books/accounts/viewer.ts'
import { chooseVersion } from '../../src/books/programme/shown-version.ts'
import { sectionsOf } from '../../src/books/programme/sections.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import type { Schema } from '../../src/store/schema.ts'
import type { Site } from '../../src/web/site.ts'
import { contentOf, makeCooperation } from '../support/make-cooperation.ts'
import { makeEconomy } from '../support/make-economy.ts'
import { makeForum } from '../support/make-forum.ts'
import { openTestSite, type TestSite } from '../support/server.ts'

/** Where the site is, as its own pages know it. */
export const origin = 'http://bagdar.example'

/** What stands in the addresses of one city, by the name that the route table uses. */
export type Facts = Readonly<Record<string, string>>

export interface TwoCities {
  site: TestSite
  app: Hono
  database: Database<Schema>
  /** The two cities of one installation: of each, things that are public, and drafts that hold its `secret`. */
  cities: ReadonlyArray<{ city: City; facts: Facts; secret: string }>
  /** By token: `editor@almaty`; `resident`, `editor@almaty without second factor`, `administrator@almaty long ago`. */
  viewers: ReadonlyMap<string, Viewer>
  /** A request as a browser sends it from the site's own page. */
  send(
    path: string,
    options?: { as?: string; form?: Readonly<Record<string, string>>; headers?: Record<string, string> },
  ): Promise<Response>
  /** A hash of every table, so that a test can say that nothing changed. Counters of attempts and times of last use are left out. */
  tables(): Promise<Record<string, string>>
  close(): Promise<void>
}

/** One installation with two cities, with people of every role in each, and with drafts in each. */
export async function openTwoCities(changes: Partial<Site> = {}): Promise<TwoCities> {
  const site = await openTestSite('ulgiqala', 'almaty')
  const database = await openDatabase<Schema>({ directory: site.directory })
  const now = new Date()
  const cities = await Promise.all(
    ['ulgiqala', 'almaty'].map(async (slug) => {
      const city = (await site.record.findCity(slug))!
      return { city, facts: await publicFactsOf(site, city), secret: `canary${slug}` }
    }),
  )
  for (const one of cities) Object.assign(one.facts, await writeDrafts(site, one), await writeDiscussion(site, one))
  const viewers = viewersOf(
    cities.map(({ city }) => city),
    now,
  )
  await addPeople(database, [...viewers.values()], now)
  for (const one of cities)
    Object.assign(one.facts, await fillDesk(site, database, one, viewers.get(`editor@${one.city.slug}`)!, viewers.get('resident')!))
  for (const one of cities) Object.assign(one.facts, await makeCooperation(site, one.city, one.secret))
  for (const one of cities) Object.assign(one.facts, { forum: String(await makeForum(site, one.city, one.secret)) })
  for (const one of cities) Object.assign(one.facts, await publishReports(site, one.city))
  for (const one of cities) Object.assign(one.facts, await makeEconomy(site, one.city))
  for (const [at, one] of cities.entries()) Object.assign(one.facts, await writeRecords(database, one, 100_000 * (at + 1)))

  const app = site.app({ findViewer: async (token) => viewers.get(token) ?? null, now: () => new Date(), ...changes })
  return {
    site,
    app,
    database,
    cities,
    viewers,
    send: async (path, { as, form, headers = {} } = {}) =>
      await app.request(origin + path, {
        method: form === undefined ? 'GET' : 'POST',
        headers: {
          ...(as === undefined ? {} : { cookie: `session=${encodeURIComponent(as)}` }),
          ...(form === undefined ? {} : { origin }),
          ...headers,
        },
        ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
      }),
    tables: async () => await hashTables(database),
    close: async () => {
      await database.close()
      await site.close()
    },
  }
}

async function publicFactsOf(site: TestSite, city: City): Promise<Record<string, string>> {
  const now = new Date()
  const { items } = await listObservations(city, now, {}, { after: null, limit: 50 }, site.record)
  const [first] = items
  const releases = await site.record.listReleases(city, now)
  const { versions } = chooseVersion(await site.record.listProgrammeVersions(city, now))!
  const version = versions.at(-1)!
  const [computed] = await site.record.listComputedFiles(city, now)
  return {
    language: 'en',
    city: city.slug,
    cityId: city.id,
    series: first!.series.address,
    period: first!.figure.timePeriod,
    code: first!.series.indicator,
    releaseNumber: String(releases[0]!.number),
    releaseId: releases[0]!.id,
    programme: version.programme,
    version: String(version.number),
    goal: versions.flatMap(({ directions }) => directions.flatMap(({ goals }) => goals)).at(-1)!.number,
    ...{ reportKind: 'press', reportFormat: 'docx', reportPart: 'opening', noReportKind: 'none' },
    ...{ oparlList: 'organization', oparlObject: '1', oparlFile: 'source-1' },
    computedName: computed?.name ?? 'none.json',
    computedRelease: String(releases.find(({ id }) => id === computed?.releaseId)?.number ?? 1),
  }
}

/** Two published briefs; their files are no real ones. */
async function publishReports(site: TestSite, city: City): Promise<Record<string, string>> {
  const at = new Date()
  const json = { kind: 'brief', language: 'en', title: 'Brief', subtitle: city.slug, asOf: '2026-11-22', foot: '', hasContents: false }
  const files = [
    { language: 'en' as const, format: 'docx' as const, content: new Uint8Array([1, 2]) },
    {
      ...{ language: 'en' as const, format: 'json' as const },
      content: new TextEncoder().encode(JSON.stringify({ ...json, blocks: [], findings: [] })),
    },
  ]
  const publish = async () =>
    (await site.record.addPublishedReport(city, { kind: 'brief', title: { en: 'Brief' }, asOf: at.toISOString(), files }, at)).number
  return { publishedReport: String(await publish()), laterReport: String(await publish()) }
}

/** A release of data and a version of the programme that nobody has published. */
async function writeDrafts(site: TestSite, { city, secret }: { city: City; secret: string }): Promise<Record<string, string>> {
  const { record } = site
  const now = new Date()
  const [source] = await record.listSources(city, now)
  const result = await importReadings(
    city,
    {
      title: { en: `${secret} release` },
      source: source!,
      indicators: [
        {
          ...(await record.listIndicators(city, now))[0]!,
          code: `S-1-${city.slug}`,
          name: { kk: `${secret} indicator`, ru: `${secret} indicator`, en: `${secret} indicator` },
        },
      ],
      areas: [],
      codes: [],
      readings: [
        {
          series: {
            indicator: `S-1-${city.slug}`,
            refArea: city.refArea,
            source: source!.id,
            method: '',
            boundary: '',
            unit: 'PERCENT',
            dimensions: {},
          },
          timePeriod: '2024',
          value: '4711.4711',
          obsStatus: null,
          note: { en: `${secret} note` },
          origin: null,
        },
      ],
      notices: [],
      files: [],
      rows: 1,
    },
    {
      kind: 'entry',
      madeBy: secret,
      parameters: {},
      covers: () => false,
      write: 'draft',
      computed: [
        {
          file: { name: `draft-${city.slug}.json`, sha256: 'a'.repeat(64), bytes: secret.length },
          content: new TextEncoder().encode(secret),
        },
      ],
    },
    record,
  )
  const last = chooseVersion(await record.listProgrammeVersions(city, now))!.versions.at(-1)!
  const release = await record.startRelease(city, {
    id: randomUUID(),
    kind: 'entry',
    title: { en: `${secret} programme` },
    source: null,
    madeBy: secret,
    recordedAt: now.toISOString(),
    parameters: {},
    codeVersion: 'test',
    files: [],
    counts: {},
    noticeCounts: {},
  })
  const version = { ...last, number: last.number + 1, title: { kk: `${secret} title`, ru: `${secret} title`, en: `${secret} title` } }
  await record.addProgrammeVersion(city, release.id, version)
  return {
    draftRelease: String(result.release),
    draftProgrammeRelease: String(release.number),
    draftProgrammeReleaseId: release.id,
    draftVersion: String(version.number),
    draftFile: `draft-${city.slug}.json`,
    draftCode: `S-1-${city.slug}`,
  }
}

/**
 * A consultation that is open, with a contribution that everybody reads and one that waits for a moderator; and one that nobody has
 * published.
 */
async function writeDiscussion(site: TestSite, { city, secret }: { city: City; secret: string }): Promise<Record<string, string>> {
  const { record } = site
  const now = new Date()
  const { versions } = chooseVersion(await record.listProgrammeVersions(city, now))!
  const version = versions.find((one) => sectionsOf(one).some(({ sentences }) => sentences.length > 0))!
  const section = sectionsOf(version).find(({ sentences }) => sentences.length > 0)!
  const sentence = section.sentences[0]!
  const words = (text: string) => ({ kk: text, ru: text, en: text })
  const [open, draft] = [{ id: randomUUID() }, { id: randomUUID() }]
  const day = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const period = { level: 'mail', opensOn: day(-5), closesOn: day(5) } as const
  for (const [one, text] of [
    [open, 'Discussion'],
    [draft, `${secret} discussion`],
  ] as const) {
    const content = { title: words(text), question: words(text), asked: words(text), rules: words(text), promise: words(text) }
    await record.addConsultation(city, { ...one, programme: version.programme, version: version.number, content, ...period })
    const publishedAt = one === open ? now.toISOString() : null
    await record.keepConsultation(city, one.id, { content, ...period, publishedAt })
  }
  const participant = (await record.joinConsultation(city, open, {
    personId: null,
    keys: ['receipt:1'],
    level: 'paper',
    channel: 'paper',
    at: now,
  }))!
  const say = async (text: string, state: 'shown' | 'held'): Promise<number> =>
    await record.addContribution(city, open, {
      kind: 'comment',
      parent: null,
      participant,
      organisationId: null,
      language: 'kk',
      section: section.id,
      sentence: sentence.id,
      anchor: null,
      text: { id: randomUUID(), text },
      wording: null,
      personId: null,
      channel: 'paper',
      receipt: null,
      writtenAt: now,
      state,
      findings: [],
    })
  const contribution = await say('Пікір', 'shown')
  const by = randomUUID()
  const answer = await record.addAnswer(city, open, { decision: 'accepted', reason: words('Иә'), by, at: now, corrects: null })
  const decision = await record.addModerationDecision(city, open, {
    subject: { kind: 'contribution', number: contribution },
    action: 'shown',
    rule: null,
    reason: {},
    proof: null,
    at: now,
    by,
  })
  const statement = await record.addStatement(city, open, {
    by: { kind: 'city', text: words('Пайымдау') },
    subject: null,
    state: 'shown',
    at: now,
  })
  const organisation = randomUUID()
  await record.addOrganisation(city, {
    id: organisation,
    kind: 'party',
    name: words('Партия'),
    evidence: `${secret} register`,
    by,
    at: now,
  })
  return {
    consultation: '1',
    section: section.id,
    sentence: sentence.id,
    contribution: String(contribution),
    statement: String(statement),
    answer: String(answer),
    decision: String(decision),
    organisation,
    moderatedKind: 'contribution',
    heldContribution: String(await say(`${secret} words`, 'held')),
    draftConsultation: '2',
  }
}

/** What lies on the desk: a draft of the programme, a department, a report of a mistake, an upload, an entered value. */
async function fillDesk(
  site: TestSite,
  { pool }: Database<Schema>,
  { city, facts, secret }: { city: City; facts: Facts; secret: string },
  viewer: Viewer,
  resident: Viewer,
): Promise<Record<string, string>> {
  const at = new Date()
  const begun = await beginDraft({ city, viewer, at, programme: facts['programme']! }, site.record)
  if (!begun.ok) throw new Error(`No draft in ${city.slug}: ${begun.refusal.code}`)
  const { id } = begun.value
  const elements = await site.record.listDraftElements(city, id)
  const idOf = (kind: string): string => elements.find((one) => one.kind === kind)?.id ?? 'none'
  await pool.query(
    `update programme_draft_element set content = jsonb_set(content, '{title}', jsonb_build_object('kk', $1::text, 'ru', $1::text, 'en', $1::text))
     where city_id = $2 and kind in ('head', 'goal', 'measure')`,
    [`${secret} draft`, city.id],
  )
  const name = { kk: `${secret} department`, ru: `${secret} department`, en: `${secret} department` }
  await pool.query('insert into department (city_id, id, content) values ($1, $2, $3)', [
    city.id,
    `transport-${city.slug}`,
    { name, indicators: [], measures: [] },
  ])
  const [series] = await site.record.listSeries(city, at, { addresses: [facts['series']!] })
  const mistake = await site.record.addMistakeReport(city, {
    seriesId: series!.id,
    timePeriod: facts['period']!,
    text: `${secret} report`,
    reportedAt: at,
    personId: null,
    textId: null,
  } as never)
  const upload = randomUUID()
  await pool.query(
    `insert into upload (city_id, id, person_id, sha256, name, bytes, format, uploaded_at, task, state)
     values ($1, $2, $3, $4, $5, 1, 'csv', $6, 'explain', 'failed')`,
    [city.id, upload, viewer.personId, 'b'.repeat(64), `${secret}.csv`, at],
  )
  await site.record.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'release.publish',
    subject: `release/${secret}`,
    before: null,
    after: { title: secret },
  })
  return {
    department: `transport-${city.slug}`,
    mistake: String(mistake),
    upload,
    kind: 'goal',
    element: idOf('goal'),
    measure: idOf('measure'),
    session: resident.sessionId,
    provider: 'nobody',
  }
}

/** Drafts of the international office under a number that the other city does not have: numbers begin anew in each city. */
async function writeRecords(
  { pool }: Database<Schema>,
  { city, secret }: { city: City; secret: string },
  number: number,
): Promise<Record<string, string>> {
  for (const kind of ['source', 'commitment'] as const)
    await pool.query('insert into cooperation_record (city_id, kind, number, content) values ($1, $2, $3, $4)', [
      ...[city.id, kind, number],
      contentOf(secret)[kind],
    ])
  return { recordKind: 'source', pursuedKind: 'commitment', deskRecord: String(number) }
}

function viewersOf(cities: readonly City[], now: Date): Map<string, Viewer> {
  const viewer = (name: string, memberships: Viewer['memberships'], changes: Partial<Viewer> = {}): [string, Viewer] => [
    name,
    {
      personId: randomUUID(),
      name,
      language: 'en',
      memberships,
      sessionId: randomUUID(),
      authenticatedAt: now,
      secondFactor: true,
      ...changes,
    },
  ]
  const membership = (city: City, role: Role) => ({ cityId: city.id, role, department: role === 'data_officer' ? 'transport' : null })
  return new Map([
    ...cities.flatMap((city) => roles.map((role) => viewer(`${role}@${city.slug}`, [membership(city, role)]))),
    ...cities.flatMap((city) => [
      viewer(`editor@${city.slug} without second factor`, [membership(city, 'editor')], { secondFactor: false }),
      viewer(
        `everything@${city.slug} long ago`,
        roles.map((role) => membership(city, role)),
        { authenticatedAt: new Date(now.getTime() - 3_600_000) },
      ),
    ]),
    viewer('resident', []),
  ])
}

async function addPeople(database: Database<Schema>, viewers: readonly Viewer[], now: Date): Promise<void> {
  for (const { personId, name, memberships, sessionId, authenticatedAt, secondFactor } of viewers) {
    const email = `${name.replaceAll(/[^a-z]+/g, '.')}@people.example`
    await database.db
      .insertInto('person')
      .values({ id: personId, email, name, language: 'en', created_at: now, disabled_at: null, erased_at: null })
      .execute()
    for (const { cityId, role, department } of memberships)
      await database.db
        .insertInto('membership')
        .values({ city_id: cityId, person_id: personId, role, department: department ?? '', since: now })
        .execute()
    await database.db
      .insertInto('session')
      .values({
        id: sessionId,
        token_hash: sessionId,
        person_id: personId,
        created_at: now,
        last_seen_at: now,
        authenticated_at: authenticatedAt,
        second_factor: secondFactor,
        method: 'password',
        device: 'Test',
        ended_at: null,
      } as never)
      .execute()
  }
}

async function hashTables({ pool }: Database<Schema>): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const hashes: Record<string, string> = {}
  for (const { name } of rows.filter((row) => !['attempt', 'session'].includes(row.name))) {
    // Values and files are many and only ever added, and an upload goes on by itself: their number says enough.
    const many = ['observation', 'computed_file_part', 'notice', 'series', 'series_release', 'entry', 'upload'].includes(name)
    const { rows: found } = await pool.query<{ says: string }>(
      many
        ? `select count(*)::text as says from ${name}`
        : `select coalesce(string_agg(t::text, '|' order by t::text), '') as says from "${name}" t`,
    )
    hashes[name] = createHash('sha256').update(found[0]!.says).digest('hex').slice(0, 16)
  }
  return hashes
}
