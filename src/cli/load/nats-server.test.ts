import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OperatorError } from '../operator-error.js';
import { linkOptions } from './nats-server.js';

const SECRET = { PIPEHAT_NATS_USER: 'load', PIPEHAT_NATS_PASSWORD: 'only-here' };

function refusal(address: string, variables: NodeJS.ProcessEnv = {}): OperatorError {
  try {
    linkOptions(address, 'test', variables);
  } catch (error) {
    if (error instanceof OperatorError) return error;
  }
  throw new Error('it was taken');
}

describe('the address of NATS', () => {
  it.each(['nats://127.0.0.1:4222', 'nats://localhost', 'tls://[::1]:4222', 'nats://a:4222, nats://b:4222'])(
    'may be %s',
    (address) => {
      expect(linkOptions(address, 'test', {}).servers).toBe(address.replace(', ', ','));
    },
  );

  it.each(['', '127.0.0.1:4222', 'http://127.0.0.1', 'nats://host:99:1', 'nats://a b'])(
    'may not be "%s"',
    (address) => {
      expect(refusal(address)).toMatchObject({
        exitCode: 2,
        message: expect.stringContaining('is no address of NATS'),
      });
    },
  );

  it('holds no credentials, and the complaint shows none', () => {
    const error = refusal('nats://load:only-here@127.0.0.1:4222');
    expect(error.message).toContain('an address with credentials');
    expect(`${error.message} ${error.remedy}`).not.toContain('only-here');
    expect(error.remedy).toContain('PIPEHAT_NATS_PASSWORD');
  });
});

describe('the credentials for NATS', () => {
  it('come from the environment', () => {
    const options = linkOptions('nats://127.0.0.1:4222', 'test', { ...SECRET, PIPEHAT_NATS_TOKEN: '' });
    expect(options).toEqual({ servers: 'nats://127.0.0.1:4222', name: 'test', user: 'load', password: 'only-here' });
  });

  it('go to another machine under TLS alone', () => {
    expect(refusal('nats://bench-1:4222', SECRET).message).toContain('would go to bench-1 in clear text');
    expect(refusal('nats://bench-1:4222', { PIPEHAT_NATS_TOKEN: 'x' }).remedy).toContain('tls://bench-1:4222');
    expect(linkOptions('tls://bench-1:4222', 'test', SECRET)).toMatchObject({ user: 'load' });
    expect(linkOptions('nats://bench-1:4222', 'test', {})).not.toHaveProperty('user');
  });

  it('may stand in files that variables name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pipehat-creds-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [creds, ca] = [join(folder, 'user.creds'), join(folder, 'ca.pem')];
    writeFileSync(creds, 'CREDS');
    writeFileSync(ca, 'PEM');
    const options = linkOptions('nats://bench-1', 'test', { PIPEHAT_NATS_CREDS: creds, PIPEHAT_NATS_CA: ca });
    expect(options).toMatchObject({ creds: 'CREDS', ca: 'PEM' });
    const missing = refusal('nats://127.0.0.1', { PIPEHAT_NATS_CA: join(folder, 'none.pem') });
    expect(missing.message).toMatch(/PIPEHAT_NATS_CA: .*none\.pem cannot be read \(ENOENT\)/);
  });
});
