import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { cleanImage } from './clean-image.js';

const words = (text: string) => [...text].map((sign) => sign.charCodeAt(0));
const chunk = (name: string, data: number[]) => [0, 0, 0, data.length, ...words(name), ...data, 1, 2, 3, 4];
const segment = (marker: number, data: number[]) => [0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255, ...data];
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const IHDR = chunk('IHDR', [0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
const PNG = (more: number[] = []) =>
  new Uint8Array([...SIGNATURE, ...IHDR, ...more, ...chunk('IDAT', [9, 9]), ...chunk('IEND', []), ...words('after')]);
const exif = (orientation: number) => [...words('Exif\0\0'), 0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 7, 7, 7, 7, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, ...words('GPS 41.0 N')]; // prettier-ignore
const JPEG = (...more: number[][]) => new Uint8Array([0xff, 0xd8, ...segment(0xe0, words('JFIF\0')), ...more.flat(), ...segment(0xc0, [8, 0, 2, 0, 3, 1]), ...segment(0xda, [1]), 5, 0xff, 0, 6, 0xff, 0xd0, 7, 0xff, 0xd9, ...words('after')]); // prettier-ignore
const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1');

describe('a picture', () => {
  it('of PNG keeps what shows it and loses texts, times, Exif and what stands behind its end', () => {
    const clean = cleanImage(PNG([...chunk('tEXt', words('Author\0Ece')), ...chunk('eXIf', exif(1)), ...chunk('tIME', [7])]));
    expect(clean).toMatchObject({ type: 'image/png', width: 3, height: 2 });
    expect(textOf(clean?.bytes)).toBe(textOf(PNG().subarray(0, -5)));
  });

  it('of JPEG loses Exif, XMP, comments and makers’ notes, and keeps its turn, profile and colours', () => {
    const icc = segment(0xe2, words('ICC_PROFILE\0xyz'));
    const adobe = segment(0xee, words('Adobe'));
    const dirty = JPEG(segment(0xe1, exif(6)), segment(0xe1, words('http://ns.adobe.com/xap/1.0/\0<x/>')), segment(0xfe, words('made at home')), icc, adobe, segment(0xed, words('Photoshop'))); // prettier-ignore
    const clean = cleanImage(dirty);
    // Turned by a quarter: it is shown 2 wide and 3 high.
    expect(clean).toMatchObject({ type: 'image/jpeg', width: 2, height: 3 });
    const text = textOf(clean?.bytes);
    for (const gone of ['GPS', 'xap', 'home', 'Photoshop', 'after']) expect(text).not.toContain(gone);
    for (const kept of ['JFIF', 'ICC_PROFILE', 'Adobe', 'Exif']) expect(text).toContain(kept);
    expect(cleanImage(clean?.bytes ?? new Uint8Array())).toEqual(clean);
    expect(textOf(cleanImage(JPEG(segment(0xe1, exif(1))))?.bytes)).toBe(textOf(JPEG().subarray(0, -5)));
  });

  it('is nothing else: not by its name, not cut off, not scripts in disguise', () => {
    const others = ['GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', '%PDF-1.7', ''].map(
      (text) => new Uint8Array(words(text)),
    );
    for (const one of others) expect(cleanImage(one)).toBeNull();
    for (const whole of [PNG().subarray(0, -5), JPEG(segment(0xe1, exif(6))).subarray(0, -5)])
      for (let length = 0; length < whole.length; length += 1) expect(cleanImage(whole.subarray(0, length))).toBeNull();
  });

  it('of any bytes is read without an error, and cleaned once is clean', () => {
    const starts = fc.constantFrom<number[]>(
      [],
      SIGNATURE,
      [...SIGNATURE, ...IHDR],
      [0xff, 0xd8],
      [0xff, 0xd8, ...segment(0xe1, exif(3)).slice(0, 20)],
    );
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const clean = cleanImage(new Uint8Array([...start, ...rest]));
        if (clean !== null) expect(cleanImage(clean.bytes)).toEqual(clean);
      }),
    );
  });
});
