import { cooperationCatalogue } from './cooperation-catalogue.ts'
import { discussionCatalogue } from './discussion-catalogue.ts'
import { economyCatalogue } from './economy-catalogue.ts'
import { reportCatalogue } from './report-catalogue.ts'
import type { Retained } from './retention.ts'

/**
 * How well a column is guarded.
 *
 * - `public`: anybody may read it, or will when its release is published
 * - `internal`: says nothing about a person, and is nobody's business outside the desk and the program
 * - `personal`: about a person, or what proves who she is. Behind `store/people.ts`, or an id that only that door can turn into a person.
 *   Never in a log, an address, an open file or a page for others than those docs/privacy.md names
 * - `special`: ethnicity, opinions by person. Besides: never by itself, only in protected sums
 */
export const protectionLevels = ['public', 'internal', 'personal', 'special'] as const
export type ProtectionLevel = (typeof protectionLevels)[number]

/** What a table is for, how long its rows stay, and its columns by how well they are guarded. */
export interface CataloguedTable extends Partial<Readonly<Record<ProtectionLevel, string>>> {
  purpose: string
  kept:
    | 'as long as the record'
    | 'until the person is erased'
    | 'for ever'
    | 'until it is published or thrown away'
    | '30 days at most'
    | Retained
}

/**
 * Every column of every table. A migration that adds one adds it here too: `test/security/data-catalogue.test.ts` asks the database.
 */
