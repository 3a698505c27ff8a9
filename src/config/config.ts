import type { EngineBehaviour } from '../endpoint/behaviour.js';
import type { LinkFault } from '../endpoint/fault-box.js';
import type { Role } from '../endpoint/simulator.js';
import type { Selection } from '../faults/selection.js';
import type { AcknowledgmentRequest } from '../hl7/acknowledgment-request.js';
import type { CommitPolicy } from '../mllp/committed-connection.js';
import type { TlsLaboratory } from '../mllp/tls-laboratory.js';

/**
 * The configuration after every check: secrets filled in, paths absolute, durations in milliseconds, defaults applied.
 * `load.ts` makes it from `pipehat.config.yaml`, `demo.ts` for the embedded demo engine. Nothing here is optional by
 * accident: an absent member means that the user said nothing and there is no sensible default.
 */
export interface Config {
  /** Absolute path of the file; absent for the demo configuration. */
  readonly file?: string;
  /** Absolute folder from which relative paths of the file were resolved. */
  readonly folder: string;
  readonly sut: SystemUnderTest;
  /** The selected environment. */
  readonly environment: Environment;
  /** Names of all environments in the file, in its order. */
  readonly environments: readonly string[];
  /** Absolute paths of feature files or folders; `pipehat:<topic>` names features of the package and stays as it is. */
  readonly features: readonly string[];
  /** Absolute paths of the user's own step files or folders, whether or not they exist. */
  readonly steps: readonly string[];
  /** Conformance profiles: absolute paths of files and folders; `pipehat:<id>` names one of the package, `base` the standard. */
  readonly profiles: readonly string[];
  readonly validation: ValidationPolicy;
  /** Absolute folder under which each run gets a folder of its own. */
  readonly results: string;
  /** Requirement id (`REQ-ADT-004`) to its text. */
  readonly requirements: Readonly<Record<string, string>>;
  readonly extensions: Extensions;
}

/** How the messages of a run are validated. */
export interface ValidationPolicy {
  readonly severity: 'default' | 'strict' | 'lenient' | 'nist';
  /** Absolute path of a file that changes single severities. */
  readonly overlay?: string;
  /** What holds for a message that no profile is for. */
  readonly otherwise: 'base' | 'nothing';
  /** Whether an error in what the system under test sends fails the scenario. */
  readonly errors: 'fail' | 'tell';
}

/** What the evidence says about the system under test. */
export interface SystemUnderTest {
  readonly name: string;
  readonly version?: string;
}

/** Modules of the user's project, each the absolute path of a file or the name of an installed package. */
export interface Extensions {
  readonly simulators: readonly string[];
  readonly faults: readonly string[];
  readonly reports: readonly string[];
  /** Functions that profiles name: Java classes of Plugin assertions, `function:` in YAML. */
  readonly functions: readonly string[];
}

/** Which part the system under test plays: an engine between the actors, or one of them. */
export type SutRole = 'engine' | Role;

export type Hl7Version = '2.3' | '2.3.1' | '2.4' | '2.5' | '2.5.1';

export interface Environment {
  readonly name: string;
  readonly role: SutRole;
  /** Who operates the screens of the system under test. `person`: scenarios prompt for what it must do. */
  readonly operatedBy: 'person' | 'itself';
  /** The actors that Pipehat plays; never the role of the system under test. At least one. */
  readonly actors: Readonly<Partial<Record<Role, ActorConfig>>>;
  /** MSH-5/6 of what we send, and the MSH-3/4 expected of what the system under test makes itself. */
  readonly sutIdentity: Identity;
  /** MSH-12, MSH-18 and MSH-11 unless an actor says otherwise (version and charset). */
  readonly version: Hl7Version;
  readonly charset: string;
  readonly processingId: 'T' | 'D' | 'P';
  /** How the system under test behaves where sites differ. */
  readonly behaviour: EngineBehaviour;
  readonly timeouts: Timeouts;
  /** Real milliseconds for one nominal millisecond; 1 against a real system. */
  readonly timeScale: number;
  readonly connection: ConnectionPolicy;
  readonly control: SutControl;
  /** True where Pipehat is to start its own demo engine as the system under test. */
  readonly isDemoEngine: boolean;
  /** How messages are accounted for; by MSH-10, and every change is one, where absent. */
  readonly accounting?: Accounting;
  /** The terminal, JUnit and the summary may name patients; only the evidence does unless allowed. */
  readonly showsPatientValues?: true;
  /** The file into which the system under test writes its log. */
  readonly log?: string;
}

/** How messages that enter and leave the system under test are matched: see docs/accounting.md. */
export interface Accounting {
  /** `MSH-10`, another field that the system passes on, or `content`. */
  readonly identity: string;
  /** Fields or segments that the system is to change. */
  readonly changes: readonly string[];
  /** Real milliseconds after which a delivery is late. */
  readonly lateMs: number;
  /** What the system passes on to nobody on purpose; what does not add up makes the run red where this is stated. */
  readonly filters?: readonly string[];
}

/** MSH-3/4 or MSH-5/6; components with `^` as in the message. */
export interface Identity {
  readonly application: string;
  readonly facility: string;
}

