// An electric milk frother: a brushed steel jug on a black foot, with a smoked lid. Origin: middle of its foot.
import { lathe, tube, mesh, group, bend } from './geometry.js';
import * as THREE from 'three';

export function frother(m) {
  const g = group();
  g.name = 'frother';
  const base = mesh(lathe([[0, 0], [0.052, 0, 0.003], [0.056, 0.004, 0.003], [0.055, 0.018, 0.004], [0.049, 0.022, 0.003], [0, 0.022]], { segments: 128 }), m.blackGloss);
  base.name = 'body';
  g.add(base);
  g.add(mesh(lathe([[0.044, 0.0225], [0.0475, 0.0235, 0.002], [0.0475, 0.04], [0.0475, 0.16], [0.0485, 0.166, 0.002], [0.0465, 0.168, 0.001], [0.045, 0.16]], { segments: 96, cell: 0.006 }), m.steel, [0, 0, 0], [0, Math.PI / 2, 0])); // the seam lies behind the handle
  g.add(mesh(lathe([[0.0479, 0.048], [0.0483, 0.049], [0.0483, 0.052], [0.0479, 0.053]], { segments: 96 }), m.black));
  // Lid: a smoked dome with a steel rim and a knob.
  const lid = mesh(lathe([[0.046, 0.168], [0.046, 0.174, 0.003], [0.03, 0.181, 0.01], [0, 0.183]], { segments: 72 }), m.glass);
  lid.userData.noBake = true;
  g.add(lid);
  g.add(mesh(lathe([[0.0445, 0.166], [0.0478, 0.167, 0.001], [0.0478, 0.171, 0.001], [0.0445, 0.172]], { segments: 72 }), m.chrome));
  g.add(mesh(lathe([[0, 0.18], [0.007, 0.18, 0.002], [0.006, 0.188], [0.011, 0.193, 0.004], [0.0105, 0.2, 0.004], [0, 0.202]]), m.black));
  // Handle.
  const handle = tube([[0.046, 0.148, 0], [0.06, 0.152, 0], [0.079, 0.15, 0], [0.085, 0.138, 0], [0.083, 0.1, 0], [0.079, 0.066, 0], [0.07, 0.057, 0], [0.046, 0.059, 0]], 0.0056, { segments: 80, radial: 16 });
  bend(handle, (v) => { v.z *= 1.7; });
  g.add(mesh(handle, m.blackGloss));
  // Spout lip.
  g.add(mesh(lathe([[0.0, 0], [0.006, 0.001], [0.012, 0.011], [0.0125, 0.013], [0.0, 0.013]], { segments: 24 }), m.steel, [-0.043, 0.1545, 0]));
  // One button with a lit ring.
  const button = group(
    mesh(lathe([[0, 0], [0.0082, 0, 0.001], [0.0082, 0.0024, 0.001], [0, 0.003]]), m.black, [0, 0, 0], [Math.PI / 2, 0, 0]),
    mesh(new THREE.TorusGeometry(0.0066, 0.0007, 8, 40), new THREE.MeshBasicMaterial({ color: 0xffc98a }), [0, 0, 0.0028]),
  );
  button.position.set(0, 0.034, 0.0478);
  g.add(button);
  return g;
}
