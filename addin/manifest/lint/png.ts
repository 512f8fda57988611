/** What the header of a PNG file says (PNG specification, third edition, section 11.2.1). */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample. */
  readonly depth: number;
  /** 2: truecolour, 3: indexed, 6: truecolour with alpha. */
  readonly colourType: number;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Reads the header; undefined where the bytes are no PNG file. */
export function readPngHeader(bytes: Uint8Array): PngHeader | undefined {
  // The header is the first chunk: length, "IHDR", width, height, depth, colour type.
  if (bytes.length < 26 || signature.some((byte, at) => bytes[at] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (new TextDecoder().decode(bytes.subarray(12, 16)) !== "IHDR") return undefined;
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth: view.getUint8(24),
    colourType: view.getUint8(25),
  };
}
