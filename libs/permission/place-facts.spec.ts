import { describe, expect, it } from '@jest/globals';
import { placeFacts, type PlacedPost, type PlaceFacts } from './place-facts.js';

describe('how a post stands to us', () => {
  const post: PlacedPost = { sourceKind: 'webhook', externalId: '1', text: 'nothing', extra: null, accountHandle: 'AnadoluHat' };
  it.each<[Partial<PlacedPost>, (keyof PlaceFacts)[]]>([
    [{}, []],
    [{ text: '@anadoluhat help' }, ['mentionsUs']],
    [
      { extra: { mentionsUs: true, onOurPlace: true, private: true, automated: true } },
      ['mentionsUs', 'onOurPlace', 'privatePlace', 'byMachine'],
    ],
    [{ extra: { repostOf: '7' } }, ['repost']],
    [{ sourceKind: 'meta', externalId: 'fb:12_3' }, ['onOurPlace']],
    [{ sourceKind: 'meta', externalId: 'igm:12:3' }, ['mentionsUs']],
    [{ sourceKind: 'telegram', extra: { chat: { type: 'private' } } }, ['privatePlace']],
    [{ sourceKind: 'telegram', extra: { chat: { type: 'supergroup' } } }, []],
    [{ sourceKind: 'appstore' }, ['onOurPlace']],
    [{ sourceKind: 'youtube' }, ['onOurPlace']],
    [{ sourceKind: 'youtube', extra: { film: true } }, []],
    [{ sourceKind: 'reddit', text: 'hey u/AnadoluHat, look' }, ['mentionsUs']],
    [{ sourceKind: 'reddit', text: 'hey /u/anadoluhat' }, ['mentionsUs']],
    [{ sourceKind: 'reddit', text: 'menu/AnadoluHat' }, []],
    [{ sourceKind: 'x', text: 'u/AnadoluHat' }, []],
  ])('%j: %j', (change, facts) => {
    const found = placeFacts({ ...post, ...change });
    expect(Object.entries(found).flatMap(([fact, holds]) => (holds ? [fact] : []))).toEqual(facts);
  });
});
