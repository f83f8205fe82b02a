/** The question cannot be asked. `path` is the parameter. */
export interface QuestionFault {
  readonly error: string;
  readonly path: string;
}

export const list = (values: Iterable<string>) => [...values].map((value) => `\`${value}\``).join(', ');
