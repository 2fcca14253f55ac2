#!/usr/bin/env node
/** `npm start`: the command line's guided demonstration. */
process.argv.splice(2, 0, 'demo');
await import('./subsidy.mjs');
