import { runDeskCommand } from './desk-command.ts';

/** Projects all that is public anew, where the published contract has grown: `npm run project`. */
await runDeskCommand('project');
