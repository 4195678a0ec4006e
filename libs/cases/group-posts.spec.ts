import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupPosts } from './group-posts.js';

it('joins posts that share a key, also by way of others', () => {
  expect(
    groupPosts([{ keys: ['t:1', 'a:x'] }, { keys: ['t:2', 'a:y'] }, { keys: ['t:3', 'a:x'] }, { keys: ['t:2', 'a:x'] }]),
  ).toEqual([0, 0, 0, 0]);
  expect(groupPosts([{ keys: ['a:x'] }, { keys: ['a:y'] }, { keys: [] }])).toEqual([0, 1, 2]);
});

it('equals the slow closure on random batches', () => {
  const posts = fc.array(
    fc.record({ keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 3 }) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(posts, (batch) => {
      const groups = groupPosts(batch);
      const linked = batch.map((p, i) => batch.map((q, j) => i === j || p.keys.some((k) => q.keys.includes(k))));
      for (const k of batch.keys())
        for (const i of batch.keys()) for (const j of batch.keys()) if (linked[i]![k] && linked[k]![j]) linked[i]![j] = true;
      for (const i of batch.keys()) for (const j of batch.keys()) expect(groups[i] === groups[j]).toBe(linked[i]![j]);
    }),
  );
});
