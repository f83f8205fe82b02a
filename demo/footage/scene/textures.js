// Textures are painted pixel by pixel: a function gives colour and height at (u, v),
// and the heights become a normal map.
import * as THREE from 'three';

const hex = (c) => [(c >> 16) & 255, (c >> 8) & 255, c & 255];

export function mix(a, b, t) {
  const k = Math.min(1, Math.max(0, t));
  return [a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k, a[2] + (b[2] - a[2]) * k];
}

export function ramp(colours, t) {
  const stops = colours.map((c) => (typeof c === 'number' ? hex(c) : c));
  const x = Math.min(0.9999, Math.max(0, t)) * (stops.length - 1);
  return mix(stops[Math.floor(x)], stops[Math.floor(x) + 1], x % 1);
}

function canvasOf(width, height) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function textureOf(canvas, metres, colour) {
  const texture = new THREE.CanvasTexture(canvas);
  texture.wrapS = texture.wrapT = THREE.RepeatWrapping;
  texture.anisotropy = 4;
  if (metres) texture.repeat.set(1 / metres[0], 1 / metres[1]);
  if (colour) texture.colorSpace = THREE.SRGBColorSpace;
  return texture;
}

// paint(u, v) -> { c: [r, g, b] or undefined, h: height or undefined }
// metres: the size of one tile in the room; all geometry here carries uv in metres.
// detail: how many times finer; the relief stays as steep as it is. part: [u, v, w, h], only so much of the tile.
export function painted({ width: columns, height: rows = columns, metres, relief: steep = 0, detail = 1, part = [0, 0, 1, 1], paint }) {
  const width = Math.round(columns * detail * part[2]);
  const height = Math.round(rows * detail * part[3]);
  const relief = steep * detail;
  const heights = new Float32Array(width * height);
  let colour = null;
  let any = false;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const p = paint(part[0] + (part[2] * (x + 0.5)) / width, part[1] + part[3] * (1 - (y + 0.5) / height));
      heights[i] = p.h ?? 0;
      if (p.c) {
        any = true;
        data[i * 4] = p.c[0];
        data[i * 4 + 1] = p.c[1];
        data[i * 4 + 2] = p.c[2];
        data[i * 4 + 3] = 255;
      }
    }
  }
  const result = {};
  if (any) {
    colour = canvasOf(width, height);
    colour.getContext('2d').putImageData(new ImageData(data, width, height), 0, 0);
    result.map = textureOf(colour, metres, true);
  }
  if (relief) result.normalMap = textureOf(normals(heights, width, height, relief), metres, false);
  for (const texture of Object.values(result)) {
    texture.repeat.divide({ x: part[2], y: part[3] });
    texture.offset.set(-part[0] / part[2], -part[1] / part[3]);
  }
  return result;
}

function normals(heights, width, height, relief) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    const up = ((y + height - 1) % height) * width;
    const down = ((y + 1) % height) * width;
    for (let x = 0; x < width; x++) {
      const left = (x + width - 1) % width;
      const right = (x + 1) % width;
      const dx = (heights[y * width + left] - heights[y * width + right]) * relief;
      const dy = (heights[down + x] - heights[up + x]) * relief;
      const s = 1 / Math.hypot(dx, dy, 1);
      const i = (y * width + x) * 4;
      data[i] = (dx * s * 0.5 + 0.5) * 255;
      data[i + 1] = (dy * s * 0.5 + 0.5) * 255;
      data[i + 2] = (s * 0.5 + 0.5) * 255;
      data[i + 3] = 255;
    }
  }
  const canvas = canvasOf(width, height);
  canvas.getContext('2d').putImageData(new ImageData(data, width, height), 0, 0);
  return canvas;
}

// For labels, dials and pictures: draw with the 2D canvas, uv 0..1.
export function drawn(width, height, draw) {
  const canvas = canvasOf(width, height);
  draw(canvas.getContext('2d'), width, height);
  const texture = textureOf(canvas, null, true);
  texture.wrapS = texture.wrapT = THREE.ClampToEdgeWrapping;
  return texture;
}
