import { serve } from './serve.js';

// A handler on the IPC channel keeps a process alive; this one has said all it had to say.
process.exit(await serve(process.argv.slice(2)));
