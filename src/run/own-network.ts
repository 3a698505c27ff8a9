import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { LendAddress } from '../endpoint/lend-address.js';

const run = promisify(execFile);

/** Addresses for documentation (RFC 5737): nothing real has them. */
const ADDRESSES = '192.0.2.';

/** Tunnels that the kernel puts into every namespace, and that lead nowhere. */
const OF_THE_KERNEL = /^(?:lo|tunl\d|gre\d|gretap\d|erspan\d|ip_vti\d|ip6_vti\d|sit\d|ip6tnl\d|ip6gre\d)$/;

/**
 * Lends addresses that can be lost, where the network is ours alone: a namespace of Linux with nothing but its loopback (`unshare
 * --net`). Undefined elsewhere, since what is done to the network there would concern others.
 */
export function ownNetwork(): LendAddress | undefined {
  if (process.platform !== 'linux' || !isAlone()) return undefined;
  let count = 0;
  return async () => {
    const address = `${ADDRESSES}${1 + (count++ % 250)}`;
    await run('ip', ['addr', 'add', `${address}/32`, 'dev', 'lo']);
    return {
      address,
      lose: async () => {
        await run('ip', ['addr', 'del', `${address}/32`, 'dev', 'lo']);
      },
    };
  };
}

function isAlone(): boolean {
  try {
    const names = [...readFileSync('/proc/self/net/dev', 'utf8').matchAll(/^\s*([^\s:]+):/gm)].map(
      ([, name]) => name ?? '',
    );
    return names.includes('lo') && names.every((name) => OF_THE_KERNEL.test(name));
  } catch {
    return false;
  }
}
