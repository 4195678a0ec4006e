import { describe, expect, it } from '@jest/globals';
import { measure, present } from './expectations.js';

describe('the test feeds of the feedparser project', () => {
  it(
    present() ? 'are read: ≥ 98 % of the well-formed without error, ≥ 90 % of expectations met' : 'are not on this machine',
    async () => {
      if (!present()) return;
      const { wellFormed, wellFormedRead, checked, matched, missed, failed } = await measure();
      expect({ share: wellFormedRead / wellFormed >= 0.98, failed }).toMatchObject({ share: true });
      expect({ share: matched / checked >= 0.9, missed: missed.slice(0, 20) }).toMatchObject({ share: true });
    },
    60_000,
  );
});
