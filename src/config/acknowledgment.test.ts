import { describe, expect, it } from 'vitest';
import { acknowledgmentPolicy, usualAcknowledgment } from './acknowledgment.js';

describe('how the messages of a link are acknowledged', () => {
  it('is the original mode with ten seconds where nobody says anything', () => {
    expect(acknowledgmentPolicy('send', undefined, undefined)).toEqual(usualAcknowledgment(10_000));
  });

  it('commits frames where the file asks for MLLP Release 2', () => {
    expect(acknowledgmentPolicy('send', { commit: {} }, undefined).commit).toEqual({ attempts: 3, timeoutMs: 5_000 });
    const listen = acknowledgmentPolicy('listen', { listen: { commit: { attempts: 1, timeout: 7 } } }, undefined);
    expect(listen.commit).toEqual({ attempts: 1, timeoutMs: 7 });
    expect(acknowledgmentPolicy('send', { listen: { commit: {} } }, undefined)).not.toHaveProperty('commit');
  });

  it('is said for an environment, for one direction, for an actor, and for one direction of an actor', () => {
    const environment = {
      mode: 'enhanced',
      accept: 'AL',
      timeout: 1,
      send: { timeout: 2, application: 'NE' },
    } as const;
    const actor = { accept: 'ER', listen: { applicationOn: 'same-connection', applicationDelay: 3 } } as const;
    expect(acknowledgmentPolicy('send', environment, actor)).toEqual({
      mode: 'enhanced',
      request: { accept: 'ER', application: 'NE' },
      applicationOn: 'own-connection',
      applicationDelayMs: 0,
      sequence: false,
      timeoutMs: 2,
    });
    expect(acknowledgmentPolicy('listen', environment, actor)).toEqual({
      mode: 'enhanced',
      request: { accept: 'ER', application: 'AL' },
      applicationOn: 'same-connection',
      applicationDelayMs: 3,
      sequence: false,
      timeoutMs: 1,
    });
  });

  it('may be numbered, and leave in parts above a size', () => {
    expect(acknowledgmentPolicy('send', { sequence: true, parts: 2_000 }, undefined)).toMatchObject({
      sequence: true,
      partBytes: 2_000,
    });
  });
});
