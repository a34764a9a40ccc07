import path from 'node:path'
import { z } from 'zod'

/** What the environment says, checked once at start and frozen. */
export interface Configuration {
  port: number
  host: string
  dataDirectory: string
  databaseUrl: string | null
  /** Address of the site as readers see it, without slash at the end; null in demo mode: the request's own. */
  publicUrl: string | null
  mode: 'demo' | 'production'
  /** A demonstration that is open to the network: without mailbox and sign-in. */
  demoPublic: boolean
  /** Addresses whose X-Forwarded-* headers are believed. */
  trustedProxies: readonly string[]
  /** A streaming replica that answers what only reads; null: everything goes to `databaseUrl`. */
  replicaUrl: string | null
  /** smtp://user:password@host:port; null in demo mode: the mailbox page shows what would be sent. */
  smtpUrl: string | null
  /** From whom messages come. */
  mailFrom: string
  /** 32 bytes in base64 that seal what the database must not show in clear; null: a key file in the data directory. */
  secretKey: string | null
  /** File that names the OpenID Connect providers of the cities (docs/deploy.md). */
  identityProvidersFile: string | null
  /** What `/metrics` asks for as bearer token; null: it answers this machine only. */
  metricsToken: string | null
  /** Hosts inside the network of the installation from which imports may fetch: `sdmx.stat.example`, `10.0.0.7:8080`. */
  fetchAllowedHosts: readonly string[]
  /** Program that verifies electronic signatures of agreements (docs/deploy.md); null: they are kept and not verified. */
  signatureVerifier: string | null
  /** Whole path of a program; null: none. */
  translationService: string | null
}

const schema = z.object({
  PORT: z.coerce
    .number('PORT must be a number, e.g. 8080')
    .int()
    .min(0, 'PORT must be 0 or more')
    .max(65535, 'PORT must be at most 65535')
    .default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgres://, e.g. postgres://bagdar@localhost/bagdar')
    .optional(),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/?#]+$/, 'PUBLIC_URL must be an address without path, e.g. https://bagdar.almaty.example')
    .optional(),
  MODE: z.enum(['demo', 'production'], 'MODE must be demo or production').default('demo'),
  DEMO_PUBLIC: z.enum(['0', '1'], 'DEMO_PUBLIC must be 1 or 0').default('0'),
  TRUSTED_PROXIES: z.string().default(''),
  DATABASE_REPLICA_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_REPLICA_URL must begin with postgres://, e.g. postgres://bagdar@replica/bagdar')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'SMTP_URL must begin with smtp:// or smtps://, e.g. smtps://bagdar:password@mail.almaty.example')
    .optional(),
  MAIL_FROM: z.email('MAIL_FROM must be an address, e.g. bagdar@almaty.example').default('bagdar@localhost.example'),
  SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, 'SECRET_KEY must be 32 bytes in base64. Make one: openssl rand -base64 32')
    .optional(),
  IDENTITY_PROVIDERS_FILE: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().min(16, 'METRICS_TOKEN must have at least 16 characters').optional(),
  FETCH_ALLOWED_HOSTS: z
    .string()
    .regex(
      /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?(?:\s*,\s*(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?)*$/i,
      'FETCH_ALLOWED_HOSTS must be names of hosts with commas between, e.g. sdmx.stat.example,10.0.0.7:8080',
    )
    .optional(),
  SIGNATURE_VERIFIER: z
    .string()
    .refine((program) => path.isAbsolute(program), 'SIGNATURE_VERIFIER must be the whole path of a program, e.g. /usr/local/bin/verify')
    .optional(),
  TRANSLATION_SERVICE: z
    .string()
    .refine((program) => path.isAbsolute(program), 'TRANSLATION_SERVICE must be the whole path of a program, e.g. /usr/local/bin/translate')
    .optional(),
})

/** The environment is not as it must be; the message says which variable and what to write. */
export class ConfigurationError extends Error {}

/**
 * Reads and checks the environment. An empty variable counts as not set.
 *
 * @throws {ConfigurationError} all problems at once
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(set)
  if (!parsed.success) throw new ConfigurationError(parsed.error.issues.map((issue) => issue.message).join('\n'))
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_URL, MODE, DEMO_PUBLIC, TRUSTED_PROXIES, ...more } = parsed.data

  const problems: string[] = []
  if (MODE === 'demo' && !isLoopback(HOST) && DEMO_PUBLIC !== '1')
    problems.push(
      `MODE=demo does not serve HOST=${HOST}: everyone on the network could use the demonstration. Set DEMO_PUBLIC=1 to allow that, or MODE=production.`,
    )
  if (MODE === 'production' && PUBLIC_URL === undefined)
    problems.push('MODE=production needs PUBLIC_URL, the address that readers see, e.g. https://bagdar.almaty.example')
  if (MODE === 'production' && more.SMTP_URL === undefined)
    problems.push(
      'MODE=production needs SMTP_URL, the mail server that sends codes and links, e.g. smtps://bagdar:password@mail.almaty.example',
    )
  if (more.DATABASE_REPLICA_URL !== undefined && DATABASE_URL === undefined)
    problems.push('DATABASE_REPLICA_URL is a copy of the database that DATABASE_URL names. Set DATABASE_URL too.')
  if (problems.length > 0) throw new ConfigurationError(problems.join('\n'))

  return Object.freeze({
    port: PORT,
    host: HOST,
    dataDirectory: path.resolve(DATA_DIR),
    databaseUrl: DATABASE_URL ?? null,
    publicUrl: PUBLIC_URL ?? null,
    mode: MODE,
    demoPublic: DEMO_PUBLIC === '1',
    trustedProxies: listed(TRUSTED_PROXIES),
    replicaUrl: more.DATABASE_REPLICA_URL ?? null,
    smtpUrl: more.SMTP_URL ?? null,
    mailFrom: more.MAIL_FROM,
    secretKey: more.SECRET_KEY ?? null,
    identityProvidersFile: more.IDENTITY_PROVIDERS_FILE ?? null,
    metricsToken: more.METRICS_TOKEN ?? null,
    fetchAllowedHosts: listed(more.FETCH_ALLOWED_HOSTS?.toLowerCase() ?? ''),
    signatureVerifier: more.SIGNATURE_VERIFIER ?? null,
    translationService: more.TRANSLATION_SERVICE ?? null,
  })
}

/** What stands between commas. */
const listed = (text: string): readonly string[] =>
  Object.freeze(
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
