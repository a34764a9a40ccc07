/**
 * What happens to accounts and rights. Each is one line of the log under exactly this name, so that a watching program can count them;
 * docs/deploy.md explains every one.
 */
export const securityEvents = [
  'sign_in_succeeded',
  'sign_in_failed',
  'second_factor_failed',
  'signed_out',
  'credentials_changed',
  'forbidden',
  'form_refused',
  'rate_limited',
  'role_changed',
  'person_invited',
  'person_disabled',
  'person_erased',
  'personal_data_exported',
] as const

/** What happens to the running program. */
export const operationEvents = [
  'server_started',
  'server_stopping',
  'server_stopped',
  'shutdown_cut_short',
  'request',
  'fault',
  'writes_stopped',
  'database_unreachable',
  'connection_lost',
  'replica_left',
  'replica_back',
  'job_done',
  'job_failed',
  'jobs_fault',
  'mail_refused',
] as const

export type LogEvent = (typeof securityEvents)[number] | (typeof operationEvents)[number]
export type LogLevel = 'info' | 'warning' | 'error'

/**
 * All that a line may hold. The list is closed on purpose: there is no field for an address, a name, a code, or what somebody wrote.
 * A person is her id, which says nothing by itself; an address of the site is its pattern, without what was filled in.
 */
export interface LogFields {
  requestId?: string
  method?: string
  /** `/:language/:city/indicators/:code` */
  route?: string
  status?: number
  milliseconds?: number
  /** Id of the person who is signed in. */
  person?: string
  /** Name of the city in addresses. */
  city?: string
  job?: string
  count?: number
  /** Where the server listens. */
  port?: number
  /** A fixed sentence of the program. */
  reason?: string
  /** What broke: kind, code and place are written, the message is not. It may quote what somebody sent. */
  error?: unknown
}

export type Log = (level: LogLevel, event: LogEvent, fields?: LogFields) => void