export const dataCatalogue: Readonly<Record<string, CataloguedTable>> = {
  person: {
    purpose: 'who somebody is: to write to her, to call her by her name, in her language',
    kept: 'until the person is erased',
    internal: 'id disabled_at erased_at',
    personal: 'email name language created_at',
  },
  membership: {
    purpose: 'what somebody may do in which city',
    kept: 'until the person is erased',
    internal: 'city_id',
    personal: 'person_id role department since',
  },
  password: { purpose: 'proof of identity of staff', kept: 'until the person is erased', personal: 'person_id hash changed_at' },
  totp: {
    purpose: 'second factor of staff; the secret is sealed with the key of the installation',
    kept: 'until the person is erased',
    personal: 'person_id secret last_step confirmed_at',
  },
  recovery_code: { purpose: 'way back when a factor is lost', kept: 'until the person is erased', personal: 'person_id hash used_at' },
  passkey: {
    purpose: 'proof of identity; the public half of a key, nothing of the body',
    kept: 'until the person is erased',
    personal: 'id person_id public_key counter transports name created_at last_used_at',
  },
  identity: {
    purpose: 'a person as the identity provider of a city knows her',
    kept: 'until the person is erased',
    personal: 'issuer subject person_id linked_at',
  },
  session: {
    purpose: 'that somebody is signed in; shown to herself, so that she can end it',
    kept: 'sessions',
    internal: 'id city_id',
    personal: 'token_hash person_id created_at last_seen_at authenticated_at second_factor method device ended_at',
  },
  one_time_token: {
    purpose: 'codes, links and challenges: good once, and not for long',
    kept: 'tokens',
    internal: 'id purpose attempts created_at expires_at used_at',
    personal: 'person_id secret_hash code_hash content',
  },
  attempt: {
    purpose: 'how often something was tried, by network address and account: stops guessing',
    kept: 'attempts',
    internal: 'window_start count',
    personal: 'key',
  },
  mail: {
    purpose: 'messages on their way',
    kept: 'mails',
    internal: 'id created_at attempts sent_at failed_at',
    personal: 'recipient subject body unsubscribe',
  },
  resident_text: {
    purpose: 'what a resident wrote, apart from the things that refer to it',
    kept: 'until the person is erased',
    internal: 'city_id id',
    personal: 'person_id text nonce written_at',
  },
  erasure: { purpose: 'who stays forgotten when an older backup is restored', kept: 'for ever', internal: 'person_id at' },
  mistake_report: {
    purpose: 'what readers report as wrong, and what became of it; the words of somebody who is signed in stand in resident_text',
    kept: 'as long as the record',
    internal: 'city_id number series_id time_period text reported_at answer answered_at outcome text_id',
    personal: 'person_id answered_by',
  },
  change: {
    purpose: 'history of the desk: a city accounts for what was changed',
    kept: 'as long as the record',
    internal: 'id city_id number at action subject before after hash',
    personal: 'person_id',
  },
  form_key: { purpose: 'a form that is sent twice is done once', kept: 'formKeys', internal: 'key request_hash status location done_at' },
  department: { purpose: 'which department answers for what', kept: 'as long as the record', internal: 'city_id id content' },
  programme_draft: {
    purpose: 'a version of the programme before it is published',
    kept: 'until it is published or thrown away',
    internal: 'city_id id programme number based_on begun_at',
  },
  programme_draft_element: {
    purpose: 'a part of such a version',
    kept: 'until it is published or thrown away',
    internal: 'city_id draft_id kind id parent position content revision removed',
  },
  entered_value: {
    purpose: 'values that staff entered and have not published yet',
    kept: 'until it is published or thrown away',
    internal: 'city_id id series_id series source time_period value typed obs_status note place reason base_release entered_at',
    personal: 'person_id',
  },
  upload: {
    purpose: 'files of figures on their way into the record',
    kept: '30 days at most',
    internal:
      'city_id id sha256 name bytes format uploaded_at task state lease_until mapping explanation report refusal release_id release_number',
    personal: 'person_id',
  },
  backup_check: {
    purpose: 'proof that backups can be restored; the page /trust shows the last',
    kept: 'as long as the record',
    public: 'kind at ok content_hash tables rows bytes seconds',
    internal: 'problem file',
  },
  ...discussionCatalogue,
  ...cooperationCatalogue,
  ...reportCatalogue,
  ...economyCatalogue,
  city: { purpose: 'the cities', kept: 'as long as the record', public: 'id slug position name ref_area time_zone invented comparison' },
  release: {
    purpose: 'who brought which figures, when, from which files',
    kept: 'as long as the record',
    public:
      'city_id id number kind title source made_by recorded_at status published_at withdrawn_at withdrawn_by withdrawn_reason parameters code_version files counts notice_counts',
  },
  notice: {
    purpose: 'what was wrong with data',
    kept: 'as long as the record',
    public: 'city_id release_id position code severity file line column value details',
  },
  entry: { purpose: 'names, definitions, code lists', kept: 'as long as the record', public: 'city_id kind key release_id content' },
  series: {
    purpose: 'what is measured where',
    kept: 'as long as the record',
    public: 'city_id id address indicator ref_area source method boundary unit dimensions',
  },
  series_release: {
    purpose: 'which release says something in which series',
    kept: 'as long as the record',
    public: 'city_id release_id series_id',
  },
  observation: {
    purpose: 'the figures',
    kept: 'as long as the record',
    public: 'city_id series_id time_period release_id position value obs_value obs_status note file line origin_row origin_cell',
  },
  programme_version: { purpose: 'the programme', kept: 'as long as the record', public: 'city_id programme number release_id content' },
  computed_file: {
    purpose: 'what computations made: maps, results',
    kept: 'as long as the record',
    public: 'city_id release_id name sha256 bytes',
  },
  computed_file_part: {
    purpose: 'the bytes of such a file',
    kept: 'as long as the record',
    public: 'city_id release_id name position content',
  },
  migration: { purpose: 'which migrations have been run', kept: 'for ever', internal: 'name checksum applied_at' },
}

/**
 * The columns of a level.
 *
 * @example
 * columnsOf('password', 'personal') // => ['person_id', 'hash', 'changed_at']
 */
export const columnsOf = (table: string, level: ProtectionLevel): string[] =>
  (dataCatalogue[table]?.[level] ?? '').split(' ').filter((column) => column !== '')
