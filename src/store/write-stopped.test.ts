import { expect, test } from 'vitest'
import { isUnreachable, isWriteStopped } from './write-stopped.ts'

const coded = (code: string): Error => Object.assign(new Error('…'), { code })

test.each([
  { case: 'a read-only transaction', error: coded('25006'), stopped: true, away: false },
  { case: 'a full disk', error: coded('53100'), stopped: true, away: false },
  { case: 'an error of the disk', error: coded('58030'), stopped: true, away: false },
  { case: 'a server that is shut down', error: coded('57P01'), stopped: true, away: true },
  { case: 'an engine that stopped', error: coded('57P02'), stopped: true, away: true },
  { case: 'a connection that failed', error: coded('08006'), stopped: true, away: true },
  { case: 'nobody listens', error: coded('ECONNREFUSED'), stopped: true, away: true },
  { case: 'the stream ended', error: new Error('Connection terminated unexpectedly'), stopped: true, away: true },
  {
    case: 'the next query of a lost transaction',
    error: new Error('Client has encountered a connection error and is not queryable'),
    stopped: true,
    away: true,
  },
  { case: 'hidden in another', error: new Error('Outer', { cause: coded('25006') }), stopped: true, away: false },
  { case: 'a row that is there already', error: coded('23505'), stopped: false, away: false },
  { case: 'a fault of ours', error: new TypeError('undefined is not a function'), stopped: false, away: false },
  { case: 'no error at all', error: null, stopped: false, away: false },
])('$case', ({ error, stopped, away }) => {
  expect(isWriteStopped(error)).toBe(stopped)
  expect(isUnreachable(error)).toBe(away)
})
