// Steam over the mug: one upright sheet with drifting noise.
import * as THREE from 'three';

export function steam() {
  const material = new THREE.ShaderMaterial({
    transparent: true, depthWrite: false, uniforms: { time: { value: 0 } },
    vertexShader: 'varying vec2 at; void main() { at = uv; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
    fragmentShader: `varying vec2 at; uniform float time;
      float hash(vec2 p) { return fract(sin(dot(p, vec2(127.1, 311.7))) * 43758.5453); }
      float noise(vec2 p) { vec2 i = floor(p); vec2 f = fract(p); f = f * f * (3.0 - 2.0 * f);
        return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), f.x), f.y); }
      void main() {
        float sway = 0.16 * at.y * (noise(vec2(at.y * 2.0 - time * 0.32, 3.0)) * 2.0 - 1.0);
        float x = at.x - 0.5 - sway;
        float wide = 0.10 + 0.2 * at.y;
        float body = exp(-pow(x / wide, 2.0) * 1.6);
        float wisps = pow(noise(vec2(x * 9.0, at.y * 3.2 - time * 0.42)) * 0.65 + noise(vec2(x * 21.0 + 7.0, at.y * 6.0 - time * 0.62)) * 0.35, 1.8);
        float a = body * wisps * smoothstep(0.0, 0.16, at.y) * smoothstep(1.0, 0.3, at.y);
        gl_FragColor = vec4(vec3(1.0, 0.93, 0.84) * 1.1, a * 0.36);
      }`,
  });
  const sheet = new THREE.Mesh(new THREE.PlaneGeometry(0.13, 0.24), material);
  sheet.position.y = 0.12;
  sheet.userData.noBake = true;
  const g = new THREE.Group();
  g.add(sheet);
  return g;
}

export function drift(vapour, camera, seconds) {
  vapour.rotation.y = Math.atan2(camera.position.x - vapour.position.x, camera.position.z - vapour.position.z);
  vapour.children[0].material.uniforms.time.value = seconds;
}
