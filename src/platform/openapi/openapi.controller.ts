/** The API's own description, for programs and for people. */
import { Controller, Get, Header } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { Public } from '../access/allow.js';
import { versionOfProgram } from '../version.js';
import { docsPage } from './docs-page.js';
import { makeDocument } from './document.js';
import { listRoutes } from './routes.js';
import type { Json } from './schemas.js';

@Controller('api')
export class OpenapiController {
  private document: Json | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  @Get('openapi.json')
  @Public()
  read(): Json {
    this.document ??= makeDocument(listRoutes(this.discovery, this.scanner), versionOfProgram());
    return this.document;
  }

  @Get('docs')
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    return docsPage(this.read());
  }
}
