/** `npm run feed -- <file or URL>…`: prints what the feed connector reads from each as JSON lines. */
import { Clock } from '../../platform/clock.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import { lookAt } from './look-at-feed.js';

const sources = process.argv.slice(2);
if (sources.length === 0) {
  process.stderr.write('Name at least one file or URL: npm run feed -- <file or URL>…\n');
  process.exitCode = 2;
}
const http = new UndiciSafeHttp({ allowedHosts: [], userAgent: 'Earshot' });
for (const source of sources) {
  const read = await lookAt(source, http, new Clock().now()).catch((error: Error) => ({ source, error: error.message }));
  process.stdout.write(`${JSON.stringify(read)}\n`);
  if ('error' in read) process.exitCode = 1;
}
await http.close();
