import { runDeskCommand } from './desk-command.ts';

/** Writes every public thread to a file: `npm run export-comments`. */
await runDeskCommand('export-comments');
