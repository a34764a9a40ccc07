import fs from 'node:fs'
import { RefusedError } from './cli/exit-codes.ts'
import type { Configuration } from './configuration.ts'
import { keepErasure } from './services/erasure-log.ts'
import type { IdentityProviderClient } from './services/identity-provider.ts'
import type { Proofs } from './web/proofs.ts'

/**
 * Passkeys, the providers of cities, and the note of erasures. Their libraries are loaded when somebody first needs them: `npm start` on a
 * small machine does not wait for them.
 *
 * @throws {RefusedError} IDENTITY_PROVIDERS_FILE cannot be read
 */
export async function openProofs(configuration: Pick<Configuration, 'dataDirectory' | 'identityProvidersFile'>): Promise<Proofs> {
  const { dataDirectory, identityProvidersFile } = configuration
  let client: Promise<IdentityProviderClient> | null = null
  const providerClient = () => (client ??= import('./services/identity-provider.ts').then((module) => module.identityProviderClient()))
  const checks = () => import('./services/passkeys.ts')
  return {
    passkeys: {
      askForNewPasskey: async (input) => (await checks()).askForNewPasskey(input),
      checkNewPasskey: async (input) => (await checks()).checkNewPasskey(input),
      askForPasskey: async (input) => (await checks()).askForPasskey(input),
      checkPasskey: async (input) => (await checks()).checkPasskey(input),
    },
    providers: identityProvidersFile === null ? [] : await readProviders(identityProvidersFile),
    providerClient: {
      begin: async (provider, returnTo) => (await providerClient()).begin(provider, returnTo),
      finish: async (provider, address, step) => (await providerClient()).finish(provider, address, step),
    },
    keepErasure: (personId, at) => keepErasure(dataDirectory, personId, at),
  }
}

async function readProviders(file: string): Promise<Proofs['providers']> {
  const { readIdentityProviders } = await import('./formats/identity-providers/read-identity-providers.ts')
  try {
    return readIdentityProviders(fs.readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new RefusedError(`IDENTITY_PROVIDERS_FILE=${file}: ${(cause as Error).message}`, {}, { cause })
  }
}
