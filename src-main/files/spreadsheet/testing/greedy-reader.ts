/** A reading process gone wrong in the way that the path it is asked for says. For reader-host.test.ts. */
const hoard: Buffer[] = [];

process.on('message', (message) => {
  const path = typeof message === 'object' && message !== null && 'path' in message ? String(message.path) : '';
  if (path === 'crash') throw new Error('crashed on purpose');
  if (path === 'quit') process.exit(7);
  if (path === 'nonsense') process.send?.({ kind: 'nonsense' });
  if (path === 'hang') for (;;);
  if (path === 'hoard') for (;;) hoard.push(Buffer.alloc(16 * 1024 * 1024, hoard.length));
  if (path === 'report') process.send?.({ kind: 'alive', residentMb: 100_000 });
  if (path === 'heap') {
    const strings: string[] = [];
    for (let i = 0; ; i++) strings.push(`${i}`.padStart(1000, 'x').slice(1).concat('y'));
  }
});
setInterval(() => {}, 1000);
