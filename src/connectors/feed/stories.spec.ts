import { describe, expect, it } from '@jest/globals';
import type { IncomingPost } from '../incoming-post.js';
import { idOfStory, newStories } from './stories.js';

const post = (title: string, publisher: string | null = null): IncomingPost => ({
  externalId: title,
  text: title,
  postedAt: new Date('2026-03-02T07:00:00Z'),
  author: { key: 'k', handle: null, name: null, followers: null, url: null },
  url: null,
  lang: null,
  inReplyTo: null,
  thread: null,
  extra: { title, ...(publisher === null ? {} : { publisher }) },
});

describe('stories of Google News', () => {
  it.each([
    ['Lumio raises prices - Daily', 'Lumio raises its prices - Daily', true],
    ['Lumio raises prices - Daily', 'LUMIO raises prices! – Daily', true],
    ['Işıklar söndü, Lumio sustu - Gazete', 'IŞIKLAR SÖNDÜ, LUMİO SUSTU - Gazete', true],
    ['Lumio raises prices - Daily', 'Lumio raises prices - Other Paper', false],
    ['Lumio raises prices - Daily', 'Customers leave Lumio after prices rise - Daily', false],
    ['Lumio outage enters day 9 for customers - Daily', 'Lumio outage enters day 10 for customers - Daily', false],
    ['Lumio opens a shop - Daily', 'Lumio closes a shop - Daily', false],
  ])('%s / %s: the same is %s', (first, second, same) => {
    const { stories } = newStories([post(first)], []);
    const { posts, repeated } = newStories([post(second)], stories);
    expect([posts.length, repeated.length]).toEqual(same ? [0, 1] : [1, 0]);
    for (const one of repeated) expect(one.reason).toMatch(/known under another id/);
  });

  it('are told apart within one feed, too, and only so many are remembered', () => {
    const many = Array.from({ length: 300 }, (_, n) => post(`Headline ${n} of the year`, 'Daily'));
    const { posts, stories } = newStories([...many, many[299]!], []);
    expect([posts.length, stories.length, stories[0]]).toEqual([300, 150, ['daily', 'headline 299 of the year']]);
  });

  it('have no id without a headline', () => {
    expect(idOfStory('', 'Daily')).toBeNull();
    expect(idOfStory('A headline - Daily', 'Daily')).toBe(idOfStory('A headline - Daily', null));
  });
});
