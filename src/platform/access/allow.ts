/**
 * Who may come through a door. Deny by default: a route without one of these marks answers 403 to everybody.
 *
 * How a controller is written:
 * ```ts
 * @Controller('api/v1/cases')
 * @Tag('cases')
 * export class CasesController {
 *   constructor(private readonly claimCase: ClaimCase) {}
 *
 *   @Post(':id/claim')
 *   @HttpCode(200)
 *   @Allow('responder', 'manager')                              // any of these roles; @Public() for everybody
 *   @Summary('Claim a case')
 *   @Answers(200, CaseView, 'The case, now yours', ['case-already-claimed'])
 *   claim(@Param('id', { schema: Id }) id: string, @Body({ schema: Claim }) body: Claim, @CurrentPerson() by: Responder) {
 *     return this.claimCase.run(id, body, by);                  // parse, call, answer: no rule in a door
 *   }
 * }
 * ```
 * Roles say what may be done, teams say to what: every verb and query is scoped by `by.teamIds` (another team's thing is `not-found`).
 * Then add the route to test/access/matrix.ts; a route without an entry fails the matrix test.
 */
import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Role } from '#libs/contracts/words.js';
import type { AccessRequest } from './access-request.js';
import type { Responder } from './responder.js';

export const ALLOWED_ROLES = 'earshot:allowed-roles';
export const PUBLIC_DOOR = 'earshot:public-door';

/** Lets in who has any of these roles. `@Allow(...ROLES)` means whoever is signed in. */
export const Allow = (...roles: [Role, ...Role[]]) => SetMetadata(ALLOWED_ROLES, roles);

/** Lets in everybody, without signing in: sign-in itself, health, and deliveries that prove themselves by a signature. */
export const Public = () => SetMetadata(PUBLIC_DOOR, true);

/** The person who asks; only behind `@Allow`. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): Responder => {
  const { responder } = context.switchToHttp().getRequest<AccessRequest>();
  if (!responder) throw new Error('CurrentPerson stands on a route without Allow');
  return responder;
});
