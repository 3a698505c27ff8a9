// The doors of the house: which room may import which. docs/decisions tell why; CONTRIBUTING.md shows the table to people.
// A room is a folder under src/, or one of the top-level folders steps, simulators, reports, bench.

const doors = {
  base: [],
  hl7: ['base'],
  mllp: ['base'],
  standard: ['base'],
  population: ['base'],
  evidence: ['base', 'hl7'],
  messages: ['base', 'hl7', 'standard', 'population'],
  conformance: ['base', 'hl7', 'standard', 'evidence'],
  ledger: ['base', 'hl7', 'standard', 'evidence'],
  faults: ['base', 'hl7', 'mllp'],
  endpoint: ['base', 'hl7', 'mllp', 'evidence', 'faults'],
  load: [
    'base',
    'hl7',
    'mllp',
    'standard',
    'evidence',
    'ledger',
    'messages',
    'population',
    'faults',
    'conformance',
    'endpoint',
    'simulators',
  ],
  session: [
    'base',
    'hl7',
    'standard',
    'evidence',
    'messages',
    'population',
    'conformance',
    'ledger',
    'faults',
    'endpoint',
    'simulators',
    'load',
  ],
  config: ['base', 'hl7', 'endpoint', 'mllp', 'faults'],
  run: [
    'base',
    'hl7',
    'evidence',
    'config',
    'session',
    'endpoint',
    'faults',
    'conformance',
    'ledger',
    'reports',
    'simulators',
    'demo',
  ],
  demo: ['base', 'hl7'],
  simulators: ['base', 'hl7', 'standard', 'population', 'messages', 'endpoint'],
  reports: ['base', 'hl7', 'standard', 'evidence'],
  steps: ['session', 'config', 'hl7', 'evidence'],
  cli: [
    'base',
    'hl7',
    'mllp',
    'standard',
    'population',
    'messages',
    'evidence',
    'conformance',
    'ledger',
    'faults',
    'endpoint',
    'load',
    'session',
    'config',
    'run',
    'demo',
    'simulators',
    'reports',
  ],
};

const TOP_LEVEL = ['steps', 'simulators', 'reports', 'bench'];
const folder = (room) => (TOP_LEVEL.includes(room) ? `${room}/` : `src/${room}/`);
const anyRoom = '^(src/[^/]+|steps|simulators|reports|bench)/';

const roomRules = Object.entries(doors).map(([room, open]) => ({
  name: `door-of-${room}`,
  comment: `${room} may import only: ${open.join(', ') || 'nothing'}. See CONTRIBUTING.md, "The doors".`,
  severity: 'error',
  from: { path: `^${folder(room)}`, pathNot: '\\.test\\.ts$' },
  to: { path: anyRoom, pathNot: [room, ...open].map((name) => `^${folder(name)}`) },
}));

const builtIn = (names) => `^(node:)?(${names.join('|')})(/|$)`;
const metricsServer = '^src/cli/load/metrics-server\\.ts$';
const noTests = '\\.test\\.ts$';

export default {
  forbidden: [
    ...roomRules,
    {
      name: 'no-circular',
      comment: 'Data flows one way: two files that need each other are one thing, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'sockets-only-in-transport',
      comment:
        'Bytes on sockets belong to src/mllp; the demo engine has its own so that both sides cannot share a mistake.',
      severity: 'error',
      from: { path: '^(src|steps|simulators|reports)/', pathNot: ['^src/(mllp|demo)/', metricsServer, noTests] },
      to: { path: builtIn(['net', 'tls', 'dgram', 'http', 'https', 'http2']) },
    },
    {
      name: 'metrics-over-http-alone',
      comment:
        'Prometheus asks a running load over HTTP: no HL7 goes that way, so it is no transport, and needs nothing else.',
      severity: 'error',
      from: { path: metricsServer },
      to: { path: builtIn(['net', 'tls', 'dgram', 'https', 'http2']) },
    },
    {
      name: 'files-only-at-the-edges',
      comment: 'Rooms that compute take and return values; files are read and written at the edges.',
      severity: 'error',
      from: {
        path: '^(src|steps|simulators|reports)/',
        pathNot: ['^src/(cli|config|run|evidence|demo)/', '^src/(conformance|standard)/(load|generate)', noTests],
      },
      to: { path: builtIn(['fs']) },
    },
    {
      name: 'cucumber-only-in-steps-and-run',
      comment: 'Everything else must work without cucumber: the session is free of it.',
      severity: 'error',
      from: { path: '^(src|simulators|reports)/', pathNot: ['^src/run/', noTests] },
      to: { path: '@cucumber/' },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports does nothing.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          noTests,
          '\\.d\\.ts$',
          '^src/index\\.ts$',
          '^src/(cli|demo)/main\\.ts$',
          '^bench/(exactly-once/)?main\\.ts$',
          '^steps/',
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|testdata)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
