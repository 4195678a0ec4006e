/** The one guard of every HTTP route: deny by default, then who, then which role. allow.ts says how a route is marked. */
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '#libs/contracts/words.js';
import { SETTINGS_TOKEN, type Settings } from '../config/env.js';
import { DeskError } from '../errors.js';
import type { AccessRequest } from './access-request.js';
import { bearerOf } from './access-request.js';
import { ALLOWED_ROLES, PUBLIC_DOOR } from './allow.js';
import { Identify } from './identify.js';
import { hasRole } from './responder.js';
import { allowedOrigin, isSafeMethod } from './same-site.js';

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identify: Identify,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'EARSHOT_ORIGINS'>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true; // the live gateway identifies at its handshake
    const marks = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<AccessRequest>();
    this.refuseOtherSites(request);
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_DOOR, marks)) return true;
    const allowed = this.reflector.getAllAndOverride<Role[]>(ALLOWED_ROLES, marks) ?? [];
    const who = await this.identify.byHeaders(request.headers);
    if (!who) throw new DeskError('sign-in-required');
    if (!hasRole(who, ...allowed)) throw new DeskError('not-allowed');
    request.responder = who;
    return true;
  }

  /** A bearer token is never sent by a browser on its own, so it needs no such check. */
  private refuseOtherSites(request: AccessRequest): void {
    if (isSafeMethod(request.method) || bearerOf(request.headers) !== null) return;
    if (!allowedOrigin(request.headers, this.settings.EARSHOT_ORIGINS)) throw new DeskError('cross-site');
  }
}
