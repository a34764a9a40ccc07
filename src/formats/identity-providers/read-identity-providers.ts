import { parse } from 'yaml'
import { z } from 'zod'
import type { IdentityProvider } from '../../books/accounts/identity-provider.ts'

/** The file of providers is not as it must be; the message says where and what to write. */
export class IdentityProvidersError extends Error {}

const schema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'is small letters, digits and hyphens, e.g. almaty-staff'),
    city: z.string().min(1),
    issuer: z
      .url('is the address of the provider, e.g. https://sso.almaty.example')
      .refine((text) => text.startsWith('https:') || isThisMachine(text), 'begins with https://'),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    name: z
      .strictObject({ kk: z.string().optional(), ru: z.string().optional(), en: z.string().optional() })
      .refine((name) => Object.values(name).some((text) => text), 'needs the name in at least one language'),
    acr: z.array(z.string()).default([]),
    amr: z.array(z.string()).default([]),
  }),
)

/**
 * Reads the file that IDENTITY_PROVIDERS_FILE names: a YAML list of providers.
 *
 * @throws {IdentityProvidersError} all problems at once
 */
export function readIdentityProviders(text: string): IdentityProvider[] {
  let content: unknown
  try {
    content = parse(text)
  } catch (cause) {
    throw new IdentityProvidersError('The file cannot be read as YAML. Check indentation and brackets.', { cause })
  }
  const parsed = schema.safeParse(content ?? [])
  if (!parsed.success)
    throw new IdentityProvidersError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
  const providers = parsed.data as IdentityProvider[]
  const twice = providers.find((one, at) => providers.findIndex(({ id }) => id === one.id) !== at)
  if (twice !== undefined) throw new IdentityProvidersError(`Two providers have the id ${twice.id}. Give each its own.`)
  return providers
}

const isThisMachine = (text: string): boolean => /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(\/|$)/.test(text)
