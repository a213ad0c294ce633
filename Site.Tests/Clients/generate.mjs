// Makes clients of the documents of a running site: node generate.mjs http://localhost:5000/
import { mkdir, writeFile } from 'node:fs/promises';
import { createClient } from '@hey-api/openapi-ts';
import openapiTypeScript, { astToString } from 'openapi-typescript';

const [site] = process.argv.slice(2);
for (const document of ['delivery', 'delivery-typed', 'site']) {
  const address = new URL(`umbraco/swagger/${document}/swagger.json`, site);
  const folder = `obj/generated/${document}`;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/openapi-typescript.ts`, astToString(await openapiTypeScript(address)));
  await createClient({
    input: address.href,
    output: { path: `${folder}/hey-api`, importFileExtension: '.js' },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
    logs: { level: 'silent' },
  });
}
