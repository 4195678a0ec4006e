/** JPEG: segments, then scans. Exif, XMP, comments and what programs add go; the turn of the camera stays. Sources: ITU-T T.81, B.1; Exif 2.32, 4.6. */
import { joined, type CleanImage } from './image.js';

const ORIENTATION = 0x0112;
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

interface Found {
  width: number;
  height: number;
  orientation: number;
  kept: Uint8Array[];
  ended: boolean;
}

/** @returns null when it is cut off or its segments make no sense */
export function cleanJpeg(bytes: Uint8Array): CleanImage | null {
  const found = segmentsOf(bytes);
  if (found === null || !found.ended || found.width === 0 || found.height === 0) return null;
  const { width, height, orientation, kept } = found;
  const turned = orientation >= 5 && orientation <= 8;
  const head = orientation > 1 && orientation <= 8 ? [exifOf(orientation)] : [];
  const clean = joined([bytes.subarray(0, 2), ...head, ...kept]);
  return { type: 'image/jpeg', width: turned ? height : width, height: turned ? width : height, bytes: clean };
}

function segmentsOf(bytes: Uint8Array): Found | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Found = { width: 0, height: 0, orientation: 1, kept: [], ended: false };
  for (let at = 2; at + 2 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] as number;
    if (marker === 0xd9) return { ...found, kept: [...found.kept, bytes.subarray(at, at + 2)], ended: true };
    if (at + 4 > bytes.length) return null;
    const length = isAlone(marker) ? 0 : view.getUint16(at + 2);
    let end = at + 2 + length;
    if (end > bytes.length || (length < 2 && !isAlone(marker))) return null;
    if (marker === 0xda) end = endOfScan(bytes, end);
    const segment = bytes.subarray(at, end);
    if (isFrame(marker) && length >= 8) [found.height, found.width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    if (marker === 0xe1) found.orientation = orientationIn(segment) ?? found.orientation;
    if (isKept(marker, segment)) found.kept.push(segment);
    at = end;
  }
  return found;
}

/** What programs need to show it: JFIF, colour profiles, Adobe's colour transform, and all that is no application's. */
function isKept(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  return marker === 0xe0 || marker === 0xee || (marker === 0xe2 && startsWith(segment, 4, 'ICC_PROFILE\0'));
}

function startsWith(bytes: Uint8Array, at: number, words: string): boolean {
  return [...words].every((sign, n) => bytes[at + n] === sign.charCodeAt(0));
}

/** Within a scan 0xff stands before 0 or a restart marker only. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] as number;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !isAlone(next)) return at;
  }
  return bytes.length;
}

function orientationIn(segment: Uint8Array): number | null {
  if (!startsWith(segment, 4, 'Exif\0\0') || segment.length < 24) return null;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10);
  const little = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, little);
  if (first + 2 > tiff.byteLength) return null;
  const count = tiff.getUint16(first, little);
  for (let n = 0; n < count; n += 1) {
    const at = first + 2 + n * 12;
    if (at + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(at, little) === ORIENTATION) return tiff.getUint16(at + 8, little);
  }
  return null;
}

/** @returns an Exif segment that says the turn and nothing else */
function exifOf(orientation: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ORIENTATION >> 8, ORIENTATION & 255, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]; // prettier-ignore
  const exif = [...'Exif\0\0'].map((sign) => sign.charCodeAt(0));
  return new Uint8Array([0xff, 0xe1, 0, 2 + exif.length + tiff.length, ...exif, ...tiff]);
}
