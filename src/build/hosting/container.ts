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

/**
 * A container that is the lab on which readers' browsers try requests, beside the site: an ordinary user, on port 8080,
 * with nothing in it but Node and one file. TLS is for what stands before it.
 */
export function labContainerFile(): string {
  return `# Made by npm run hosts. podman build -t preflight-lab . && podman run --rm --read-only -p 4400:8080 preflight-lab
# Build the site with LAB_URL, the address that browsers know it by.
FROM docker.io/library/node:24-alpine
COPY lab.mjs /srv/lab.mjs
USER 1000:1000
EXPOSE 8080
CMD ["node", "/srv/lab.mjs", "--host", "0.0.0.0", "--port", "8080"]
`;
}
