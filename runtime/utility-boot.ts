import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';
import { isRecord } from './is-record.ts';

/** The first file of a utility process: gives it `process.parentPort` and runs the app's module. */
class ParentPort extends EventEmitter {
  constructor() {
    super();
    // Like a message port it starts on the first listener, so messages sent before that wait.
    this.on('newListener', (event) => {
      if (event === 'message' && this.listenerCount('message') === 0) queueMicrotask(() => this.#start());
    });
  }

  #start(): void {
    process.on('message', (message) =>
      this.emit('message', { data: isRecord(message) ? message.value : undefined, ports: [] }),
    );
  }

  postMessage(message: unknown): void {
    if (message === undefined || typeof message === 'function') throw new TypeError('An object could not be cloned.');
    process.send?.(structuredClone(message));
  }
}

const modulePath = process.argv[2];
if (modulePath === undefined || !isAbsolute(modulePath))
  throw new Error('a utility process needs the absolute path of its module');
Object.defineProperty(process, 'parentPort', { value: new ParentPort() });
Object.defineProperty(process, 'type', { value: 'utility' });
process.argv.splice(1, 2, modulePath);
process.on('disconnect', () => process.exit(0));
createRequire(import.meta.url)(modulePath);
