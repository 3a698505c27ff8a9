import { register } from 'node:module';
import { inspect } from 'node:util';

/**
 * Lets users write steps in TypeScript without a build: the first of cucumber's imports. Explicit options, because a
 * user's own tsconfig, or none, otherwise stops TypeScript 6; source maps, so that failures name the right line.
 */
process.setSourceMapsEnabled(true);
process.env['TS_NODE_SKIP_PROJECT'] = 'true';
process.env['TS_NODE_COMPILER_OPTIONS'] = JSON.stringify({
  target: 'es2022',
  module: 'nodenext',
  moduleResolution: 'nodenext',
  isolatedModules: true,
  skipLibCheck: true,
});

try {
  register('ts-node/esm/transpile-only', import.meta.url);
} catch (error) {
  throw new Error(`TypeScript steps cannot be loaded: ${inspect(error)}`);
}
