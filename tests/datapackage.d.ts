/** The part of the Frictionless library that the tests use; it brings no types of its own. */
declare module 'datapackage' {
  interface Resource {
    name: string;
    valid: boolean;
    local: boolean;
    errors: Error[];
    descriptor: { path: string; bytes: number; hash: string; version: string };
    read(options: { keyed: true; relations?: boolean }): Promise<Record<string, unknown>[]>;
  }
  export class Package {
    static load(path: string): Promise<Package>;
    valid: boolean;
    errors: Error[];
    resources: Resource[];
    descriptor: { profile: string; version: string; created: string };
  }
}
