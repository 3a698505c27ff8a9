import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { realTimer } from '../../base/timer.js';
import type { LoadResult } from '../../evidence/load-result.js';
import { Receiver } from '../../load/receiver/receiver.js';
import { type Authority, authority, type Identity } from '../../mllp/certificates.js';
import { dial } from '../../mllp/dial.js';
import { frame } from '../../mllp/frame.js';
import { EXIT } from '../exit-codes.js';
import { emptyFolder, Pipehat } from './testdata/pipehat.js';
import { freePort } from './testdata/system.js';

const timer = realTimer();
const PLAN = ['--rate', '100/s', '--duration', '2s', '--patients', '2', '--format', 'json'];
let house: Authority;
let ours: Identity;
let theirs: Identity;

beforeAll(async () => {
  house = await authority('house');
  ours = await house.issue(['127.0.0.1']);
  theirs = await house.issue(['127.0.0.1']);
});

/** A system that talks to nobody without a certificate of the house, and delivers what it gets. */
async function system() {
  let deliver: (payload: Buffer) => void = () => {};
  const receiver = new Receiver({
    listen: { port: 0, timer, tls: { ...theirs, ca: house.ca, requireClientCertificate: true } },
    timer,
    serviceTime: { answerAt: (at) => at },
    seed: 's',
    onMessage: (payload) => deliver(payload),
  });
  expect(await receiver.open()).toBeUndefined();
  onTestFinished(() => receiver.close());
  return {
    to: `mllps://127.0.0.1:${receiver.port}`,
    async deliversTo(port: number, identity: Partial<Identity>): Promise<boolean> {
      const line = await dial(
        { host: '127.0.0.1', port, timer, tls: { ...identity, ca: house.ca } },
        { onEvent: () => {} },
      );
      if (line.kind === 'failed') return false;
      onTestFinished(() => line.connection.reset());
      deliver = (payload) => void line.connection.write([{ kind: 'write', bytes: frame(Buffer.from(payload)) }]);
      return true;
    },
  };
}

function folderWithCertificates(): string {
  const folder = emptyFolder();
  for (const [name, pem] of Object.entries({ ca: house.ca, cert: ours.cert, key: ours.key }))
    writeFileSync(join(folder, `${name}.pem`), pem);
  return folder;
}

const CERTIFICATES = ['--ca', 'ca.pem', '--cert', 'cert.pem', '--key', 'key.pem'];

describe('load over TLS', () => {
  it('shows certificates at both ends, named in a plan file', async () => {
    const [sut, port, folder] = [await system(), await freePort(), folderWithCertificates()];
    const tls = 'tls: { ca: ca.pem, cert: cert.pem, key: key.pem }';
    writeFileSync(join(folder, 'load.yaml'), `${tls}\nfarEnds:\n  lis: { listen: "mllps://127.0.0.1:${port}" }\n`);
    const run = new Pipehat(folder, ['load', 'load.yaml', '--to', sut.to, ...PLAN]);
    let isThere = false;
    void run.ended.then(() => {
      isThere = true;
    });
    while (!isThere) isThere = await sut.deliversTo(port, theirs);
    const result: LoadResult = await run.result();
    expect(result, run.err).toMatchObject({
      acknowledged: 200,
      codes: { AA: 200 },
      ledger: { duplicated: 0, altered: 0 },
    });
    expect(result.ledger?.delivered).toBeGreaterThan(100);
    expect(result.links.map(({ tls: isSecure }) => isSecure)).toEqual([true, true]);
  }, 60_000);

  it('reaches nobody without the certificate that is asked for', async () => {
    const [sut, folder] = [await system(), folderWithCertificates()];
    const run = new Pipehat(folder, ['load', '--to', sut.to, ...PLAN, '--ca', 'ca.pem', '--duration', '30s']);
    expect(await run.result()).toMatchObject({ outcome: 'unreachable', acknowledged: 0 });
    expect(await run.ended).toBe(EXIT.infrastructure);
  }, 60_000);

  it('refuses a deliverer without a certificate', async () => {
    const [sut, port, folder] = [await system(), await freePort(), folderWithCertificates()];
    const far = ['--far-end', `lis=mllps://127.0.0.1:${port}`];
    const run = new Pipehat(folder, ['load', '--to', sut.to, ...PLAN, ...CERTIFICATES, ...far, '--settle', '100ms']);
    const stranger = await sut.deliversTo(port, {});
    expect(await run.result(), run.err).toMatchObject({ acknowledged: 200, ledger: { delivered: 0, lost: 200 } });
    expect(await run.ended).toBe(EXIT.failed);
    expect(typeof stranger).toBe('boolean');
  }, 60_000);
});
