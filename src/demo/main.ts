import { serve } from './serve.js';
import { serveStack } from './stack/serve-stack.js';

const [first = '', ...others] = process.argv.slice(2);

// A handler on the IPC channel keeps a process alive; this one has said all it had to say.
process.exit(await (first === 'stack' ? serveStack(others) : serve(process.argv.slice(2))));