/** One actor that Pipehat plays: where it sends to, where it listens, who it says it is. */
export interface ActorConfig {
  readonly role: Role;
  readonly identity: Identity;
  /** The inbound port of the system under test for this actor. Absent: this actor only listens. */
  readonly send?: Target;
  /** Where the system under test delivers to this actor. Absent: this actor only sends. */
  readonly listen?: ListenPoint;
  /** A second port of the same actor, to which the system under test turns when the first does not answer; 0: any free port. */
  readonly standbyPort?: number;
  /** How this actor answers orders: on the connection, or ACK first and the answer as a message of its own. */
  readonly orderAnswer: 'same-connection' | 'own-message';
  readonly version: Hl7Version;
  readonly charset: string;
  /** How this actor's messages, and those that it receives, are acknowledged. */
  readonly acknowledgment: { readonly send: AcknowledgmentPolicy; readonly listen: AcknowledgmentPolicy };
  /** The profiles of this actor's links, instead of those of the whole configuration; in the same form. */
  readonly profiles?: readonly string[];
  /** Faults that its links suffer during the whole run, besides those of scenarios. */
  readonly faults: readonly StandingFault[];
  /** The same, as written: faults of the project, which are known when its modules are loaded. */
  readonly ownFaults: readonly string[];
  /** Certificates for this actor's links; present whenever `send` or `listen` is TLS. */
  readonly tls?: TlsMaterial;
}

/** `mllp://host:port`, or `mllps://host:port` where `tls` is true. Port 0 only for the demo engine: not known yet. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** `host` is the address to bind. Port 0: any free port. */
export interface ListenPoint {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** PEM texts, already read. */
export interface TlsMaterial {
  /** Authorities that we trust; absent: those of Node. A far end that signed its own certificate is its own authority. */
  readonly ca?: string;
  /** Our own certificate: needed to listen, and to send where the far end asks for one (mutual TLS). */
  readonly cert?: string;
  readonly key?: string;
  readonly passphrase?: string;
  /** The name to verify, where it is not the host of the target. */
  readonly serverName?: string;
  /** Our listeners demand a client certificate (mutual TLS). Default false. */
  readonly requireClientCertificate: boolean;
  /** With that: names of which the client's certificate must carry one; any where absent. */
  readonly clientNames?: readonly string[];
  /** Bad certificates of an authority that the system under test trusts, for faults of TLS. */
  readonly laboratory?: TlsLaboratory;
}

/** A fault of the catalogue, and the messages that it strikes. */
export interface StandingFault {
  readonly fault: LinkFault;
  readonly selection: Selection;
}

/** How messages are acknowledged, and how long we wait for it. */
export interface AcknowledgmentPolicy {
  /** `original`: one reply, on the same connection. `enhanced`: as MSH-15 and MSH-16 ask. `none`: not at all. */
  readonly mode: 'original' | 'enhanced' | 'none';
  /** Enhanced mode: MSH-15 and MSH-16 of what we send. */
  readonly request: AcknowledgmentRequest;
  /** Enhanced mode: the connection of application acknowledgments. */
  readonly applicationOn: 'own-connection' | 'same-connection';
  /** Enhanced mode: how long our own application acknowledgments wait behind the accept acknowledgment. */
  readonly applicationDelayMs: number;
  /** Messages are numbered in MSH-13, and MSA-4 answers the number. */
  readonly sequence: boolean;
  /** Messages with more bytes leave in parts; absent: never. */
  readonly partBytes?: number;
  /** MLLP Release 2: frames are committed (0x06), and written again where they are not. Absent: Release 1. */
  readonly commit?: CommitPolicy;
  readonly timeoutMs: number;
}

/** All nominal milliseconds: `timeScale` applies. */
export interface Timeouts {
  readonly connectMs: number;
  /** How long an expectation of a scenario waits for its message. */
  readonly expectationMs: number;
  /** The same where a person has to act first. */
  readonly operatorMs: number;
  /** Silence after which a listener closes a connection; also the longest silence inside a frame. */
  readonly idleMs: number;
}

export interface ConnectionPolicy {
  readonly mode: 'kept-open' | 'per-message';
  /** Messages on their way at once on one connection; 1 unless pipelined. */
  readonly depth: number;
}

/** A line for the system's shell, or a program with its arguments (no shell). */
export type ControlCommand =
  | { readonly kind: 'shell'; readonly line: string }
  | { readonly kind: 'program'; readonly program: string; readonly args: readonly string[] };

export type ControlAction = 'start' | 'stop' | 'kill' | 'pause' | 'resume' | 'cutOff' | 'restore';

/** Commands that act on the user's system under test. `restore` undoes `cutOff`, `resume` undoes `pause`. */
export interface SutControl {
  readonly commands: Readonly<Partial<Record<ControlAction, ControlCommand>>>;
  /** What stood in environment variables: never to be shown. */
  readonly secrets?: readonly string[];
  /** The longest that a command may take. */
  readonly timeoutMs: number;
}

/** One mistake in the file: what, where, and what to do. Lines and columns are 1-based; 0 where the file has no place. */
export interface ConfigProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `environments.test.actors.ehr.send` */
  readonly path: string;
  readonly what: string;
  readonly remedy: string;
}

export type ConfigResult =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'invalid'; readonly problems: readonly ConfigProblem[] };
