/**
 * Runs after `npm ci`: builds the command line, so that `npx subsidy` starts at once.
 *
 * Never fails the installation. Without sources or without webpack (an installed package,
 * `npm ci --omit=dev`) there is nothing to do; sources that do not compile are reported here
 * and fail `npm test`, which builds again.
 */
import { buildCli, canBuild } from './build-cli.mjs';

if (canBuild()) {
  const result = buildCli();
  if (!result.ok) console.error(`The command line could not be built:\n\n${result.output}`);
}
