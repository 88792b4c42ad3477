/** Does something as on a machine in a time zone. */
export async function inTimeZone<Result>(zone: string, run: () => Result | Promise<Result>): Promise<Result> {
  const { TZ } = process.env;
  process.env['TZ'] = zone;
  try {
    return await run();
  } finally {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  }
}
