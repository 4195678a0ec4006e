/** Signing in and out. */
import { z } from 'zod';

export const SignIn = z
  .object({ email: z.string().min(1).max(320), password: z.string().min(1).max(1024) })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;
