import { z } from 'zod';
import { reading, section, text, truth, whole } from '../base/written.js';
import { BEHAVIOURS, type BehaviourName } from '../endpoint/behaviour.js';
import { tryFieldPath } from '../hl7/path.js';
import { charset, command, duration, listenPoint, scale, target } from './values.js';

/** The file as it is written: keys, forms and nothing else. Defaults and rules between keys belong to the resolvers. */

export const ROLES = ['ehr', 'lis', 'ris', 'pharmacy'] as const;
const VERSIONS = ['2.3', '2.3.1', '2.4', '2.5', '2.5.1'] as const;

const tls = section({
  ca: text.optional(),
  cert: text.optional(),
  key: text.optional(),
  passphrase: text.optional(),
  serverName: text.optional(),
  requireClientCertificate: truth.optional(),
  clientNames: z.array(text).optional(),
  laboratory: text.optional(),
});

/** What a message is known by on both sides of the system under test. */
const accountingIdentity = reading<string>((value) => {
  if (value === 'content' || tryFieldPath(value)?.field !== undefined) return { value };
  return {
    what: `"${value}" names no field`,
    remedy: 'write MSH-10, a field that the system passes on (ORC-2), or content',
  };
});

/** What the system passes on to nobody: a message type, behind the name of a link where it is of that link alone. */
const accountingFilter = reading<string>((value) => {
  if (/^((ehr|lis|ris|pharmacy)>sut )?[A-Z][A-Z0-9]{2}(\^[A-Z0-9]{3})?$/.test(value)) return { value };
  return {
    what: `"${value}" names no messages`,
    remedy: 'write a message type (MFN, ADT^A31), behind a link where it is of that link alone (lis>sut ORU^R01)',
  };
});

const REACTIONS = ['done', 'again', 'set-aside'] as const;
const behaviourName = z.enum(Object.keys(BEHAVIOURS) as [BehaviourName, ...BehaviourName[]]);

/** A known behaviour, or one that begins as a known one and differs. */
const behaviour = z.union([
  behaviourName,
  section({
    like: behaviourName.optional(),
    error: z.enum(REACTIONS).optional(),
    rejected: z.enum(REACTIONS).optional(),
    withoutMsa: z.enum(REACTIONS).optional(),
    wrongControlId: z.enum(REACTIONS).optional(),
    silence: z.enum(REACTIONS).optional(),
    answers: z.enum(['as-asked', 'in-original-mode']).optional(),
    sequence: z.enum(['kept', 'ignored']).optional(),
    parts: z.enum(['joined', 'refused']).optional(),
    batches: z.enum(['each-message', 'as-one', 'refused']).optional(),
    deviations: z.enum(['tell', 'fail']).optional(),
  }),
]);

const CONDITIONS = ['AL', 'NE', 'ER', 'SU'] as const;

const acknowledgmentKeys = {
  mode: z.enum(['original', 'enhanced', 'none']).optional(),
  accept: z.enum(CONDITIONS).optional(),
  application: z.enum(CONDITIONS).optional(),
  applicationOn: z.enum(['own-connection', 'same-connection']).optional(),
  applicationDelay: duration.optional(),
  timeout: duration.optional(),
  /** MSH-13 and MSA-4. */
  sequence: truth.optional(),
  /** Bytes above which a message leaves in parts. */
  parts: whole(100, 10_000_000).optional(),
  commit: section({ attempts: whole(1, 100).optional(), timeout: duration.optional() }).optional(),
};

/** `send` and `listen` say what holds for one direction only. */
const acknowledgment = section({
  ...acknowledgmentKeys,
  send: section(acknowledgmentKeys).optional(),
  listen: section(acknowledgmentKeys).optional(),
});

const actor = section({
  send: target.optional(),
  listen: listenPoint.optional(),
  standby: whole(0, 65_535).optional(),
  application: text.optional(),
  facility: text.optional(),
  orderAnswer: z.enum(['same-connection', 'own-message']).optional(),
  version: z.enum(VERSIONS).optional(),
  charset: charset.optional(),
  acknowledgment: acknowledgment.optional(),
  profiles: z.array(text).optional(),
  faults: z.array(text).optional(),
  tls: tls.optional(),
});

const control = section({
  start: command.optional(),
  stop: command.optional(),
  kill: command.optional(),
  pause: command.optional(),
  resume: command.optional(),
  cutOff: command.optional(),
  restore: command.optional(),
  timeout: duration.optional(),
});

export const environmentSchema = section({
  role: z.enum(['engine', ...ROLES]),
  operatedBy: z.enum(['person', 'itself']).optional(),
  actors: section({
    ehr: actor.optional(),
    lis: actor.optional(),
    ris: actor.optional(),
    pharmacy: actor.optional(),
  }),
  sutIdentity: section({ application: text.optional(), facility: text.optional() }).optional(),
  tls: tls.optional(),
  version: z.enum(VERSIONS).optional(),
  charset: charset.optional(),
  processingId: z.enum(['T', 'D', 'P']).optional(),
  acknowledgment: acknowledgment.optional(),
  behaviour: behaviour.optional(),
  timeouts: section({
    connect: duration.optional(),
    expectation: duration.optional(),
    operator: duration.optional(),
    idle: duration.optional(),
  }).optional(),
  timeScale: scale.optional(),
  connection: section({
    mode: z.enum(['kept-open', 'per-message']).optional(),
    depth: whole(1, 1000).optional(),
  }).optional(),
  allow: section({
    production: truth.optional(),
    hosts: z.array(text).optional(),
    patientValues: truth.optional(),
  }).optional(),
  accounting: section({
    identity: accountingIdentity.optional(),
    changes: z.array(text).optional(),
    late: duration.optional(),
    filters: z.array(accountingFilter).optional(),
  }).optional(),
  listenHost: text.optional(),
  log: text.optional(),
  control: control.optional(),
});

/** An environment in which Pipehat starts its own engine: everything else is settled then. */
export const demoEnvironmentSchema = section({
  demoEngine: z.enum(['true']),
  timeScale: scale.optional(),
});

const paths = z.array(text).optional();

export const fileSchema = section({
  sut: section({ name: text, version: text.optional() }).optional(),
  environments: z.record(z.string(), z.unknown()),
  default: text.optional(),
  features: paths,
  steps: paths,
  profiles: paths,
  validation: section({
    severity: z.enum(['default', 'strict', 'lenient', 'nist']).optional(),
    overlay: text.optional(),
    otherwise: z.enum(['base', 'nothing']).optional(),
    errors: z.enum(['fail', 'tell']).optional(),
  }).optional(),
  results: text.optional(),
  requirements: z.union([text, z.record(z.string(), text)]).optional(),
  extensions: section({ simulators: paths, faults: paths, reports: paths, functions: paths }).optional(),
});

export type RawFile = z.output<typeof fileSchema>;
export type RawEnvironment = z.output<typeof environmentSchema>;
export type RawActor = z.output<typeof actor>;
export type RawBehaviour = z.output<typeof behaviour>;
export type RawTls = z.output<typeof tls>;
export type RawAcknowledgment = z.output<typeof acknowledgment>;
