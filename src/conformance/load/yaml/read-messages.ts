import { z } from 'zod';
import { section, text } from '../../../base/written.js';
import type { MessageDefinition, StructureNode } from '../../model/structure.js';
import { draftMessage } from './draft/draft-node.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { ensureSegment } from './draft/standard-parts.js';
import { readStructure } from './read-structure.js';
import type { Path, YamlSource } from './yaml-source.js';

const MESSAGE = section({
  id: text.exactOptional(),
  /** As in MSH-9, `ADT^A01^ADT_A01`. */
  event: text,
  name: text.exactOptional(),
  identifier: text.exactOptional(),
  description: z.string().default(''),
  structure: z.unknown(),
});

/** What stands under `messages:`: each replaces the message of its id, or comes to the others. */
export function readMessages(draft: ProfileDraft, source: YamlSource, value: unknown): void {
  const path: Path = ['messages'];
  const list = source.read(z.array(z.unknown()), value, path) ?? [];
  list.forEach((one, index) => {
    const message = readMessage(source, one, [...path, index]);
    if (message === undefined) return;
    for (const id of segmentsIn(message.children)) {
      if (ensureSegment(draft, id)) continue;
      const remedy = `define it under segments:, or name one of HL7 ${draft.heading.hl7Version}`;
      source.error([...path, index, 'structure'], 'dangling-segment', `there is no segment ${id}`, remedy);
    }
    const made = draftMessage(message);
    const at = draft.messages.findIndex(({ definition }) => definition.id === message.id);
    if (at < 0) draft.messages.push(made);
    else draft.messages[at] = made;
    draft.structureChanged();
  });
}

function readMessage(source: YamlSource, value: unknown, path: Path): MessageDefinition | undefined {
  const read = source.read(MESSAGE, value, path);
  if (read === undefined) return undefined;
  const { structure: written, event: code, id: own, ...rest } = read;
  const [type = '', event = '', structure = ''] = code.split('^');
  const id = own ?? (event === '' ? type : `${type}_${event}`);
  return {
    id,
    type,
    event,
    structure,
    ...rest,
    children: readStructure(source, written, [...path, 'structure'], id),
    place: source.place(path),
  };
}

function segmentsIn(nodes: readonly StructureNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'segment') return [node.ref];
    return segmentsIn(node.kind === 'group' ? node.children : node.alternatives);
  });
}
