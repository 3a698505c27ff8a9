import { closest } from '../../../base/closest.js';
import { standard } from '../../../standard/load.js';
import { isStandardVersion, STANDARD_VERSIONS } from '../../../standard/versions.js';
import type { Profile } from '../../model/profile.js';
import { NO_RULES } from '../../model/rule.js';
import { type BaseMessage, baseProfileOf } from '../base/base-profile.js';
import type { LoadedProfile } from '../loaded-profile.js';
import type { Header, WrittenMessage } from './header-shape.js';
import type { Path, YamlSource } from './yaml-source.js';

/** Loads the profile that `reference` (an id, or a path as the file at `from` writes it) means. */
export type LoadOther = (reference: string, from: string) => LoadedProfile;

const AT_EXTENDS: Path = ['profile', 'extends'];

/** What the profile begins as; undefined where that cannot be had, which is told. */
export function startFrom(source: YamlSource, header: Header, loadOther: LoadOther): Profile | undefined {
  if (header.extends === 'base') return fromBase(source, header);
  if (header.extends === 'nothing') return isKnownVersion(source, header) ? nothing(header) : undefined;
  return fromOther(source, header, loadOther);
}

function isKnownVersion(source: YamlSource, { hl7 }: Header): boolean {
  if (hl7 !== undefined) return true;
  source.error(['profile'], 'no-version', '"hl7" is missing', 'add the HL7 version, as hl7: 2.5.1');
  return false;
}

function nothing(header: Header): Profile {
  return {
    id: header.id,
    name: header.name,
    source: '',
    form: 'yaml',
    type: header.type,
    hl7Version: header.hl7 ?? '',
    identifiers: [],
    messages: [],
    segments: new Map(),
    datatypes: new Map(),
    valueSets: { sets: new Map(), excluded: new Set() },
    rules: NO_RULES,
    coConstraints: [],
    slicings: [],
  };
}

function fromBase(source: YamlSource, header: Header): Profile | undefined {
  if (!isKnownVersion(source, header)) return undefined;
  const version = header.hl7 ?? '';
  if (!isStandardVersion(version)) {
    const remedy = `use one of ${STANDARD_VERSIONS.join(', ')}`;
    source.error(['profile', 'hl7'], 'unknown-version', `there is no base standard of HL7 ${version}`, remedy);
    return undefined;
  }
  const wanted = messagesOf(header);
  if (wanted.length === 0) {
    source.error(['profile'], 'no-message', 'no message is named', 'add message: as in MSH-9, ADT^A01^ADT_A01');
    return undefined;
  }
  const found = wanted.map(({ message, path }) => structureOf(source, version, message, path));
  const known = found.filter((one) => one !== undefined);
  return known.length === found.length ? baseProfileOf(version, known) : undefined;
}

function messagesOf({
  message,
  messages = [],
}: Header): readonly { readonly message: WrittenMessage; readonly path: Path }[] {
  return [
    ...(message === undefined ? [] : [{ message, path: ['profile', 'message'] }]),
    ...messages.map((one, index) => ({ message: one, path: ['profile', 'messages', index] })),
  ];
}

function structureOf(
  source: YamlSource,
  version: string,
  { type, event, structure }: WrittenMessage,
  path: Path,
): BaseMessage | undefined {
  const known = standard(version);
  const id = structure || known.structureFor(type, event);
  if (id !== undefined && known.structure(id) !== undefined) return { structure: id, type, event };
  const meant = closest(id ?? `${type}_${event}`, known.structureIds());
  const hint = meant === undefined ? '' : `did you mean ${meant}? `;
  const remedy = `${hint}name a structure of HL7 ${version}, or say extends: nothing and give the structure under messages:`;
  source.error(path, 'unknown-structure', `HL7 ${version} has no structure ${id ?? `for ${type}^${event}`}`, remedy);
  return undefined;
}

function fromOther(source: YamlSource, header: Header, loadOther: LoadOther): Profile | undefined {
  const other = loadOther(header.extends, source.file);
  if (other.kind === 'defective') {
    const what = `the profile ${header.extends} cannot be extended: it has ${other.defects.length} defects`;
    source.error(AT_EXTENDS, 'defective-base', what, 'mend that profile first; its defects are listed too');
    source.include(other.defects);
    return undefined;
  }
  const { profile } = other;
  if (header.hl7 !== undefined && header.hl7 !== profile.hl7Version) {
    const what = `hl7: ${header.hl7} differs from the version of ${header.extends}, ${profile.hl7Version}`;
    source.error(['profile', 'hl7'], 'version-differs', what, 'leave hl7: out: it comes from what is extended');
  }
  return {
    ...profile,
    messages: chosenMessages(source, header, profile),
    adapts: [profile.id, ...(profile.adapts ?? [])],
  };
}

/** The messages that the header names out of those of the other profile; all of them where it names none. */
function chosenMessages(source: YamlSource, header: Header, profile: Profile): Profile['messages'] {
  const wanted = messagesOf(header);
  if (wanted.length === 0) return profile.messages;
  return wanted.flatMap(({ message, path }) => {
    const found = profile.messages.filter(
      ({ type, event, structure }) =>
        type === message.type &&
        event === message.event &&
        (message.structure === '' || structure === message.structure),
    );
    if (found.length === 0) {
      const has = profile.messages.map(({ type, event }) => `${type}^${event}`).join(', ');
      source.error(path, 'unknown-structure', `${header.extends} has no such message`, `it has ${has}`);
    }
    return found;
  });
}
