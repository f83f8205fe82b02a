/** Prometheus' text format, which is all of its client that is needed here. https://prometheus.io/docs/instrumenting/exposition_formats/ */

type Labels = Readonly<Record<string, string>>;

export interface Counter {
  add(value?: number, labels?: Labels): void;
}

export interface Histogram {
  observe(value: number): void;
}

const escaped = (text: string) => text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/"/g, '\\"');

function labelled(labels: Labels = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length ? `{${pairs.join(',')}}` : '';
}

export interface Registry {
  counter(name: string, help: string): Counter;
  /** Read when it is asked for. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  /** @param bounds upper ones of its buckets, rising */
  histogram(name: string, help: string, bounds: readonly number[]): Histogram;
  text(): Promise<string>;
}

export function createRegistry(): Registry {
  const metrics: (() => string | Promise<string>)[] = [];
  const add = (name: string, help: string, type: string, lines: () => string[] | Promise<string[]>) => {
    metrics.push(async () => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...(await lines())].join('\n'));
  };
  return {
    counter(name, help) {
      const values = new Map<string, number>();
      add(name, help, 'counter', () =>
        (values.size ? [...values] : [['', 0]]).map(([key, value]) => `${name}${key} ${value}`),
      );
      return {
        add(value = 1, labels) {
          const key = labelled(labels);
          values.set(key, (values.get(key) ?? 0) + value);
        },
      };
    },
    gauge: (name, help, read) => add(name, help, 'gauge', async () => [`${name} ${await read()}`]),
    histogram(name, help, bounds) {
      const counts = new Array<number>(bounds.length + 1).fill(0);
      let sum = 0;
      add(name, help, 'histogram', () => {
        let count = 0;
        const buckets = [...bounds, '+Inf'].map((bound, index) => {
          count += counts[index]!;
          return `${name}_bucket{le="${bound}"} ${count}`;
        });
        return [...buckets, `${name}_sum ${sum}`, `${name}_count ${count}`];
      });
      return {
        observe(value) {
          const index = bounds.findIndex((bound) => value <= bound);
          counts[index < 0 ? bounds.length : index]! += 1;
          sum += value;
        },
      };
    },
    text: async () => `${(await Promise.all(metrics.map((metric) => metric()))).join('\n')}\n`,
  };
}
