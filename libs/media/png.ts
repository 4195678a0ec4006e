/** PNG: chunks in a row. Those that show the picture stay, texts, times and Exif go. Source: W3C, PNG (Third Edition), 5 and 11. */
import { joined, type CleanImage } from './image.js';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEPT = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'];

/** @returns null when it is cut off or its chunks make no sense */
export function cleanPng(bytes: Uint8Array): CleanImage | null {
  if (SIGNATURE.some((byte, n) => bytes[n] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let hasPicture = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at === 8 && (name !== 'IHDR' || length !== 13)) return null;
    if (KEPT.includes(name)) kept.push(bytes.subarray(at, end));
    hasPicture ||= name === 'IDAT';
    if (name === 'IEND') {
      const [width, height] = [view.getUint32(16), view.getUint32(20)];
      return hasPicture && width > 0 && height > 0 ? { type: 'image/png', width, height, bytes: joined(kept) } : null;
    }
    at = end;
  }
  return null;
}
