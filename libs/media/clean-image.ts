/**
 * Reads what a picture is from its bytes alone, and takes off all that says where, when and with what it was made. Only what shows the picture
 * is kept, and which way up it is.
 */
import type { CleanImage } from './image.js';
import { cleanJpeg } from './jpeg.js';
import { cleanPng } from './png.js';

/** @returns null for what is no whole JPEG or PNG, whatever its name says */
export function cleanImage(bytes: Uint8Array): CleanImage | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return cleanJpeg(bytes);
  return bytes[0] === 0x89 ? cleanPng(bytes) : null;
}
