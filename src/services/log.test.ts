import { describe, expect, test } from 'vitest'
import type { Log } from '../books/operations/log.ts'
import { openLog } from './log.ts'

const moment = new Date('2026-11-23T04:05:06.789Z')

function openTestLog(form: 'lines' | 'words'): { log: Log; said: string[] } {
  const said: string[] = []
  return { said, log: openLog({ form, now: () => moment, write: (text) => said.push(text) }) }
}

test('a line is one JSON object with the time in UTC, the level and the event', () => {
  const { log, said } = openTestLog('lines')
  log('info', 'request', { requestId: 'a-1', method: 'GET', route: '/:language/:city', status: 200, milliseconds: 1.5, city: 'almaty' })
  expect(said).toEqual([
    '{"time":"2026-11-23T04:05:06.789Z","level":"info","event":"request","requestId":"a-1","method":"GET","route":"/:language/:city","status":200,"milliseconds":1.5,"city":"almaty"}\n',
  ])
})

describe.each(['lines', 'words'] as const)('in %s', (form) => {
  test('whatever stands in a value, a line stays one line without escape sequences', () => {
    const { log, said } = openTestLog(form)
    log('warning', 'forbidden', { city: 'a\r\nb\u2028c\u2029d\u001b[31me\u0085f\0g\u202Eh', method: 'X\nY' })
    const [line = ''] = said
    expect(line.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
    expect(line.match(/\n/g)).toHaveLength(1)
    expect(line).toContain('a??b?c?d?[31me?f?g?h')
  })

  test('of a fault kind, code and place are told, and not what it says', () => {
    const { log, said } = openTestLog(form)
    const cause = Object.assign(new Error('Key (email)=(aigul@canary.example) already exists.'), {
      code: '23505',
      constraint: 'person_email_key',
    })
    const error = new TypeError('cannot store aigul@canary.example\n    at aigul@canary.example:1:1\n    at 900101400123 (x:1:2)', {
      cause,
    })
    log('error', 'fault', { error })
    expect(said[0]).toContain('TypeError')
    expect(said[0]).toContain('23505')
    expect(said[0]).toMatch(/log\.test\.ts:\d+:\d+/)
    expect(said[0]).not.toMatch(/canary|900101400123|already exists/)
  })

  test('what was thrown without being an error does not speak either', () => {
    const { log, said } = openTestLog(form)
    log('error', 'fault', { error: 'aigul@canary.example' })
    expect(said[0]).not.toContain('canary')
  })
})

test('a person at a terminal sees what is out of the ordinary only', () => {
  const { log, said } = openTestLog('words')
  log('info', 'request', { route: '/:language', status: 200 })
  log('warning', 'forbidden', { route: '/:language/:city/desk', status: 403 })
  expect(said).toEqual(['04:05:06 warning forbidden route=/:language/:city/desk status=403\n'])
})
