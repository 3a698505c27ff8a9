import { REPORT_FORMATS, type ReportFormat } from '../../reports/index.js';
import type { Extensions } from '../config/config.js';
import type { RuleFunctions } from '../conformance/rule-function.js';
import type { Role, Simulator } from '../endpoint/simulator.js';
import { JOURNAL_FILE } from '../evidence/journal.js';
import type { FaultDefinition } from '../faults/definition.js';
import { FAULTS } from '../faults/index.js';
import { loadModule } from './extension-module.js';
import { asFault, asReport, asRuleFunctions, asSimulatorMaker, type OwnSimulator } from './extension-shapes.js';
import { cucumberFormats } from './formats.js';

/** What a project adds to Pipehat, named in its config and loaded. */
export interface LoadedExtensions {
  /** Makers of the simulators that play a role in place of Pipehat's own. */
  readonly simulators: Readonly<Partial<Record<Role, () => Simulator<unknown, unknown>>>>;
  readonly faults: readonly FaultDefinition[];
  readonly reports: readonly ReportFormat[];
  /** What stands in for the Java classes of Plugin assertions, by the name that profiles give it. */
  readonly functions: RuleFunctions;
}

export const NO_EXTENSIONS: LoadedExtensions = {
  simulators: {},
  faults: [],
  reports: [],
  functions: new Map(),
};

export interface ExtensionProblem {
  /** `extensions.simulators: <module>` */
  readonly where: string;
  readonly what: string;
  readonly remedy: string;
}

export type ExtensionsResult =
  | { readonly kind: 'extensions'; readonly extensions: LoadedExtensions }
  | { readonly kind: 'unusable'; readonly problems: readonly ExtensionProblem[] };

/** How the modules of one section of the config are read. */
interface Section<Item> {
  readonly name: keyof Extensions;
  /** The export that a module must have. */
  readonly exportName: string;
  /** Says what is wrong as a text. */
  readonly read: (exported: unknown) => Item | string;
  /** What an item claims for itself alone. */
  readonly claims: (item: Item) => readonly string[];
  readonly taken: readonly string[];
}

const SIMULATORS: Section<OwnSimulator> = {
  name: 'simulators',
  exportName: 'simulator',
  read: asSimulatorMaker,
  claims: ({ role }) => [`the role ${role}`],
  taken: [],
};

const faultClaims = ({ name }: FaultDefinition): readonly string[] => [`the name "${name}"`];

const OWN_FAULTS: Section<FaultDefinition> = {
  name: 'faults',
  exportName: 'fault',
  read: asFault,
  claims: faultClaims,
  taken: FAULTS.flatMap(faultClaims),
};

const fileClaim = (name: string): string => `the file "${name.toLowerCase()}"`;
const reportClaims = ({ name, fileName }: ReportFormat): readonly string[] => [
  `the name "${name}"`,
  fileClaim(fileName),
];

const REPORTS: Section<ReportFormat> = {
  name: 'reports',
  exportName: 'report',
  read: asReport,
  claims: reportClaims,
  taken: [
    ...REPORT_FORMATS.flatMap(reportClaims),
    ...[JOURNAL_FILE, ...cucumberFormats('').map(({ file }) => file)].map(fileClaim),
  ],
};

const FUNCTIONS: Section<RuleFunctions> = {
  name: 'functions',
  exportName: 'rules',
  read: asRuleFunctions,
  claims: (rules) => [...rules.keys()].map((name) => `the function "${name}"`),
  taken: [],
};

/** Loads everything that the config names; package names count from `folder`. All mistakes are told at once. */
export async function loadExtensions(given: Extensions, folder: string): Promise<ExtensionsResult> {
  const problems: ExtensionProblem[] = [];
  const makers = await readSection(SIMULATORS, given, folder, problems);
  const faults = await readSection(OWN_FAULTS, given, folder, problems);
  const reports = await readSection(REPORTS, given, folder, problems);
  const rules = await readSection(FUNCTIONS, given, folder, problems);
  if (problems.length > 0) return { kind: 'unusable', problems };
  const simulators = Object.fromEntries(makers.map(({ role, make }) => [role, make]));
  const functions = new Map(rules.flatMap((one) => [...one]));
  return { kind: 'extensions', extensions: { simulators, faults, reports, functions } };
}

async function readSection<Item>(
  section: Section<Item>,
  given: Extensions,
  folder: string,
  problems: ExtensionProblem[],
): Promise<readonly Item[]> {
  const taken = new Set(section.taken);
  const items: Item[] = [];
  for (const module of given[section.name]) {
    const item = await readItem(section, module, folder);
    const clash = 'problem' in item ? undefined : section.claims(item.item).find((claim) => taken.has(claim));
    const where = `extensions.${section.name}: ${module}`;
    if ('problem' in item) problems.push({ where, ...item.problem });
    else if (clash !== undefined) {
      problems.push({
        where,
        what: `${clash} is taken already`,
        remedy: 'choose another, or leave one of the two away',
      });
    } else {
      for (const claim of section.claims(item.item)) taken.add(claim);
      items.push(item.item);
    }
  }
  return items;
}

type ReadItem<Item> = { readonly item: Item } | { readonly problem: Omit<ExtensionProblem, 'where'> };

async function readItem<Item>(section: Section<Item>, module: string, folder: string): Promise<ReadItem<Item>> {
  const { exportName, read } = section;
  const loaded = await loadModule(module, folder);
  if (loaded.kind === 'failed') return { problem: loaded };
  const exported = loaded.exports[exportName];
  if (exported === undefined) {
    const names = Object.keys(loaded.exports).join(', ') || 'nothing';
    return { problem: { what: `it exports no "${exportName}" (it exports ${names})`, remedy: remedyFor(exportName) } };
  }
  const item = read(exported);
  return typeof item === 'string' ? { problem: { what: item, remedy: remedyFor(exportName) } } : { item };
}

function remedyFor(exportName: string): string {
  return `docs/extending.md of the package "pipehat" shows a working "${exportName}"`;
}
