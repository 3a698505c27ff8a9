import type { Attachment } from '../../model/rule.js';
import { attribute, optional } from '../xml/attributes.js';
import { onlySection, warnOfUnread } from '../xml/children.js';
import { doubt, type Reading } from '../xml/reading.js';
import type { XmlElement } from '../xml/xml-element.js';

/** The definitions that a `<ByID>` or `<ByName>` names, and that element with its rules. */
export interface RuleContext {
  readonly on: Attachment;
  readonly element: XmlElement;
}

const KINDS = { Datatype: 'datatype', Segment: 'segment', Group: 'group', Message: 'message' } as const;
type KindName = keyof typeof KINDS;

/**
 * The contexts of a section of rules: `Datatype | Segment | Group | Message` > `ByID | ByName`. As for the reference, the
 * first of several sections of a kind counts, and the last of several contexts of one id in a file; both are named.
 */
export function ruleContexts(
  reading: Reading,
  section: XmlElement | undefined,
  allowed: { readonly kinds: readonly KindName[]; readonly by: readonly ('ByID' | 'ByName')[] },
): readonly RuleContext[] {
  if (section === undefined) return [];
  for (const child of section.children) {
    if (allowed.kinds.some((kind) => kind === child.name)) continue;
    warnOfUnread(reading, child, section, `<${section.name}> has ${allowed.kinds.join(', ')}.`);
  }
  return allowed.kinds.flatMap((name) =>
    contextsOfKind(reading, onlySection(reading, section, name), name, allowed.by),
  );
}

function contextsOfKind(
  reading: Reading,
  section: XmlElement | undefined,
  kind: KindName,
  allowed: readonly string[],
): readonly RuleContext[] {
  const contexts = new Map<string, RuleContext>();
  for (const element of section?.children ?? []) {
    if (section !== undefined && !allowed.includes(element.name)) {
      warnOfUnread(reading, element, section, `<${section.name}> has ${allowed.join(' and ')} here.`);
      continue;
    }
    const isById = element.name === 'ByID';
    const value = attribute(element, isById ? 'ID' : 'Name');
    if (value === '') {
      const message = `<${element.name}> names no definition, so its rules have no effect`;
      doubt(reading, element, 'rules-for-nothing', message, `Give it the attribute ${isById ? 'ID' : 'Name'}.`);
    }
    const key = `${element.name} ${value}`;
    warnOfReplaced(reading, contexts.get(key)?.element, element);
    contexts.set(key, { on: { kind: KINDS[kind], by: isById ? 'id' : 'name', value }, element });
  }
  return [...contexts.values()];
}

function warnOfReplaced(reading: Reading, replaced: XmlElement | undefined, by: XmlElement): void {
  if (replaced === undefined) return;
  const name = optional(by, 'ID') ?? optional(by, 'Name');
  const message = `the rules for ${name} here have no effect: those in line ${by.line} replace them`;
  doubt(reading, replaced, 'replaced-rules', message, `Put all of them into one <${by.name}>.`);
}
