/** People, teams and API tokens. */
import { z } from 'zod';
import { Id } from '../values.js';
import { Locale, Role } from '../words.js';

const password = z.string().min(10, 'needs at least 10 characters').max(1024);
export const AddPerson = z
  .object({
    email: z.email().max(320),
    name: z.string().trim().min(1).max(120),
    roles: z.array(Role).min(1),
    teamIds: z.array(Id).optional().meta({ description: 'default: the first team' }),
    locale: Locale.default('en'),
    password,
  })
  .meta({ id: 'AddPerson' });
export type AddPerson = z.infer<typeof AddPerson>;

export const ChangePerson = z
  .object({
    name: z.string().trim().min(1).max(120),
    roles: z.array(Role).min(1),
    teamIds: z.array(Id),
    locale: Locale,
    password,
    disabled: z.boolean(),
  })
  .partial()
  .meta({ id: 'ChangePerson' });
export type ChangePerson = z.infer<typeof ChangePerson>;

/** What one may change about oneself. */
export const ChangeMe = z
  .object({ name: z.string().trim().min(1).max(120), locale: Locale, currentPassword: z.string().max(1024), password })
  .partial()
  .refine((m) => m.password === undefined || m.currentPassword !== undefined, {
    path: ['currentPassword'],
    message: 'is needed to set a new password',
  })
  .meta({ id: 'ChangeMe' });
export type ChangeMe = z.infer<typeof ChangeMe>;

export const AddTeam = z.object({ name: z.string().trim().min(1).max(120) }).meta({ id: 'AddTeam' });
export type AddTeam = z.infer<typeof AddTeam>;

export const AddToken = z
  .object({
    name: z.string().trim().min(1).max(120),
    roles: z.array(Role).min(1).optional().meta({ description: 'default: your own roles; never more than them' }),
  })
  .meta({ id: 'AddToken' });
export type AddToken = z.infer<typeof AddToken>;
