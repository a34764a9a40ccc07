// `npm start`: install if the lock file changed, build if a source changed, serve. All in one process.
import { prepare } from './ensure.mjs'

await prepare()
process.argv.splice(2, 0, 'serve')
await import('../dist/main.js')
