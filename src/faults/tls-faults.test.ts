import { describe, expect, it } from 'vitest';
import { rng } from '../base/rng.js';
import { BAD_CLIENTS, BAD_SERVERS, badClient, badServer, needsLaboratory } from '../mllp/bad-tls.js';
import { tlsLaboratory } from '../mllp/tls-laboratory.js';
import { wholeFrame } from '../mllp/wire-plan.js';
import { badServerTls } from './bad-server-tls.js';
import { badTls } from './bad-tls.js';

const plan = wholeFrame(Buffer.from('MSH|^~\\&|A'));
const GOOD = { ca: 'ca', cert: 'good', key: 'key' };

describe('bad-tls', () => {
  it.each(BAD_CLIENTS.filter((variant) => variant !== 'truncated-close'))(
    '%s sends the very bytes, once',
    (variant) => {
      expect(badTls.make({ variant }).attempts(plan, rng('x'))).toEqual([{ plan, afterMs: 0, tls: variant }]);
    },
  );

  it('truncated-close sends half of them and ends below TLS', () => {
    const [attempt] = badTls.make({ variant: 'truncated-close' }).attempts(plan, rng('x'));
    const half = Buffer.from('\x0bMSH|^');
    expect(attempt?.plan).toEqual([{ kind: 'write', bytes: half }, { kind: 'truncate' }]);
  });
});

describe('bad-server-tls', () => {
  it('changes the port, for a while or until it is taken away', () => {
    expect(badServerTls.make({ variant: 'plain' })).toEqual({
      kind: 'listener',
      at: 'port',
      name: 'bad-server-tls',
      tls: 'plain',
    });
    expect(badServerTls.make({ for: 5 })).toMatchObject({ forMs: 5, tls: 'expired' });
  });
});

describe('what is shown instead of what is good', () => {
  it('is wrong in one thing alone', async () => {
    const laboratory = await tlsLaboratory();
    for (const bad of [...BAD_CLIENTS, ...BAD_SERVERS]) {
      const server = { ...GOOD, requireClientCertificate: true };
      const shown =
        bad === 'no-certificate' || bad === 'truncated-close' ? undefined : badServer(bad, server, laboratory);
      if (shown) expect({ ...shown, ...GOOD, outdated: undefined }, bad).toEqual({ ...server, outdated: undefined });
      if (needsLaboratory(bad))
        expect(badClient(bad, GOOD, laboratory)).toEqual({ ...GOOD, ...laboratory.certificates[bad as 'expired'] });
    }
    expect(badClient('plain', GOOD, laboratory)).toBeUndefined();
    expect(badServer('plain', GOOD, laboratory)).toBeUndefined();
    expect(badClient('no-certificate', GOOD, laboratory)).toEqual({ ca: 'ca' });
    expect(badClient('tls-1.1', GOOD, laboratory)).toEqual({ ...GOOD, outdated: 'TLSv1.1' });
  });
});
