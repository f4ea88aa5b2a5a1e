import { metrics } from '@opentelemetry/api'

type Env = Readonly<Record<string, string | undefined>>

const EVERY_MS = 60_000
const LAST_MS = 3000

/**
 * Sends the metrics to a collector when one is set; else nothing of the exporter is loaded. To be called before any
 * instrument is made: what is made earlier leads nowhere.
 */
export async function exportMetrics(env: Env): Promise<{ stop(): Promise<void> }> {
  const endpoint = env['OTEL_EXPORTER_OTLP_ENDPOINT']
  if (endpoint === undefined || endpoint === '') return { stop: async () => {} }
  const [{ MeterProvider, PeriodicExportingMetricReader }, { OTLPMetricExporter }] = await Promise.all([
    import('@opentelemetry/sdk-metrics'),
    import('@opentelemetry/exporter-metrics-otlp-http'),
  ])
  const exporter = new OTLPMetricExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/metrics` })
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: EVERY_MS })
  const provider = new MeterProvider({ readers: [reader] })
  metrics.setGlobalMeterProvider(provider)
  return {
    async stop() {
      // A collector that does not answer must not hold up the end of the process.
      await provider.shutdown({ timeoutMillis: LAST_MS }).catch(() => undefined)
      metrics.disable()
    },
  }
}
