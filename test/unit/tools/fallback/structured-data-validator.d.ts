/** The package has no types of its own. */
declare module '@adobe/structured-data-validator' {
  interface Issue {
    issueMessage: string;
    severity: 'ERROR' | 'WARNING';
    errorType?: 'schemaOrg';
    path: unknown;
    fieldNames: string[];
  }
  type ByType = Record<string, object[]>;
  export default class Validator {
    constructor(vocabulary: object);
    validate(found: { jsonld: ByType; microdata: ByType; rdfa: ByType }): Promise<Issue[]>;
  }
}
