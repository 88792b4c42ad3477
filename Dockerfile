# syntax=docker/dockerfile:1
# The site in a container: built in the first stage, served by nginx without any rights in
# the second. “docker compose up --build” starts it.

FROM node:24-bookworm-slim AS build
RUN apt-get update \
  && apt-get install -y --no-install-recommends rsync \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /project
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
ARG SITE_URL
RUN npm run build && npm run edition && npm run publish -- /srv/lit-windows

FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends nginx-light libnginx-mod-http-brotli-static curl \
  && rm -rf /var/lib/apt/lists/*
COPY <<"EOF" /etc/nginx/nginx.conf
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off;
pid /tmp/nginx.pid;
error_log stderr;
events {}
http {
  # Who reads is nobody's business.
  access_log off;
  client_body_temp_path /tmp/body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  server {
    listen 8080;
    brotli_static on;
    include /srv/lit-windows/hosting/nginx.conf;
  }
}
EOF
COPY --from=build /srv/lit-windows /srv/lit-windows
USER www-data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/"]
CMD ["nginx", "-e", "stderr"]
