// Our side while a foreign sender sends: a command of Pipehat that listens, in a process of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { interop, pipehat } from '../systems.mjs';

/** Starts `pipehat <args>` on a free port and gives that port to `use`; the listener has ended when this returns. */
export async function whileListening(args, use) {
  const port = `${await freePort()}`;
  const child = spawn(process.execPath, [pipehat, ...args(port)], { stdio: 'ignore', cwd: interop });
  try {
    await listening(Number(port));
    return await use(port);
  } finally {
    const ended = child.exitCode === null ? once(child, 'exit') : undefined;
    child.kill();
    await ended;
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

async function listening(port) {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (await isOpen(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`our listener did not come up on ${port}`);
}

function isOpen(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.end(() => resolve(true)));
    socket.on('error', () => resolve(false));
  });
}
