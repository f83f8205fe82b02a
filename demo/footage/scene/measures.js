// The picture with the measures: the product from the front or from a corner, through a long lens, and where the
// line of each length goes: beside the product, between the true ends of its geometry, as fractions of the picture.
import * as THREE from 'three';

const FOV = 11;
const TILT = { corner: 0.24, front: 0.07, above: 1.5 };

// In the product's own frame, and without what is not part of it (userData.apart).
function boxOf(product, object = product) {
  const box = new THREE.Box3();
  const v = new THREE.Vector3();
  const own = product.matrixWorld.clone().invert();
  const visit = (o) => {
    if (o.userData.apart) return;
    const p = o.isMesh ? o.geometry.attributes.position : { count: 0 };
    for (let i = 0; i < p.count; i++) box.expandByPoint(v.fromBufferAttribute(p, i).applyMatrix4(o.matrixWorld).applyMatrix4(own));
    o.children.forEach(visit);
  };
  visit(object);
  return box;
}

// The two ends of every kind of line. `gap` is the air between product and line, `side` the side that is turned away.
function endsOf(kind, { all, body, seat, shade, gap, side, posture }) {
  const { min, max } = all;
  const outer = side > 0 ? max.x + gap : min.x - gap;
  const inner = side > 0 ? min.x - gap : max.x + gap;
  const drop = min.y - gap - ((max.z - min.z) / 2) * Math.tan(TILT.front);
  const corner = posture === 'corner';
  const upright = (top, x) => [[x, min.y, corner ? max.z : 0], [x, top, corner ? max.z : 0]];
  switch (kind) {
    case 'width':
      if (posture === 'above') return [[body.min.x, max.y, max.z + gap], [body.max.x, max.y, max.z + gap]];
      return corner ? [[min.x, min.y, max.z + gap], [max.x, min.y, max.z + gap]] : [[body.min.x, drop, 0], [body.max.x, drop, 0]];
    case 'depth': return [[inner, min.y, min.z], [inner, min.y, max.z]];
    case 'height': return upright(max.y, outer);
    case 'seat': return upright(seat.max.y, outer + side * gap);
    case 'top': return [[shade.min.x, max.y + gap, 0], [shade.max.x, max.y + gap, 0]];
    case 'length': return [[min.x - gap, max.y, body.min.z], [min.x - gap, max.y, body.max.z]];
    default: throw new Error(`No such line: ${kind}`);
  }
}

export function measure({ product, box, centre }, { lines, turn, flat }) {
  const all = boxOf(product);
  const extent = box.getSize(new THREE.Vector3());
  const posture = flat ? 'above' : turn ? 'corner' : 'front';
  const part = (name) => product.userData[name] ?? boxOf(product, product.getObjectByName(name) ?? product);
  const tallest = Math.max(extent.x, extent.y, flat ? extent.z : 0);
  const given = { all, body: part('body'), seat: part('seat'), shade: part('shade'), gap: tallest * 0.07, side: turn > 0 ? 1 : -1, posture };

  const distance = (tallest * (posture === 'corner' ? 1.5 : 1.4)) / (2 * Math.tan((FOV / 2) * Math.PI / 180));
  const camera = new THREE.PerspectiveCamera(FOV, 1, 0.05, 60);
  camera.position.set(0, Math.sin(TILT[posture]), Math.cos(TILT[posture])).multiplyScalar(distance).add(centre);
  camera.lookAt(centre);
  camera.updateMatrixWorld(true);

  const round = (x) => Math.round(x * 1e4) / 1e4;
  const result = {};
  for (const [name, kind] of Object.entries(lines)) {
    const ends = endsOf(kind, given).map((p) => new THREE.Vector3(...p));
    const [from, to] = ends.map((p) => {
      const { x, y } = p.clone().applyMatrix4(product.matrixWorld).project(camera);
      return { x: round(x * 0.5 + 0.5), y: round(0.5 - y * 0.5) };
    });
    result[name] = { metres: round(ends[0].distanceTo(ends[1])), from, to };
  }
  return { view: { camera }, lines: result };
}
