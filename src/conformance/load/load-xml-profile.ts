import { loadChapter2b } from './chapter-2b/load-chapter-2b.js';
import { DefectList } from './defect-list.js';
import { isBundlePart } from './igamt/bundle.js';
import { loadIgamt } from './igamt/load-igamt.js';
import type { LoadedProfile } from './loaded-profile.js';
import type { SourceFile } from './profile-source.js';
import { parseXml } from './xml/parse-xml.js';
import type { XmlDocument } from './xml/xml-element.js';

/** Root elements that are a profile. */
const IGAMT = 'ConformanceProfile';
const CHAPTER_2B = 'HL7v2xConformanceProfile';

/** Root elements of the value sets that may stand beside a chapter 2.B profile; the first is the Messaging Workbench's. */
const TABLES = ['Specification', 'ValueSetLibrary'];

/**
 * A profile from the XML files of a folder, or from one file. What a file is, its root element tells. `name` is the folder or
 * file, for people. Does not throw, whatever is in the files.
 */
export function loadXmlProfile(
  name: string,
  files: readonly SourceFile[],
  defects: DefectList = new DefectList(),
): LoadedProfile {
  const documents = files.flatMap(({ file, bytes }) => parse(file, bytes, defects));
  const [profile, ...others] = documents.filter(({ root }) => root.name === IGAMT || root.name === CHAPTER_2B);
  const rest = documents.filter((document) => document !== profile && !others.includes(document));
  if (profile === undefined) return refuseAll(name, documents, defects);
  for (const other of others) {
    const message = `this is a second profile: ${profile.file} is one too`;
    defects.error('several-profiles', { file: other.file }, message, 'Keep one profile to a folder, or name the file.');
  }
  if (profile.root.name === IGAMT) {
    const parts = rest.filter(({ root }) => isBundlePart(root.name));
    warnOfUnused(rest, parts, defects);
    return loadIgamt(profile, parts, name, defects);
  }
  const tables = rest.filter(({ root }) => TABLES.includes(root.name));
  warnOfUnused(rest, tables, defects);
  return loadChapter2b(profile, tables, defects);
}

function parse(file: string, bytes: Uint8Array, defects: DefectList): readonly XmlDocument[] {
  const parsed = parseXml(file, bytes);
  if (parsed.kind === 'document') return [parsed.document];
  const { code, place, message, remedy } = parsed.defect;
  defects.error(code, place, message, remedy);
  return [];
}

function refuseAll(name: string, documents: readonly XmlDocument[], defects: DefectList): LoadedProfile {
  const found = documents.map(({ root }) => `<${root.name}>`).join(', ') || 'nothing that can be read';
  const message = `no file has a profile's root element, <${IGAMT}> or <${CHAPTER_2B}>; found: ${found}`;
  defects.error('no-profile', { file: name }, message, 'Put the Profile.xml of the export beside its other files.');
  return defects.refused();
}

function warnOfUnused(rest: readonly XmlDocument[], used: readonly XmlDocument[], defects: DefectList): void {
  for (const { file, root } of rest) {
    if (used.some((document) => document.root === root)) continue;
    const place = { file, line: root.line, column: root.column };
    const message = `a file with the root element <${root.name}> has no part in this profile`;
    defects.warning('unused-file', place, message, 'Take it out of the folder, if it was not meant to be read.');
  }
}
