import type { Attached, Attachment } from '../../model/rule.js';
import { type XmlNode, xml } from '../xml.js';

const SECTIONS = [
  ['datatype', 'Datatype'],
  ['segment', 'Segment'],
  ['group', 'Group'],
  ['message', 'Message'],
] as const;

/** Rules as the files have them: by kind of definition, then one element for each definition with all its rules. */
export function ruleSections<Rule>(
  rules: readonly Attached<Rule>[],
  write: (rule: Rule, on: Attachment) => readonly XmlNode[],
): readonly XmlNode[] {
  return SECTIONS.flatMap(([kind, name]) => {
    const contexts = new Map<string, { readonly on: Attachment; readonly children: XmlNode[] }>();
    for (const { on, rule } of rules) {
      if (on.kind !== kind) continue;
      const key = `${on.by} ${on.value}`;
      const context = contexts.get(key) ?? { on, children: [] };
      contexts.set(key, context);
      context.children.push(...write(rule, on));
    }
    const children = [...contexts.values()].filter((one) => one.children.length > 0).map(contextElement);
    return children.length === 0 ? [] : [xml(name, {}, children)];
  });
}

function contextElement({ on, children }: { readonly on: Attachment; readonly children: readonly XmlNode[] }): XmlNode {
  return on.by === 'id' ? xml('ByID', { ID: on.value }, children) : xml('ByName', { Name: on.value }, children);
}
