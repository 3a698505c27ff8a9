import type { Finding } from '../../evidence/finding.js';
import type { Mode } from '../mode.js';
import type { ValidationPlan } from '../plan/plan.js';
import { withoutExcused } from './excused.js';
import type { FindingCode } from './finding-codes.js';

/** What among the findings about a message makes others follow from it. */
interface Causes {
  /** MSH-9 names another message than the profile is for. */
  readonly isOtherMessage: boolean;
  /** Names that lines begin with which are no segments, in capitals. */
  readonly invalid: ReadonlySet<string>;
  /** Segments that a parser left over which never looks back, and the line of the first. */
  readonly leftOver: ReadonlySet<string>;
  readonly firstLeftOver: number;
  /** Lines with a field whose type nothing tells. */
  readonly unresolved: ReadonlySet<number>;
  /** Places of values in which an unescaped delimiter stands. */
  readonly unescaped: ReadonlySet<string>;
}

/** Findings that follow from another one of the same message name its code, so that a reader can begin with what to mend first. */
export function withCauses(found: readonly Finding[], plan: ValidationPlan, mode: Mode): readonly Finding[] {
  const findings = withoutExcused(found, plan);
  if (!findings.some(({ code }) => CAUSING.has(code))) return findings;
  const causes = causesAmong(findings, plan, mode);
  return findings.map((finding) => {
    const cause = finding.causedBy ?? causeOf(finding, causes, plan);
    return cause === undefined ? finding : { ...finding, causedBy: cause };
  });
}

const CAUSING: ReadonlySet<string> = new Set<FindingCode>([
  'message-code-mismatch',
  'line-invalid',
  'segment-unexpected',
  'field-type-unresolved',
  'separator-unescaped',
]);

function causesAmong(findings: readonly Finding[], plan: ValidationPlan, mode: Mode): Causes {
  const of = (code: FindingCode) => findings.filter((finding) => finding.code === code);
  const unexpected = mode.quirks.greedyStructure ? of('segment-unexpected') : [];
  const leftOver = unexpected.filter(({ path }) => plan.segmentNames.has(nameIn(path)));
  return {
    isOtherMessage: of('message-code-mismatch').length > 0,
    invalid: new Set(of('line-invalid').map(({ actual = '' }) => actual.trimStart().slice(0, 3).toUpperCase())),
    leftOver: new Set(leftOver.map(({ path }) => nameIn(path))),
    firstLeftOver: Math.min(...leftOver.map(({ line = 0 }) => line).slice(0, 1)),
    unresolved: new Set(of('field-type-unresolved').map(({ line = 0 }) => line)),
    unescaped: new Set(of('separator-unescaped').map(({ path = '' }) => path)),
  };
}

function nameIn(path = ''): string {
  return path.slice(0, 3);
}

function causeOf(finding: Finding, causes: Causes, plan: ValidationPlan): FindingCode | undefined {
  if (ABOUT_SEGMENTS.has(finding.code)) return causeOfSegment(finding, causes, plan);
  if (UNDECIDED.has(finding.code) && causes.unresolved.has(finding.line ?? 0)) return 'field-type-unresolved';
  if (finding.code === 'length-too-long' && causes.unescaped.has(finding.path ?? '')) return 'separator-unescaped';
  return undefined;
}

const ABOUT_SEGMENTS: ReadonlySet<string> = new Set<FindingCode>([
  'segment-unexpected',
  'segment-misplaced',
  'segment-missing',
  'group-missing',
  'choice-missing',
]);

/** Rules that look at a field can say nothing while it has no type. */
const UNDECIDED: ReadonlySet<string> = new Set<FindingCode>(['statement-undecided', 'condition-undecided']);

function causeOfSegment(finding: Finding, causes: Causes, plan: ValidationPlan): FindingCode | undefined {
  if (causes.isOtherMessage) return 'message-code-mismatch';
  const { code, path, line = 0, expected = '' } = finding;
  if (code === 'segment-misplaced') return undefined;
  if (code === 'segment-unexpected') {
    return causes.leftOver.has(nameIn(path)) && line > causes.firstLeftOver ? 'segment-unexpected' : undefined;
  }
  const names = namesUnder(plan, expected);
  if (names.some((name) => causes.leftOver.has(name))) return 'segment-unexpected';
  return names.some((name) => causes.invalid.has(name)) ? 'line-invalid' : undefined;
}

/** Of a segment its name, of a group or choice the names of all segments in it. */
function namesUnder(plan: ValidationPlan, name: string): readonly string[] {
  const group = plan.definitions.find((definition) => definition.kind === 'group' && definition.name === name);
  if (group === undefined) return [name];
  return group.children.flatMap((child) => namesUnder(plan, plan.definitions[child.definition]?.name ?? ''));
}
