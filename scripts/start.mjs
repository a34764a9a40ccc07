// `npm start`: install if the lock file changed, build if a source changed, serve. All in one process.
import { ensureBuilt, ensureInstalled, ensureNode } from './ensure.mjs'

ensureNode()
await ensureInstalled({ development: false })
await ensureBuilt()
process.argv.splice(2, 0, 'serve')
await import('../dist/main.js')
