// A still is several samples, each with the camera moved by part of a pixel and another piece of the sun: their
// mean has soft edges and soft shadows. A film frame is one sample with multisampled edges, for speed. Then a little bloom, ACES tone mapping and a faint vignette.
import * as THREE from 'three';

const quadCamera = new THREE.OrthographicCamera(-1, 1, 1, -1, 0, 1);

function pass(fragmentShader, uniforms, blending = THREE.NoBlending) {
  const material = new THREE.ShaderMaterial({
    uniforms, blending, depthTest: false, depthWrite: false, toneMapped: false, transparent: blending !== THREE.NoBlending,
    vertexShader: 'varying vec2 at; void main() { at = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }',
    fragmentShader,
  });
  const scene = new THREE.Scene();
  const quad = new THREE.Mesh(new THREE.PlaneGeometry(2, 2), material);
  quad.frustumCulled = false;
  scene.add(quad);
  return { scene, material };
}

export function makeFilm(renderer, width, height, msaa = 0) {
  const target = (w, h, depth) => new THREE.WebGLRenderTarget(w, h, { type: THREE.HalfFloatType, depthBuffer: depth, samples: depth ? msaa : 0, minFilter: THREE.LinearFilter, magFilter: THREE.LinearFilter });
  const sample = target(width, height, true);
  const sum = target(width, height, true);
  const small = [target(width >> 2, height >> 2, false), target(width >> 2, height >> 2, false)];
  // Very bright pixels are limited before the mean, or their edges would stay jagged.
  const add = pass('uniform sampler2D map; uniform float weight; varying vec2 at; void main() { gl_FragColor = vec4(min(texture2D(map, at).rgb, vec3(5.0)) * weight, 1.0); }',
    { map: { value: sample.texture }, weight: { value: 1 } }, THREE.CustomBlending);
  Object.assign(add.material, { blendSrc: THREE.OneFactor, blendDst: THREE.OneFactor });
  const blur = pass(`uniform sampler2D map; uniform vec2 step; uniform float floor0; varying vec2 at;
    void main() { vec3 c = vec3(0.0); float t = 0.0;
      for (int i = -9; i <= 9; i++) { float w = exp(-float(i * i) / 34.0); c += w * max(texture2D(map, at + step * float(i)).rgb - floor0, 0.0); t += w; }
      gl_FragColor = vec4(c / t, 1.0); }`, { map: { value: null }, step: { value: new THREE.Vector2() }, floor0: { value: 0 } });
  const develop = pass(`uniform sampler2D map; uniform sampler2D bloom; uniform float vignette; uniform float seed; varying vec2 at;
    float noise(vec2 p) { return fract(sin(dot(p, vec2(12.9898, 78.233)) + seed) * 43758.5453); }
    void main() {
      vec3 c = texture2D(map, at).rgb + 0.22 * texture2D(bloom, at).rgb;
      vec2 d = at - 0.5;
      c *= 1.0 - vignette * smoothstep(0.12, 0.75, dot(d, d) * 1.7);
      c = ACESFilmicToneMapping(c);
      c = mix(c * 12.92, 1.055 * pow(max(c, vec3(0.0031308)), vec3(1.0 / 2.4)) - 0.055, step(vec3(0.0031308), c));
      // Half a grey level of noise keeps plain walls free of bands.
      c += (noise(gl_FragCoord.xy) - 0.5) / 255.0;
      gl_FragColor = vec4(c, 1.0); }`,
    { map: { value: sum.texture }, bloom: { value: small[1].texture }, vignette: { value: 0.3 }, seed: { value: 0 } });
  develop.material.onBeforeCompile = (shader) => {
    shader.fragmentShader = `${THREE.ShaderChunk.tonemapping_pars_fragment}\n${shader.fragmentShader}`;
    shader.uniforms.toneMappingExposure = exposure;
  };
  const exposure = { value: 1 };

  const draw = (what, to) => {
    renderer.setRenderTarget(to);
    renderer.render(what.scene, quadCamera);
  };

  return {
    exposure,
    vignette: develop.material.uniforms.vignette,
    expose(scene, camera, samples, prepare) {
      renderer.autoClear = true;
      renderer.setRenderTarget(sum);
      renderer.setClearColor(0x000000, 1);
      if (samples === 1) {
        prepare(0, 1);
        renderer.render(scene, camera);
      } else renderer.clear();
      for (let s = 0; samples > 1 && s < samples; s++) {
        prepare(s, samples);
        const jx = samples > 1 ? ((s + 0.5) / samples - 0.5) : 0;
        const jy = samples > 1 ? (((s * 0.618034 + 0.31) % 1) - 0.5) : 0;
        camera.setViewOffset(width, height, jx, jy, width, height);
        renderer.setRenderTarget(sample);
        renderer.autoClear = true;
        renderer.clear();
        renderer.render(scene, camera);
        renderer.autoClear = false;
        add.material.uniforms.weight.value = 1 / samples;
        draw(add, sum);
      }
      camera.clearViewOffset();
      blur.material.uniforms.map.value = sum.texture;
      blur.material.uniforms.floor0.value = 0.85;
      blur.material.uniforms.step.value.set(6 / width, 0);
      draw(blur, small[0]);
      blur.material.uniforms.map.value = small[0].texture;
      blur.material.uniforms.floor0.value = 0;
      blur.material.uniforms.step.value.set(0, 6 / width * (width / height));
      draw(blur, small[1]);
      draw(develop, null);
    },
  };
}
