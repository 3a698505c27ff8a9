import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The compiled entry of the engine's process: beside this file, or in `dist` where this file is the TypeScript source. */
export function entry(): string {
  const beside = fileURLToPath(new URL('./main.js', import.meta.url));
  if (existsSync(beside)) return beside;
  const built = fileURLToPath(new URL('../../dist/src/demo/main.js', import.meta.url));
  if (existsSync(built)) return built;
  throw new Error(`the demo engine is not built: ${built} is missing. Run "npm run build".`);
}
