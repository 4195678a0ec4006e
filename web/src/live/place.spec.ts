/** The page's place in the stream never runs ahead of what the page has. */
import { describe, expect, it } from '@jest/globals';
import { Place } from './place.js';

describe('Place', () => {
  it('follows events', () => {
    const place = new Place();
    place.saw(3);
    expect(place.last).toBeNull();
    place.start(10);
    place.saw(12);
    place.saw(11);
    expect(place.last).toBe(12);
  });
  it('stands still while a resume runs, so that a second loss repeats the whole gap', () => {
    const place = new Place();
    place.start(10);
    expect(place.hold()).toBe(10);
    place.saw(40);
    expect(place.last).toBe(10);
    expect(place.hold()).toBe(10);
    place.saw(41);
    place.release(39);
    expect(place.last).toBe(41);
  });
});
