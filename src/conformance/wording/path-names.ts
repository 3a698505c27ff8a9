import type { Profile } from '../model/profile.js';
import { type ProfileStep, readProfilePath } from '../model/profile-path.js';
import type { StructureNode } from '../model/structure.js';
import type { NameOfPath } from './assertion-words.js';

/** From where paths start: the children of a message or group, or an element that has a label of its own, `PID` or `PID-3`. */
export type PathStart =
  | { readonly kind: 'nodes'; readonly nodes: readonly StructureNode[]; readonly label: string }
  | { readonly kind: 'segment' | 'part'; readonly label: string };

/** Says positions as people name them: `3[*].1[1]` in PID is PID-3.1. What cannot be said so stays as it is. */
export function pathNames(profile: Profile, start: PathStart): NameOfPath {
  return (path) => {
    const steps = readProfilePath(path);
    if (steps === undefined) return path;
    return start.kind === 'nodes' ? belowNodes(profile, start, steps) : below(start.label, start.kind, steps);
  };
}

function below(label: string, kind: 'segment' | 'part', steps: readonly ProfileStep[]): string {
  if (steps.length === 0) return label;
  const [first, ...rest] = steps;
  if (kind === 'part' || first === undefined) return `${label}${steps.map(({ position }) => `.${position}`).join('')}`;
  const components = rest.map(({ position }) => `.${position}`).join('');
  return `${label}-${first.position}${occurrence(first)}${components}`;
}

/** The first one is what most people mean by a path without a number. */
function occurrence({ instance }: ProfileStep): string {
  return typeof instance === 'number' && instance > 1 ? `[${instance}]` : '';
}

function belowNodes(
  profile: Profile,
  { nodes, label }: Extract<PathStart, { readonly kind: 'nodes' }>,
  steps: readonly ProfileStep[],
): string {
  const names: string[] = [];
  let children = nodes;
  for (const [index, step] of steps.entries()) {
    const node = children.flatMap(alternatives).find(({ position }) => position === step.position);
    if (node === undefined) return `${[...names, '?'].join('.')}`;
    if (node.kind === 'segment') {
      const name = profile.segments.get(node.ref)?.name ?? node.ref;
      return below([...names, `${name}${occurrence(step)}`].join('.'), 'segment', steps.slice(index + 1));
    }
    names.push(`${shortName(node.name)}${occurrence(step)}`);
    children = node.kind === 'group' ? node.children : [];
  }
  return names.length === 0 ? label : names.join('.');
}

function alternatives(node: StructureNode): readonly StructureNode[] {
  return node.kind === 'choice' ? node.alternatives : [node];
}

/** IGAMT calls a group `VXU_V04.ORDER.OBSERVATION`; people say `OBSERVATION`. */
export function shortName(group: string): string {
  return group.slice(group.lastIndexOf('.') + 1);
}
