#!/usr/bin/env node
// The command line. In a checkout it first installs and builds what is missing; an installed package has it all.
import fs from 'node:fs'

const ensure = new URL('../scripts/ensure.mjs', import.meta.url)
if (fs.existsSync(ensure)) {
  const { ensureBuilt, ensureInstalled, ensureNode } = await import(ensure.href)
  ensureNode()
  await ensureInstalled({ development: false })
  await ensureBuilt()
}
await import('../dist/main.js')
