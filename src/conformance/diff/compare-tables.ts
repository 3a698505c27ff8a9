import type { CoConstraintContext, CoConstraintTable } from '../model/co-constraint.js';
import type { Profile } from '../model/profile.js';
import type { Slicing, SlicingContext } from '../model/slicing.js';
import { wordsOf } from '../wording/assertion-words.js';
import { demandWords, howMany, selectorWords } from '../wording/co-constraint-words.js';
import { pathNames, shortName } from '../wording/path-names.js';
import type { Differences } from './difference.js';

/** One thing that a table says: where, about what, and its words. */
interface Line {
  readonly place: string;
  readonly what: string;
  readonly text: string;
}

/** Rows and groups of co-constraint tables, by what they select; slices, by the flavour that they put in place. */
export function compareTables(before: Profile, after: Profile, differences: Differences): void {
  compareLines(before.coConstraints.flatMap(linesOfContext), after.coConstraints.flatMap(linesOfContext), differences);
  const slices = (profile: Profile) => profile.slicings.flatMap((one) => linesOfSlicings(profile, one));
  compareLines(slices(before), slices(after), differences);
}

/** Lines of the same place and topic belong together, in their order. */
function compareLines(before: readonly Line[], after: readonly Line[], differences: Differences): void {
  const [old, young] = [byTopic(before), byTopic(after)];
  for (const [topic, { place, what }] of new Map([...old, ...young])) {
    differences.add(place, what, old.get(topic)?.text, young.get(topic)?.text, topic);
  }
  compareOrder([...old].filter(isIn(young)), [...young].filter(isIn(old)), differences);
}

type Entry = readonly [topic: string, line: Line];

function isIn(others: ReadonlyMap<string, Line>): (entry: Entry) => boolean {
  return ([topic]) => others.has(topic);
}

/** The first row or slice that fits takes an element away from the others: told at the first place where the order differs. */
function compareOrder(old: readonly Entry[], young: readonly Entry[], differences: Differences): void {
  const at = old.findIndex(([topic], index) => topic !== young[index]?.[0]);
  const [first, second] = [old[at]?.[1], young[at]?.[1]];
  if (first === undefined || second === undefined) return;
  differences.add(first.place, 'order', `${first.what} first`, `${second.what} first`, first.place);
}

function byTopic(lines: readonly Line[]): ReadonlyMap<string, Line> {
  const known = new Map<string, Line>();
  for (const line of lines) {
    let topic = JSON.stringify([line.place, line.what]);
    while (known.has(topic)) topic += ' again';
    known.set(topic, line);
  }
  return known;
}

function linesOfContext({ contextName, segmentName, tables }: CoConstraintContext): readonly Line[] {
  const place = [shortName(contextName), segmentName].filter((part) => part !== '').join('.');
  return tables.flatMap((table) => linesOfTable(table, place));
}

function linesOfTable({ condition, groupIds, rows, groups }: CoConstraintTable, place: string): readonly Line[] {
  const only = condition === undefined ? '' : ` if ${condition.description || wordsOf(condition.assertion, String)}`;
  const ids = groupIds.map(({ name, path }) => name || path).join(', ');
  return [
    ...(ids === '' ? [] : [{ place, what: `co-constraints${only}: grouped by`, text: ids }]),
    ...rows.map((row) => ({ place, what: `co-constraint${only} ${selectorWords(row)}`, text: demandWords(row) })),
    ...groups.flatMap(({ name, usage, cardinality, primary, others }): readonly Line[] => {
      const group = `co-constraint group ${name}${only}`;
      const first = `primary ${selectorWords(primary)}: ${demandWords(primary)}`;
      return [
        { place, what: group, text: `${howMany(usage, cardinality)}, ${first}` },
        ...others.map((row) => ({ place, what: `${group} ${selectorWords(row)}`, text: demandWords(row) })),
      ];
    }),
  ];
}

function linesOfSlicings(profile: Profile, context: SlicingContext): readonly Line[] {
  return context.slicings.flatMap((slicing) => {
    const place = placeOf(profile, context, slicing);
    if (slicing.kind === 'occurrence') {
      return slicing.slices.map(({ ref, occurrence }) => ({
        place,
        what: `slice ${ref}`,
        text: `occurrence ${occurrence}`,
      }));
    }
    return slicing.slices.map(({ ref, assertion }) => {
      const label = context.kind === 'fields' ? place : (profile.segments.get(ref)?.name ?? ref);
      const names = pathNames(profile, { kind: context.kind === 'fields' ? 'part' : 'segment', label });
      return { place, what: `slice ${ref}`, text: `where ${wordsOf(assertion, names)}` };
    });
  });
}

/** `PID-5`; of a group the position of its child, since a group may hold a segment twice. */
function placeOf({ segments }: Profile, { kind, context }: SlicingContext, { position }: Slicing): string {
  if (kind === 'fields') return `${segments.get(context)?.name ?? context}-${position}`;
  return `${shortName(context)}, child ${position}`;
}
