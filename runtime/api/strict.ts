import { EventEmitter } from 'node:events';

/** Names that Node, promises and printers ask of any object; everything else that is missing was meant for Electron. */
const askedOfAnyObject = new Set([
  'then',
  'toJSON',
  'domain',
  '_events',
  '_eventsCount',
  '_maxListeners',
  '__esModule',
  'inspect',
  'nodeType',
  'asymmetricMatch',
  '$$typeof',
]);

function notImplemented(owner: string, member: string): Error {
  return new Error(
    `${owner}.${member} is not implemented in the stand-in for Electron; add it under runtime/api with its type`,
  );
}

/**
 * Stands last in a prototype chain, so that only names which nothing before it knows arrive here:
 * they throw instead of being undefined, because a silent gap would look like a working app.
 */
function strictEnd(owner: string | null): object {
  return new Proxy(Object.prototype, {
    get(target, member, receiver) {
      if (typeof member === 'symbol' || member in target) return Reflect.get(target, member, receiver);
      if (askedOfAnyObject.has(member)) return undefined;
      throw notImplemented(owner ?? receiver.constructor.name, member);
    },
  });
}

/** The object itself; from now on reading a member that it does not have throws. */
export function strict<T extends object>(owner: string, object: T): T {
  return Object.setPrototypeOf(object, strictEnd(owner));
}

/** An emitter whose unknown members throw. */
export class StrictEmitter extends EventEmitter {}
for (const name of Object.getOwnPropertyNames(EventEmitter.prototype)) {
  const descriptor = Object.getOwnPropertyDescriptor(EventEmitter.prototype, name);
  if (name !== 'constructor' && descriptor !== undefined && !name.startsWith('_')) {
    Object.defineProperty(StrictEmitter.prototype, name, descriptor);
  }
}
Object.setPrototypeOf(StrictEmitter.prototype, strictEnd(null));

type Class = abstract new (...args: never[]) => object;

/** Makes unknown static members of a class throw as well. */
export function strictStatics(target: Class): void {
  const parent = Object.getPrototypeOf(target);
  const end = new Proxy(parent, {
    get(base, member, receiver) {
      if (typeof member === 'symbol' || member in Function.prototype || member === 'prototype')
        return Reflect.get(base, member, receiver);
      if (askedOfAnyObject.has(member)) return undefined;
      throw notImplemented(target.name, member);
    },
  });
  Object.setPrototypeOf(target, end);
}

/** The first argument of Electron's events. */
export class StandInEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
