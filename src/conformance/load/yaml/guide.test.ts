import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { load, site } from './testdata/load.js';

const page = readFileSync(new URL('../../../../docs/profiles.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```yaml[^\n]*\n([\s\S]*?)```/g)].map(([, yaml = '']) => yaml);

it('every example of docs/profiles.md loads', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(4);
  for (const block of blocks) {
    const isWhole = block.startsWith('profile:');
    const message = block.includes('OBX') ? 'ORU^R01^ORU_R01' : 'ADT^A01^ADT_A01';
    expect(load(isWhole ? block : site(message, block)), block).toHaveProperty('id');
  }
});

it('every assertion in its table is one', () => {
  const written = [...page.matchAll(/^\| `(\{ .*? \})`(?:, `(\{ .*? \})`)? +\|/gm)].flatMap(([, ...some]) =>
    some.filter(Boolean),
  );
  expect(written.length).toBeGreaterThanOrEqual(14);
  for (const assertion of written) {
    const messages = 'messages: [ADT^A40^ADT_A39, ORU^R01^ORU_R01, ADT^A01]';
    const head = `profile: { id: x, name: x, hl7: 2.5.1, ${messages} }`;
    const key = /OBX|OBR/.test(assertion ?? '')
      ? 'OBSERVATION.OBX'
      : /MRG/.test(assertion ?? '')
        ? 'MRG'
        : 'ADT_A01.PID';
    const text = assertion?.includes('...') ? undefined : `${head}\nelements: { ${key}: { must: ${assertion} } }\n`;
    if (text !== undefined) expect(load(text), assertion).toHaveProperty('id');
  }
});
