import fs from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, describe, expect, test } from 'vitest'
