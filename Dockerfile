# The image of the product: Node, what it needs at run time, its sources (Node runs them as they are) and the built tab.
# Local mode, tests and build tools stay outside. infra/README.md says how it is built and what was not tried here.
ARG BUILD_IMAGE=docker.io/library/node:24.21.0-bookworm-slim
ARG RUN_IMAGE=gcr.io/distroless/nodejs24-debian12:nonroot

FROM ${BUILD_IMAGE} AS tab
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.base.json tsconfig.json vite.config.ts ./
COPY core core
COPY tab tab
COPY infra/tab-only.config.ts infra/
RUN npx vite build --config infra/tab-only.config.ts

FROM ${BUILD_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional

FROM ${RUN_IMAGE}
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Case Evaluations for Teams" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.revision="${REVISION}"
WORKDIR /app
ENV NODE_ENV=production
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY core core
COPY store store
COPY graph graph
COPY bot bot
COPY server server
# So that an administrator can look at the tenant as the application: docs/install.md, step 10.
COPY scripts/setup-tenant.ts scripts/setup-tenant.ts
COPY scripts/setup-tenant scripts/setup-tenant
COPY --from=tab /app/dist dist
# Nothing of it is the user's to change; the process writes to no disk.
USER 65532:65532
EXPOSE 8080
# Exec form: Node is process 1 and hears SIGTERM itself.
CMD ["server/main.ts"]
