import { ALWAYS } from '../answers/headers';
import type { SentFile } from './files';

/** Where the sample looks for what only the administrator knows. */
const PLACES = {
  root: '/srv/www',
  certificate: '/etc/nginx/tls/server.crt',
  key: '/etc/nginx/tls/server.key',
};

/**
 * A sample configuration for nginx with the headers of our own server. To be included in the `http` block.
 *
 * @param base where the add-in will be: name, port and path of its address
 */
export function nginxConf(files: readonly SentFile[], base: URL): string {
  const path = base.pathname.replace(/\/+$/u, '');
  return `# nginx 1.18 or later; include inside the http block, after its mime.types. Three paths below are yours to set.
# The content of site/ goes to ${PLACES.root}${path}/

${valuesByFile('cache', 'Cache-Control', files)}
${valuesByFile('policy', 'Content-Security-Policy', files)}
${valuesByFile('origin', 'Access-Control-Allow-Origin', files)}
server {
    listen ${base.port === '' ? '443' : base.port} ssl;
    server_name ${base.hostname};
    ssl_certificate     ${PLACES.certificate};
    ssl_certificate_key ${PLACES.key};
    ssl_protocols TLSv1.2 TLSv1.3;

    root ${PLACES.root};
    server_tokens off;
    etag on;

    charset utf-8;
    charset_types text/css application/javascript text/javascript application/json text/xml application/xml text/plain;

    gzip on;
    gzip_vary on;
    gzip_min_length 1024;
    gzip_types text/css application/javascript text/javascript application/json text/xml application/xml text/plain image/svg+xml;

    # A header without a value is not sent. Do not add X-Frame-Options: Excel on the web shows the pane in a frame.
    add_header Cache-Control $subsidy_cache;
    add_header Content-Security-Policy $subsidy_policy;
    add_header Access-Control-Allow-Origin $subsidy_origin;
${Object.entries(ALWAYS)
  .map(([name, value]) => `    add_header ${name} ${value} always;`)
  .join('\n')}

    location ${path}/ {
        index help.html;
        limit_except GET { deny all; }
    }
    location ~ /\\. { deny all; }
}
`;
}

/** A variable with the value of one header; most files have the commonest, the others are named. */
function valuesByFile(variable: string, header: string, files: readonly SentFile[]): string {
  const usual = header === 'Cache-Control' ? 'no-cache' : '';
  const others = files.flatMap(({ path, headers }) => {
    const value = headers[header] ?? '';
    return value === usual ? [] : [`    "~/${pattern(path)}$" "${value}";`];
  });
  return `map $uri $subsidy_${variable} {\n    default "${usual}";\n${others.join('\n')}\n}\n`;
}

function pattern(path: string): string {
  return path.replaceAll(/[.+]/gu, '\\$&');
}
