import type { APIRoute } from 'astro';
import { versionAddress } from '../rules/addresses.ts';
import { citablePaths, listedVersion } from '../site/cited-pages.ts';

/** The hash and day of every version, by address: the build holds them against the published ones. */
export const GET: APIRoute = async () => {
  const listed = (await citablePaths()).flatMap(({ citable: { address, versions } }) =>
    versions.map((version): [string, string] => [
      versionAddress(address, version.number),
      listedVersion(version),
    ]),
  );
  return Response.json(Object.fromEntries(listed));
};
