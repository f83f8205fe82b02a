import { ShoppableError } from '../../errors.js';
import { parseManifest } from '../../schema/parse-manifest.js';
import type { Film, Finding, Rule } from './finding.js';
import { placesOf } from './places.js';
import { RULES } from './rules/index.js';
import { layoutsOf } from './targets.js';

const ORDER = ['error', 'warning', 'note'];

/**
 * Finds what is wrong with a manifest: first what the player's own parser says, then what plays and still fails a shopper.
 * @param input the parsed JSON
 * @param baseUrl absolute http(s); the address that the manifest will have
 * @returns the worst first, each in the order of the file as its rule met it
 */
export function lintManifest(input: unknown, baseUrl: string): Finding[] {
  const findings: Finding[] = [];
  const own = (path: string, fault: string) => {
    const { code, cure, severity, check } = RULES.find((rule) => rule.owns?.(path, fault)) as Rule;
    // What a rule finds by itself may be milder than what cannot be shown at all.
    findings.push({ code, severity: check ? 'error' : severity, path, message: fault, cure });
  };
  try {
    const { manifest, warnings } = parseManifest(input, baseUrl);
    for (const { path = '', detail } of warnings.map(read)) own(path, detail);
    const film: Film = { manifest, input, baseUrl, places: placesOf(input, manifest), layouts: layoutsOf(manifest) };
    for (const { code, severity, cure, check } of RULES)
      for (const fault of check?.(film) ?? []) findings.push({ severity, ...fault, code, cure });
  } catch (error) {
    if (!(error instanceof ShoppableError)) throw error;
    for (const { path, detail } of unplayable(read(error).detail)) own(path, detail);
  }
  return findings.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

/** What an error of the parser says in its brackets. */
const read = ({ path, message }: ShoppableError) => ({ path, detail: /\((.*)\)$/s.exec(message)?.[1] ?? message });

/** Each sentence of the one error about a manifest that cannot play: a place, and what is wrong there. */
function unplayable(detail: string): { path: string; detail: string }[] {
  const sentences = detail.split(/; (?=(?:the manifest|[\w$[\]."-]+) (?:must|is|has|was)\b)/);
  return sentences.map((sentence) => {
    const [, path = '', fault = sentence] = /^(the manifest|\S+) (.*)$/s.exec(sentence) ?? [];
    return { path: path === 'the manifest' ? '' : path, detail: fault };
  });
}
