import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fold } from '../src/evidence/fold.js';
import { checksum } from './evidence/sign-off.js';
import { runJson } from './json.js';
import { MANIFEST, specimenRun } from './testdata/specimen.js';

interface Plain {
  readonly format: string;
  readonly scenarios: readonly { readonly exchanges: readonly { readonly id: string; readonly raw: string }[] }[];
  readonly strayExchanges: readonly { readonly raw?: string; readonly rawBase64?: string }[];
}

describe('runJson', () => {
  it('has messages as text, byte for byte', () => {
    const run = specimenRun();
    const plain = JSON.parse(runJson(run)) as Plain;
    expect(plain.format).toBe('pipehat-run/1');
    expect(plain.scenarios[0]?.exchanges[0]?.raw).toBe(run.scenarios[0]?.exchanges[0]?.raw.toString());
  });

  it('has bytes that are no UTF-8 as base64', () => {
    const raw = Buffer.from('MSH|^~\\&|\xc4\xd6\r', 'latin1').toString('base64');
    const message = {
      kind: 'message',
      exchange: 'x1',
      direction: 'sent',
      link: 'a>b',
      raw,
      at: '',
      faults: [],
    } as const;
    const plain = JSON.parse(runJson(fold([{ kind: 'run-started', manifest: MANIFEST }, message]))) as Plain;
    expect(plain.strayExchanges[0]).toMatchObject({ rawBase64: raw });
    expect(plain.strayExchanges[0]?.raw).toBeUndefined();
  });

  it('has the checksum that the evidence page shows', () => {
    const hash = createHash('sha256').update(runJson(specimenRun())).digest('hex');
    expect(checksum(specimenRun())).toBe(hash);
  });
});
