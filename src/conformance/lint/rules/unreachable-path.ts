import { pathsOf } from '../../model/assertion-paths.js';
import type { DefinitionWalk, Place, Walk } from '../../model/definition-walk.js';
import type { Profile } from '../../model/profile.js';
import { readProfilePath } from '../../model/profile-path.js';
import type { Attachment } from '../../model/rule.js';
import type { SourcePlace } from '../../model/source-place.js';
import { assertionsOf } from '../assertions.js';
import type { LintFinding, LintRule } from '../lint-rule.js';

/** Paths that lead nowhere: no such position, or below a simple value. */
export const unreachablePath: LintRule = {
  code: 'unreachable-path',
  meaning: 'A path leads to nothing that the profile has.',
  *check({ profile, walk }) {
    for (const { path, on, rule, place } of pathsIn(profile)) {
      const reason = unreachable(walk, path, on);
      if (reason !== undefined) yield told(path, rule, place, reason);
    }
    yield* coConstraintPaths(profile, walk);
  },
};

interface UsedPath {
  readonly path: string;
  readonly on: Attachment | undefined;
  readonly rule: string;
  readonly place: SourcePlace | undefined;
}

function* pathsIn(profile: Profile): Iterable<UsedPath> {
  for (const { assertion, on, rule, place } of assertionsOf(profile)) {
    for (const { path, scope } of pathsOf(assertion)) {
      // Paths inside a `within` start at each element of the path before.
      const whole = [...scope, path].filter((one) => one !== '.').join('.');
      yield { path: whole === '' ? '.' : whole, on, rule, place };
    }
  }
  for (const { on, rule } of profile.rules.predicates) {
    yield { path: rule.target, on, rule: `a condition on ${on.value}`, place: rule.place };
  }
  for (const { on, rule } of [...profile.rules.bindings, ...profile.rules.singleCodes]) {
    yield { path: rule.target, on, rule: `a value set binding on ${on.value}`, place: rule.place };
  }
}

/** Why a path leads nowhere from every definition to which its rule is attached; undefined where it leads somewhere. */
function unreachable(walk: DefinitionWalk, path: string, on: Attachment | undefined): string | undefined {
  const steps = readProfilePath(path);
  if (steps === undefined) return 'it is no path';
  const starts = on === undefined ? [] : walk.starts(on);
  const walks = starts.map((start) => walk.walk(start, steps));
  return walks.length > 0 && walks.every(({ kind }) => isNowhere(kind)) ? reasonOf(walks[0]) : undefined;
}

function isNowhere(kind: Walk['kind']): boolean {
  return kind === 'missing' || kind === 'below-simple';
}

function reasonOf(found: Walk | undefined): string {
  if (found === undefined || found.kind === 'reached' || found.kind === 'open') return '';
  const { step, at } = found;
  return found.kind === 'missing'
    ? `${nameOf(at)} has no position ${step.position}`
    : `${nameOf(at)} is a simple value and has no components`;
}

function nameOf(place: Place): string {
  switch (place.kind) {
    case 'message':
      return place.message.id;
    case 'group':
      return place.group.name;
    case 'segment':
      return place.segment.id;
    case 'part':
      return place.element.name;
    default:
      return place.datatype.id;
  }
}

/** Cells are looked up from the segment to which the tables belong. */
function* coConstraintPaths({ coConstraints }: Profile, walk: DefinitionWalk): Iterable<LintFinding> {
  for (const { message, contextPath, segmentPath, segmentName, tables, place } of coConstraints) {
    const on: Attachment = { kind: 'message', by: 'id', value: message };
    const toSegment = [contextPath, segmentPath].filter((path) => path !== '.').join('.');
    const rule = `the co-constraints on ${segmentName}`;
    const reason = unreachable(walk, toSegment === '' ? '.' : toSegment, on);
    if (reason !== undefined) {
      yield told(toSegment, rule, place, reason);
      continue;
    }
    const rows = tables.flatMap((table) => [
      ...table.rows,
      ...table.groups.flatMap(({ primary, others }) => [primary, ...others]),
    ]);
    for (const row of rows) {
      for (const { path } of [...row.selectors, ...row.constraints]) {
        const why = unreachable(walk, `${toSegment}.${path}`, on);
        if (why !== undefined) yield told(path, rule, row.place ?? place, why);
      }
    }
  }
}

function told(path: string, rule: string, place: SourcePlace | undefined, reason: string): LintFinding {
  const remedy = 'write a path to something that is there: positions are counted as the profile lists them, from 1';
  return { place, message: `the path ${path} of ${rule} leads nowhere: ${reason}`, remedy };
}
