/** Serves the built web page: its files by name, and the page itself for every room's address. */
import compression from 'compression';
import { Router, static as files, type NextFunction, type Request, type Response } from 'express';
import fs from 'node:fs';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Addresses that are not rooms of the page. */
const NOT_ROOMS = /^\/(api|socket\.io|healthz|readyz|metrics|assets)(\/|$)/;

/**
 * @param app before its routes are set up
 * @param folder of the built page; when it is missing (in tests of the API, say) nothing is served
 */
export function servePage(app: NestExpressApplication, folder: string): void {
  const page = path.join(folder, 'index.html');
  if (!fs.existsSync(page)) return;
  const pages = Router();
  pages.use('/assets', compression(), files(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  pages.use(files(folder, { index: false, maxAge: 0 }));
  pages.use((request: Request, response: Response, next: NextFunction) => {
    const isRoom =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !NOT_ROOMS.test(request.path) &&
      request.accepts('html') !== false;
    if (!isRoom) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
  // The API's requests pass by in one step, and nobody looks for a file of their name.
  app.use((request: Request, response: Response, next: NextFunction) =>
    request.path.startsWith('/api/') ? next() : pages(request, response, next),
  );
}
