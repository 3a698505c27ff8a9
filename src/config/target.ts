import type { Target } from './config.js';

export type TargetResult =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'invalid'; readonly what: string; readonly remedy: string };

const FORM = /^(mllps?):\/\/(\[[0-9a-f:.]+\]|[^\s/:?#@[\]]+):(\d{1,5})\/?$/i;

/** Reads `mllp://host:port` or, for TLS, `mllps://host:port`. There is no default port: engines have none. */
export function parseTarget(text: string): TargetResult {
  const [, scheme, host, digits] = FORM.exec(text.trim()) ?? [];
  const port = Number(digits);
  if (scheme === undefined || host === undefined || port < 1 || port > 65_535) {
    return {
      kind: 'invalid',
      what: `"${text}" is not an MLLP address`,
      remedy: `write mllp://host:port, with TLS mllps://host:port, and a port from 1 to 65535: ${suggestion(text)}`,
    };
  }
  return {
    kind: 'target',
    target: { host: host.replace(/^\[|\]$/g, ''), port, tls: scheme.toLowerCase() === 'mllps' },
  };
}

export function formatTarget(target: Target): string {
  const host = target.host.includes(':') ? `[${target.host}]` : target.host;
  return `${target.tls ? 'mllps' : 'mllp'}://${host}:${target.port}`;
}

/** True for 127.0.0.0/8, ::1 and localhost: the far end is this machine. */
export function isLoopback(host: string): boolean {
  return /^(127(\.\d{1,3}){3}|::1|(.+\.)?localhost)$/i.test(host);
}

function suggestion(text: string): string {
  const bare = /^([\w.-]+):(\d{1,5})$/.exec(text.trim());
  return bare ? `mllp://${bare[1]}:${bare[2]}` : 'mllp://127.0.0.1:2575';
}
