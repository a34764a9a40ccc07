import type { Kysely } from 'kysely'
import { appeals } from './people/appeals.ts'
import { attempts } from './people/attempts.ts'
import { contributions } from './people/contributions.ts'
import { declarations } from './people/declarations.ts'
import { departments } from './people/departments.ts'
import { erasePerson } from './people/erase-person.ts'
import { identities } from './people/identities.ts'
import { mail } from './people/mail.ts'
import { memberships } from './people/memberships.ts'
import { oneTimeTokens } from './people/one-time-tokens.ts'
import { ownData } from './people/own-data.ts'
import { organisations } from './people/organisations.ts'
import { participants } from './people/participants.ts'
import { participation } from './people/participation.ts'
import { passkeys } from './people/passkeys.ts'
import { passwords } from './people/passwords.ts'
import { persons } from './people/persons.ts'
import { residentTexts } from './people/resident-texts.ts'
import { retention } from './people/retention.ts'
import { sessions } from './people/sessions.ts'
import { signatures } from './people/signatures.ts'
import { statements } from './people/statements.ts'
import { subscriptions } from './people/subscriptions.ts'
import { totp } from './people/totp.ts'
import { votesByLevel } from './people/votes-by-level.ts'
import type { Schema } from './schema.ts'

/**
 * The one door to everything personal. No other module names these tables: elsewhere a person is an id that says nothing. What stands
 * where and how long is in docs/privacy.md.
 */
export function people(db: Kysely<Schema>) {
  return {
    ...persons(db),
    ...sessions(db),
    ...oneTimeTokens(db),
    ...passwords(db),
    ...totp(db),
    ...attempts(db),
    ...mail(db),
    ...passkeys(db),
    ...identities(db),
    ...memberships(db),
    ...departments(db),
    ...declarations(db),
    ...residentTexts(db),
    ...appeals(db),
    ...organisations(db),
    ...participants(db),
    ...contributions(db),
    ...participation(db),
    ...subscriptions(db),
    ...signatures(db),
    ...statements(db),
    ...votesByLevel(db),
    ...ownData(db),
    ...retention(db),
    erasePerson: (personId: string, at: Date) => erasePerson(db, personId, at),
  }
}
