// Structures that another library holds otherwise than we do, by cause. A cause does not name structures and wave them through: it says what the
// other tree becomes where the cause is taken away, and that has to be ours.
import { isAnySegment, theirText } from './structure-text.mjs';

const CAUSES = [
  {
    why:
      'chapters 16 and 17 write their groups in angle brackets, which elsewhere stand for a choice; HL7’s database and the schemas made of it ' +
      'have choices there, by which an invoice would be an IVC or a PYE or a PSS',
    explains: ({ our, nodes }) => theirText(nodes.map(asSequence)) === our,
  },
  {
    why: 'a place for any segment ("Hxx", "..."): our trees have no such place; what a site puts there is told by its profile',
    explains: ({ our, nodes }) => theirText(withoutAny(nodes)) === our,
  },
  {
    why:
      '"OBR, etc." behind an ORC of patient care is any order detail segment (§12.3, §4.2.2.4): they have any segment at all, we name those that ' +
      'chapter 4 has',
    explains: ({ our, nodes }) => theirText(nodes) === our.replace(ORDER_DETAIL, '<ANY|OBR>'),
  },
  {
    why: '"OBR, etc." again: hl7apy has lost the "etc." in five structures of 2.5.1, and keeps it in the other two',
    explains: ({ our, nodes, version }) =>
      version === '2.5.1' && theirText(nodes) === our.replace(ORDER_DETAIL, '<OBR>'),
  },
  {
    why: 'the response repeats in both in 2.5; in 2.4, 2.5.1, 2.6 and 2.7 it does not in hl7apy nor with us, and Q21 asks for one person',
    explains: ({ our, nodes, version, id }) =>
      version === '2.5' &&
      id === 'RSP_K21' &&
      theirText(nodes) === our.replace('[(PID [PD1] [{NK1}] QRI)]', '[{(PID [PD1] [{NK1}] QRI)}]'),
  },
];

const ORDER_DETAIL = /<OBR\|ODS\|ODT\|RQ1\|RQD\|(?:RXE\|)?RXO>/;

/** Why a library holds `nodes` where we hold the tree with the text `our`; undefined where that is news. */
export function causeOf(difference) {
  return CAUSES.find(({ explains }) => explains(difference))?.why;
}

/** A tree whose choices are read as what stands one behind the other. */
function asSequence({ choice, isChoice, nodes, ...rest }) {
  return nodes === undefined ? rest : { ...rest, nodes: nodes.map(asSequence) };
}

/** Without the places for any segment, and without the groups that held nothing else. A choice keeps them: one of its sides would be gone. */
function withoutAny(nodes) {
  return nodes
    .filter(({ name, nodes: inner }) => inner !== undefined || !isAnySegment(name))
    .map((node) => (node.nodes === undefined || node.isChoice ? node : { ...node, nodes: withoutAny(node.nodes) }))
    .filter(({ nodes: inner }) => inner === undefined || inner.length > 0);
}
