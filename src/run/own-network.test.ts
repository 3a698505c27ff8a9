import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { ownNetwork } from './own-network.js';

const MAIN = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

/** A network namespace with nothing but its loopback, where the machine lets us have one. */
const UNSHARE = ['unshare', '--net', '--map-root-user', '--'];
const isPossible =
  process.platform === 'linux' &&
  existsSync(MAIN) &&
  spawnSync(UNSHARE[0] ?? '', [...UNSHARE.slice(1), 'ip', 'link', 'set', 'lo', 'up']).status === 0;

const FEATURE = `Feature: A connection of which one side is silently gone
  Scenario: The sender comes back on another
    Given a synthetic adult patient with an assigned record number
    And the link from the EHR suffers "half-open:variant=lost-packets" on the next message
    When the EHR has added the person
    Then the message is acknowledged as accepted
`;

it('nothing is lent where others use the network', () => {
  const isShared = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
  if (isShared) expect(ownNetwork()).toBeUndefined();
  else console.warn('SKIPPED: this machine has no network that others use');
});

if (!isPossible) console.warn('SKIPPED: lost packets need a network namespace (unshare --net), and the built program');

it.runIf(isPossible)(
  'packets are lost in a namespace, and the demo engine serves the sender on another connection',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'pipehat-network-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'half-open.feature'), FEATURE);
    const command = `ip link set lo up && exec "${process.execPath}" "${MAIN}" demo half-open.feature --no-allure --results .`;
    const ran = spawnSync(UNSHARE[0] ?? '', [...UNSHARE.slice(1), 'sh', '-c', command], { cwd: folder });
    expect(ran.stdout.toString()).toMatch(/1 scenario: 1 passed/);
    expect(ran.status).toBe(0);
  },
);
