#!/usr/bin/env node
// The command line. In a checkout it first installs and builds what is missing; an installed package has it all.
import fs from 'node:fs'

const ensure = new URL('../scripts/ensure.mjs', import.meta.url)
if (fs.existsSync(ensure)) await (await import(ensure.href)).prepare()
await import('../dist/main.js')
