/**
 * A container that serves the site by the Caddyfile beside it, as an ordinary user, on port 8080.
 * @see https://hub.docker.com/_/caddy
 */
export function containerFile(): string {
  return `# Made by npm run hosts. podman build -t preflight-guide . && podman run --rm -p 8080:8080 preflight-guide
FROM docker.io/library/caddy:2-alpine
COPY Caddyfile /etc/caddy/Caddyfile
COPY site /srv/site
ENV SITE_ADDRESS=http://:8080 SITE_ROOT=/srv/site XDG_DATA_HOME=/tmp XDG_CONFIG_HOME=/tmp
USER 1000:1000
EXPOSE 8080
`;
}
