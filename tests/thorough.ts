/** Whether these are the tests of the night, which may take longer: “npm run test:all” says so. */
export const THOROUGH = process.env['TEST_ALL'] === '1';
