import type { Profile } from '../model/profile.js';
import { viewMessages } from '../view/profile-view.js';
import type { ViewNode } from '../view/view-node.js';
import { isShownInside, nodesAt, type TreeOptions } from './shown-nodes.js';

/** What the tree shows, for programs; undefined where the profile has nothing at the path. */
export function profileJson(profile: Profile, options: TreeOptions): string | undefined {
  const { path, depth } = options;
  const messages = viewMessages(profile).map(({ children, ...message }) => ({
    ...message,
    children:
      path === undefined
        ? children.map((node) => plain(node, depth))
        : nodesAt(children, path).map((node) => plain(node, 'components')),
  }));
  if (path !== undefined && messages.every(({ children }) => children.length === 0)) return undefined;
  const { id, name, version, hl7Version, identifiers } = profile;
  return JSON.stringify({ id, name, version, hl7Version, identifiers, messages }, undefined, 2);
}

interface PlainNode extends Omit<ViewNode, 'children'> {
  readonly children: readonly PlainNode[];
}

function plain(node: ViewNode, depth: TreeOptions['depth']): PlainNode {
  const { children, ...rest } = node;
  return { ...rest, children: isShownInside(node, depth) ? children().map((child) => plain(child, depth)) : [] };
}
