/** What an administrator sets for a source that plays posts from a file. */
import { z } from 'zod';

export const ReplaySettings = z
  .object({
    file: z.string().min(1).max(300).default('demo/posts.jsonl').meta({
      title: 'File',
      description: 'demo/… for what is shipped, data/… for a file in the folder replay of the data folder.',
    }),
    speed: z
      .number()
      .min(0)
      .max(1_000_000)
      .default(1)
      .meta({ title: 'Speed', description: '1 plays as it was written, 60 plays a minute in a second, 0 plays all at once.' }),
    loop: z
      .boolean()
      .default(false)
      .meta({ title: 'Again from the start', description: 'Starts over at the end, as new posts.' }),
  })
  .strict();
export type ReplaySettings = z.infer<typeof ReplaySettings>;
