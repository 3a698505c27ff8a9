import { styleText } from 'node:util';

export type Colour = 'green' | 'red' | 'yellow' | 'magenta' | 'cyan' | 'bold' | 'dim';
export type Paint = (colour: Colour, text: string) => string;

/** Newer Nodes look at the stream and at NO_COLOR by themselves; who paints with this has decided already. */
const style = styleText as (colour: Colour, text: string, options?: { readonly validateStream: boolean }) => string;

export function painter(colours: boolean): Paint {
  return (colour, text) => (colours ? style(colour, text, { validateStream: false }) : text);
}

/** Text from outside without the control characters that a terminal would obey. */
export function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd');
}
