import { expect, test } from 'vitest'
import { operatorName } from './operator.ts'

test('an account without a name, as in a container, is called by its number', () => {
  const nobody = () => {
    throw new Error('uv_os_get_passwd returned ENOENT')
  }
  expect(operatorName(nobody)).toMatch(/^\d+$/)
  expect(operatorName(() => ({ username: 'aisulu' }))).toBe('aisulu')
})
