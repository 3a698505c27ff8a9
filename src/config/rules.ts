import type { Mistake } from '../base/mistake.js';
import type { Path } from '../base/yaml-document.js';
import { isLoopback, parseTarget } from './target.js';

/**
 * Rules between the keys of one environment. They read the file's own data and tolerate anything in it, so that they
 * report beside the mistakes that the schema finds and not only after those are mended.
 */
export function environmentRules(raw: unknown, path: Path): readonly Mistake[] {
  return [
    ...ownRole(raw, path),
    ...someActor(raw, path),
    ...eachActor(raw, path),
    ...production(raw, path),
    ...listenersApart(raw, path),
    ...tlsPairs(raw, path),
  ];
}

/** The member at `steps` below `value`, undefined where there is no way down. */
function under(value: unknown, ...steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (node, step) =>
      typeof node === 'object' && node !== null ? Object.getOwnPropertyDescriptor(node, step)?.value : undefined,
    value,
  );
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

function ownRole(raw: unknown, path: Path): readonly Mistake[] {
  const role = under(raw, 'role');
  if (typeof role !== 'string' || under(raw, 'actors', role) === undefined) return [];
  return [
    {
      path: [...path, 'actors', role],
      what: `the system under test is the ${role}, and Pipehat cannot play it too`,
      remedy: `remove the actor ${role}, or set role: engine where the system under test stands between the actors`,
      atKey: true,
    },
  ];
}

function someActor(raw: unknown, path: Path): readonly Mistake[] {
  const actors = under(raw, 'actors');
  if (actors === undefined || entries(actors).length > 0) return [];
  return [
    {
      path: [...path, 'actors'],
      what: 'no actor is named',
      remedy: 'name at least one of ehr, lis, ris, pharmacy, each with send: and listen:',
    },
  ];
}

function eachActor(raw: unknown, path: Path): readonly Mistake[] {
  return entries(under(raw, 'actors')).flatMap(([role, actor]) => {
    const at = [...path, 'actors', role];
    const send = under(actor, 'send');
    if (send === undefined && under(actor, 'listen') === undefined) {
      return [
        {
          path: at,
          what: `the actor ${role} neither sends nor listens`,
          remedy:
            'add send: mllp://host:port (the inbound port of the system under test) or listen: port, or remove it',
          atKey: true,
        },
      ];
    }
    return typeof send === 'string' ? allowedHost(send, raw, [...at, 'send']) : [];
  });
}

function allowedHost(send: string, raw: unknown, path: Path): readonly Mistake[] {
  const result = parseTarget(send);
  if (result.kind === 'invalid' || isLoopback(result.target.host)) return [];
  const { host } = result.target;
  const hosts = under(raw, 'allow', 'hosts');
  const allowed = Array.isArray(hosts) ? hosts.map((name) => String(name).toLowerCase()) : [];
  if (allowed.includes(host.toLowerCase())) return [];
  return [
    {
      path,
      what: `${host} is another machine, and no allowance names it`,
      remedy: `if it is a test system, add it to this environment: allow: { hosts: ["${host}"] }`,
    },
  ];
}

function production(raw: unknown, path: Path): readonly Mistake[] {
  if (under(raw, 'processingId') !== 'P' || under(raw, 'allow', 'production') === 'true') return [];
  return [
    {
      path: [...path, 'processingId'],
      what: 'P makes every message a production message (MSH-11), and no allowance permits it',
      remedy: 'use T; or, where it must be P, add to this environment: allow: { production: true }',
    },
  ];
}

function listenersApart(raw: unknown, path: Path): readonly Mistake[] {
  const first = new Map<string, string>();
  const points = entries(under(raw, 'actors')).flatMap(([role, actor]) =>
    (['listen', 'standby'] as const).map((key) => ({ role, key, written: under(actor, key) })),
  );
  return points.flatMap(({ role, key, written }) => {
    const port = /(\d+)\/?$/.exec(typeof written === 'string' ? written : '')?.[1];
    if (port === undefined || port === '0') return [];
    const other = first.get(port);
    first.set(port, other ?? role);
    if (other === undefined) return [];
    return [
      {
        path: [...path, 'actors', role, key],
        what: `port ${port} is taken by the actor ${other}`,
        remedy: 'give each actor a port of its own: the port tells for whom a message is',
      },
    ];
  });
}

/** A listener on TLS needs a certificate, and a certificate its key. */
function tlsPairs(raw: unknown, path: Path): readonly Mistake[] {
  return entries(under(raw, 'actors')).flatMap(([role, actor]): readonly Mistake[] => {
    const has = (key: string): boolean => (under(actor, 'tls', key) ?? under(raw, 'tls', key)) !== undefined;
    const listen = under(actor, 'listen');
    const listensOnTls = typeof listen === 'string' && /^mllps:/i.test(listen);
    if (listensOnTls && !(has('cert') && has('key'))) {
      return [
        {
          path: [...path, 'actors', role, 'listen'],
          what: 'a listener on mllps:// needs a certificate',
          remedy: 'add tls: { cert: path.pem, key: path.pem } to the actor or to the environment',
        },
      ];
    }
    if (has('cert') === has('key')) return [];
    const place = under(actor, 'tls') === undefined ? [...path, 'tls'] : [...path, 'actors', role, 'tls'];
    return [
      {
        path: place,
        what: 'tls needs cert and key together',
        remedy: 'add the missing one of the two, as a path to a PEM file',
      },
    ];
  });
}
